package io.xiaoer.portal.signup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.xiaoer.onboarding.SignUp;
import io.xiaoer.onboarding.SignUps;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.onboarding.TemplateSummary;
import io.xiaoer.onboarding.Templates;
import io.xiaoer.portal.frame.EntrancePage;
import io.xiaoer.portal.frame.LanguageSwitch;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.NewPasswordField;
import io.xiaoer.portal.frame.Texts;
import io.xiaoer.portal.login.DirectLogin;
import io.xiaoer.security.SignUpLimit;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a shop's name to a bot that its staff can talk to; the owner goes on in the wizard, logged in. */
@Route(value = "signup", autoLayout = false)
@AnonymousAllowed
class SignUpView extends EntrancePage implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SignUpView.class);

    private final transient SignUps signUps;
    private final transient SignUpLimit limit;
    private final transient Templates templates;

    private final H2 title = new H2();
    private final Paragraph lead = new Paragraph();
    private final TextField shopName = new TextField();
    private final EmailField email = new EmailField();
    private final NewPasswordField password = new NewPasswordField();
    private final RadioButtonGroup<TemplateSummary> template = new RadioButtonGroup<>();
    private final Select<Locale> language = new Select<>();
    private final Div failure = new Div();
    private final Button submit = new Button();
    private final Span question = new Span();
    private final Anchor logIn = new Anchor("/login");
    private final Div form = new Div();
    private final Span progressText = new Span();
    private final Div progress = new Div();

    /** Fields by their names in problems. */
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    SignUpView(SignUps signUps, SignUpLimit limit, Templates templates) {
        this.signUps = signUps;
        this.limit = limit;
        this.templates = templates;

        shopName.setId("shop-name");
        shopName.setRequiredIndicatorVisible(true);
        shopName.setMaxLength(60);
        shopName.setAutofocus(true);
        email.setId("email");
        email.setRequiredIndicatorVisible(true);
        email.getElement().setAttribute("autocomplete", "username");
        password.setId("password");
        password.addKeyPressListener(Key.ENTER, press -> submit());
        template.setId("template");
        template.setRequired(true);
        template.addClassName("tiles");
        template.setRenderer(new ComponentRenderer<>(TemplateTile::new));
        language.setId("language");
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(LanguageSwitch::nameOf);
        shopName.setManualValidation(true);
        email.setManualValidation(true);
        template.setManualValidation(true);
        language.setManualValidation(true);

        fields.put("shopName", shopName);
        fields.put("email", email);
        fields.put("password", password);
        fields.put("template", template);
        fields.put("locale", language);

        failure.addClassName("failure");
        failure.getElement().setAttribute("role", "alert");
        failure.setVisible(false);
        submit.setId("submit");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.addClickListener(click -> submit());
        Paragraph other = new Paragraph(question, logIn);
        other.addClassName("entrance-other");
        form.addClassName("form");
        form.add(shopName, email, password, template, language, failure, submit, other);

        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        progress.addClassName("progress");
        progress.getElement().setAttribute("role", "status");
        progress.add(bar, progressText);
        progress.setVisible(false);

        card.addClassName("entrance-card-wide");
        card.add(title, lead, form, progress);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        super.localeChange(event);
        title.setText(getTranslation("signup.title"));
        lead.setText(getTranslation("signup.lead"));
        shopName.setLabel(getTranslation("signup.shop-name"));
        shopName.setPlaceholder(getTranslation("signup.shop-name.example"));
        email.setLabel(getTranslation("signup.email"));
        password.setLabel(getTranslation("signup.password"));
        template.setLabel(getTranslation("signup.template"));
        language.setLabel(getTranslation("signup.language"));
        language.setValue(event.getLocale());
        submit.setText(getTranslation("signup.submit"));
        question.setText(getTranslation("signup.have-account") + " ");
        logIn.setText(getTranslation("signup.log-in"));
        progressText.setText(getTranslation("signup.progress"));
        clearErrors();
        showTemplates(event.getLocale());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signup.title") + " · 小二";
    }

    private void showTemplates(Locale locale) {
        TemplateSummary before = template.getValue();
        List<TemplateSummary> all = templates.all(locale.toLanguageTag());
        template.setItems(all);
        all.stream()
                .filter(summary ->
                        before == null ? all.size() == 1 : summary.key().equals(before.key()))
                .findFirst()
                .ifPresent(template::setValue);
    }

    private void submit() {
        if (progress.isVisible()) {
            return;
        }
        clearErrors();
        TemplateSummary chosen = template.getValue();
        SignUp request = new SignUp(
                shopName.getValue().strip(),
                email.getValue().strip(),
                password.getValue(),
                chosen == null ? "" : chosen.key(),
                language.getValue().toLanguageTag());
        showProgress(true);
        UI ui = UI.getCurrent();
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        Thread.ofVirtual().name("sign-up").start(() -> build(ui, address, request));
    }

    private void build(UI ui, String address, SignUp request) {
        Command outcome = outcomeOf(ui, address, request);
        try {
            ui.accessSynchronously(outcome);
        } catch (UIDetachedException e) {
            LOG.info("A sign-up page was left before its shop was built");
        }
    }

    private Command outcomeOf(UI ui, String address, SignUp request) {
        try {
            limit.count(address);
            SignedUp signedUp = signUps.signUp(request);
            return () -> enter(ui, request, signedUp);
        } catch (Problem problem) {
            return () -> showProblem(problem);
        } catch (RuntimeException e) {
            LOG.error("A sign-up failed", e);
            return () -> showFailure(getTranslation("signup.failed"));
        }
    }

    private void enter(UI ui, SignUp request, SignedUp signedUp) {
        password.clear();
        FreshSecret.keep(ui.getSession(), signedUp);
        DirectLogin.admit(ui.getSession(), Objects.requireNonNull(request.email()), "/start");
        ui.getPage().setLocation(DirectLogin.PATH);
    }

    private void showProblem(Problem problem) {
        showProgress(false);
        if (problem.code() == Code.EMAIL_TAKEN) {
            showError("email", getTranslation("signup.error.email-taken"));
            return;
        }
        if (problem.errors().isEmpty()) {
            showFailure(Messages.of(this, problem));
            return;
        }
        for (Problem.FieldError error : problem.errors()) {
            if (fields.containsKey(error.field())) {
                showError(error.field(), getTranslation("signup.error." + error.field()));
            } else {
                showFailure(Messages.of(this, problem));
            }
        }
        fields.values().stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .ifPresent(field -> ((Component) field).getElement().callJsFunction("focus"));
    }

    private void showError(String name, String text) {
        HasValidationProperties field = fields.get(name);
        if (field != null) {
            field.setErrorMessage(text);
            field.setInvalid(true);
        }
    }

    private void showFailure(String text) {
        showProgress(false);
        failure.setText(text);
        failure.setVisible(true);
    }

    private void clearErrors() {
        failure.setVisible(false);
        fields.values().forEach(field -> field.setInvalid(false));
    }

    private void showProgress(boolean working) {
        form.setVisible(!working);
        progress.setVisible(working);
    }
}

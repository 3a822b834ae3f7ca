package io.xiaoer.portal.links;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letters;
import io.xiaoer.portal.frame.EntrancePage;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.security.ResetLimit;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Credentials;
import io.xiaoer.tenants.PasswordResets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a letter with a link to a new password. What it answers never tells whether there is such an account. */
@Route(value = "forgot", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://css/people.css")
class ForgotView extends EntrancePage implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ForgotView.class);

    private final transient PasswordResets resets;
    private final transient ResetLimit limit;
    private final transient Letters letters;
    private final EmailField email = new EmailField();
    private final Div failure = new Div();
    private String asked = "";

    ForgotView(PasswordResets resets, ResetLimit limit, Letters letters) {
        this.resets = resets;
        this.limit = limit;
        this.letters = letters;
        email.setId("email");
        email.setRequiredIndicatorVisible(true);
        email.setManualValidation(true);
        email.setAutofocus(true);
        email.getElement().setAttribute("autocomplete", "username");
        email.addKeyPressListener(Key.ENTER, press -> submit());
        failure.addClassName("failure");
        failure.getElement().setAttribute("role", "alert");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        super.localeChange(event);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("forgot.title") + " · 小二";
    }

    private void show() {
        card.removeAll();
        failure.setVisible(false);
        Anchor logIn = new Anchor("/login", getTranslation("forgot.back"));
        Paragraph other = new Paragraph(logIn);
        other.addClassName("entrance-other");
        if (letters.carriage() == Carriage.NONE) {
            card.add(
                    Notices.empty("📮", getTranslation("forgot.none.title"), getTranslation("forgot.none.text")),
                    other);
        } else if (asked.isEmpty()) {
            email.setLabel(getTranslation("signup.email"));
            Button submit = new Button(getTranslation("forgot.submit"), click -> submit());
            submit.setId("submit");
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
            Div form = new Div(email, failure, submit, other);
            form.addClassName("form");
            card.add(new H2(getTranslation("forgot.title")), new Paragraph(getTranslation("forgot.lead")), form);
        } else {
            Div notice = Notices.empty(
                    "📬", getTranslation("forgot.asked.title"), getTranslation("forgot.asked.text", asked));
            notice.setId("asked");
            card.add(notice);
            if (letters.carriage() == Carriage.OUTBOX) {
                Anchor outbox = new Anchor("/outbox", getTranslation("forgot.outbox.link"));
                Paragraph hint = new Paragraph(getTranslation("forgot.outbox") + " ");
                hint.add(outbox);
                hint.addClassName("hint");
                card.add(hint);
            }
            card.add(other);
        }
    }

    private void submit() {
        email.setInvalid(false);
        failure.setVisible(false);
        String address = email.getValue().strip();
        try {
            FieldErrors errors = new FieldErrors();
            Credentials.checkEmail(errors, "email", address);
            errors.throwIfAny();
            limit.countReset(VaadinRequest.getCurrent().getRemoteAddr(), address);
        } catch (Problem problem) {
            if (problem.code() == Code.INVALID_INPUT) {
                email.setErrorMessage(getTranslation("signup.error.email"));
                email.setInvalid(true);
            } else {
                failure.setText(Messages.of(this, problem));
                failure.setVisible(true);
            }
            return;
        }
        // how long it takes would tell whether there is such an account
        Thread.ofVirtual().name("password-reset").start(() -> request(address));
        asked = address;
        show();
    }

    private void request(String address) {
        try {
            resets.request(address);
        } catch (RuntimeException e) {
            LOG.error("A link to a new password could not be written", e);
        }
    }
}

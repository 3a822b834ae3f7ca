package io.xiaoer.portal.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.xiaoer.portal.frame.EntrancePage;

/** Every failure looks the same here, so that nobody learns which addresses have an account. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends EntrancePage implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();
    private final Span question = new Span();
    private final Anchor signUp = new Anchor("/signup");

    LoginView() {
        form.setAction("login");
        form.addForgotPasswordListener(click -> UI.getCurrent().navigate("forgot"));
        Paragraph other = new Paragraph(question, signUp);
        other.addClassName("entrance-other");
        card.add(form, other);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        super.localeChange(event);
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form fields = texts.getForm();
        fields.setTitle(getTranslation("login.title"));
        fields.setUsername(getTranslation("login.email"));
        fields.setPassword(getTranslation("login.password"));
        fields.setSubmit(getTranslation("login.submit"));
        fields.setForgotPassword(getTranslation("login.forgot"));
        LoginI18n.ErrorMessage errors = texts.getErrorMessage();
        errors.setTitle(getTranslation("login.failed.title"));
        errors.setMessage(getTranslation("login.failed.message"));
        errors.setUsername(getTranslation("login.email.required"));
        errors.setPassword(getTranslation("login.password.required"));
        form.setI18n(texts);
        question.setText(getTranslation("login.no-account") + " ");
        signUp.setText(getTranslation("login.sign-up"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · 小二";
    }
}

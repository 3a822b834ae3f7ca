package io.xiaoer.portal.links;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.xiaoer.portal.frame.NewPasswordField;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.FoundReset;
import io.xiaoer.tenants.PasswordResets;

/** Someone who forgot their password sets another. */
@Route(value = "reset/:token", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://css/people.css")
class ResetView extends LinkPage {

    private static final long serialVersionUID = 1L;

    private final transient PasswordResets resets;
    private final NewPasswordField password = new NewPasswordField();
    private boolean done;

    ResetView(PasswordResets resets) {
        super("reset");
        this.resets = resets;
        password.setId("password");
        password.addKeyPressListener(Key.ENTER, press -> work());
    }

    @Override
    void show() {
        if (done) {
            Anchor logIn = new Anchor("/login", getTranslation("links.log-in"));
            logIn.setId("log-in");
            logIn.addClassNames("action", "action-primary");
            card.add(Notices.empty("✅", getTranslation("reset.done.title"), getTranslation("reset.done.text"), logIn));
            return;
        }
        switch (resets.look(token())) {
            case FoundReset.Open open -> show(open);
            case FoundReset.Closed closed -> card.add(LinkEnded.of(this, "reset.ended", closed.why(), "/forgot"));
        }
    }

    private void show(FoundReset.Open open) {
        EmailField email = new EmailField(getTranslation("signup.email"));
        email.setValue(open.email());
        email.setReadOnly(true);
        email.getElement().setAttribute("autocomplete", "username");
        password.setLabel(getTranslation("reset.password"));
        Div form = new Div(email, password, failure(), submit());
        form.addClassName("form");
        card.add(new H2(getTranslation("reset.title")), new Paragraph(getTranslation("reset.lead")), form);
    }

    @Override
    void use() {
        password.setInvalid(false);
        resets.reset(token(), password.getValue());
        password.clear();
        done = true;
        refresh();
    }

    @Override
    boolean mark(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        password.setErrorMessage(getTranslation("signup.error.password"));
        password.setInvalid(true);
        return true;
    }
}

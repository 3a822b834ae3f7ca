package io.xiaoer.portal.links;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.xiaoer.portal.frame.NewPasswordField;
import io.xiaoer.portal.login.DirectLogin;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.FoundInvitation;
import io.xiaoer.tenants.Invitations;
import io.xiaoer.tenants.Member;
import java.util.Locale;

/** Someone accepts an invitation: a name, a password, and they are in. */
@Route(value = "invite/:token", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://css/people.css")
class InviteView extends LinkPage {

    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;
    private final TextField name = new TextField();
    private final NewPasswordField password = new NewPasswordField();

    InviteView(Invitations invitations) {
        super("invite");
        this.invitations = invitations;
        name.setId("name");
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setMaxLength(40);
        name.getElement().setAttribute("autocomplete", "name");
        password.setId("password");
        password.addKeyPressListener(Key.ENTER, press -> work());
    }

    @Override
    void show() {
        switch (invitations.look(token())) {
            case FoundInvitation.Open open -> show(open);
            case FoundInvitation.Closed closed -> card.add(LinkEnded.of(this, "invite.ended", closed.why(), ""));
        }
    }

    private void show(FoundInvitation.Open open) {
        EmailField email = new EmailField(getTranslation("signup.email"));
        email.setId("email");
        email.setValue(open.email());
        email.setReadOnly(true);
        email.getElement().setAttribute("autocomplete", "username");
        name.setLabel(getTranslation("invite.name"));
        name.setPlaceholder(getTranslation("invite.name.example"));
        password.setLabel(getTranslation("invite.password"));
        Div form = new Div(email, name, password, failure(), submit());
        form.addClassName("form");
        String role = getTranslation("role." + open.role().name().toLowerCase(Locale.ROOT));
        card.add(
                new H2(getTranslation("invite.join", open.shop())),
                new Paragraph(getTranslation("invite.lead", open.invitedBy(), role)),
                form);
    }

    @Override
    void use() {
        name.setInvalid(false);
        password.setInvalid(false);
        Member member = invitations.accept(token(), name.getValue(), password.getValue());
        password.clear();
        DirectLogin.admit(VaadinSession.getCurrent(), member.email(), "/");
        getUI().ifPresent(ui -> ui.getPage().setLocation(DirectLogin.PATH));
    }

    @Override
    boolean mark(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        for (Problem.FieldError error : problem.errors()) {
            if (error.field().equals("name")) {
                name.setErrorMessage(getTranslation("invite.error.name"));
                name.setInvalid(true);
            } else {
                password.setErrorMessage(getTranslation("signup.error.password"));
                password.setInvalid(true);
            }
        }
        return true;
    }
}

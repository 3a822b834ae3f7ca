package io.xiaoer.portal.members;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Role;
import java.util.Locale;

/** Asks whom to invite, and as what. */
class InviteDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final EmailField email = new EmailField();
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>();

    /** @param invite invites; the dialog is to be closed when that is done */
    InviteDialog(SerializableConsumer<InviteDialog> invite) {
        setHeaderTitle(getTranslation("members.invite"));
        setWidth("30rem");
        email.setId("invite-email");
        email.setLabel(getTranslation("members.invite.email"));
        email.setRequiredIndicatorVisible(true);
        email.setManualValidation(true);
        email.setWidthFull();
        email.focus();
        email.addKeyPressListener(Key.ENTER, press -> begin(invite));
        role.setLabel(getTranslation("members.invite.role"));
        role.addClassName("role-choice");
        role.setItems(Role.values());
        role.setValue(Role.EDITOR);
        role.setRenderer(new ComponentRenderer<>(InviteDialog::explained));
        add(email, role);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        Button yes = new Button(getTranslation("members.invite.yes"), click -> begin(invite));
        yes.setId("invite-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, yes);
    }

    String email() {
        return email.getValue();
    }

    Role role() {
        return role.getValue();
    }

    /** Says at the field what was wrong with it; false if something else was. */
    boolean mark(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT && problem.code() != Code.EMAIL_TAKEN) {
            return false;
        }
        email.setErrorMessage(
                getTranslation(problem.code() == Code.EMAIL_TAKEN ? "members.invite.taken" : "signup.error.email"));
        email.setInvalid(true);
        return true;
    }

    private void begin(SerializableConsumer<InviteDialog> invite) {
        email.setInvalid(false);
        invite.accept(this);
    }

    private static Div explained(Role role) {
        Div choice = new Div();
        String key = "role." + role.name().toLowerCase(Locale.ROOT);
        Span name = new Span(choice.getTranslation(key));
        name.addClassName("people-name");
        Span can = new Span(choice.getTranslation("members." + key));
        can.addClassName("hint");
        choice.add(name, can);
        choice.addClassName("people-names");
        return choice;
    }
}

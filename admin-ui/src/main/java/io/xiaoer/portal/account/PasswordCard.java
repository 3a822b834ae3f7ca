package io.xiaoer.portal.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.portal.frame.NewPasswordField;

/** Changes one's own password. */
class PasswordCard extends Section {

    private static final long serialVersionUID = 1L;

    private final PasswordField current = new PasswordField();
    private final NewPasswordField chosen = new NewPasswordField();

    /** @param change changes it, or says what was refused */
    PasswordCard(SerializableConsumer<PasswordCard> change) {
        addClassNames("card", "account-card");
        current.setId("current-password");
        current.setLabel(getTranslation("account.password.current"));
        current.setRequiredIndicatorVisible(true);
        current.setManualValidation(true);
        current.getElement().setAttribute("autocomplete", "current-password");
        chosen.setId("new-password");
        chosen.setLabel(getTranslation("account.password.new"));
        chosen.addKeyPressListener(Key.ENTER, press -> submit(change));
        Button submit = new Button(getTranslation("account.password.submit"), click -> submit(change));
        submit.setId("change-password");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph lead = new Paragraph(getTranslation("account.password.lead"));
        lead.addClassName("hint");
        Div form = new Div(current, chosen, submit);
        form.addClassName("form");
        add(new H2(getTranslation("account.password")), lead, form);
    }

    String current() {
        return current.getValue();
    }

    String chosen() {
        return chosen.getValue();
    }

    /** Says that what a field holds was refused. */
    void refuse(String field) {
        PasswordField refused = field.equals("current") ? current : chosen;
        refused.setErrorMessage(
                getTranslation(field.equals("current") ? "account.error.current" : "signup.error.password"));
        refused.setInvalid(true);
    }

    /** Says that too many wrong passwords were tried. */
    void askToWait() {
        current.setErrorMessage(getTranslation("account.error.wait"));
        current.setInvalid(true);
    }

    private void submit(SerializableConsumer<PasswordCard> change) {
        current.setInvalid(false);
        chosen.setInvalid(false);
        change.accept(this);
    }
}

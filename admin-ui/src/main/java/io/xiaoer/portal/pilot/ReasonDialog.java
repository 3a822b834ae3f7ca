package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;

/** Says what a change means for shoppers, and asks why it is made. */
class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    static final int MAX_REASON = 500;

    private final TextArea reason;
    private final boolean required;

    /**
     * @param key of the texts {@code key.title}, {@code key.text} and {@code key.yes}
     * @param required whether it needs a reason
     * @param change is to close the dialog once it is made
     */
    ReasonDialog(
            String key, boolean required, SerializableBiConsumer<ReasonDialog, String> change, Object... parameters) {
        this.required = required;
        setHeaderTitle(getTranslation(key + ".title", parameters));
        setWidth("30rem");
        reason = field(this, required);
        Div form = new Div(new Paragraph(getTranslation(key + ".text", parameters)), reason);
        form.addClassNames("form", "pilot-form");
        add(form);
        Button yes = new Button(getTranslation(key + ".yes", parameters), click -> {
            if (isComplete()) {
                change.accept(this, reason.getValue().strip());
            }
        });
        yes.setId("reason-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }

    private boolean isComplete() {
        reason.setInvalid(required && reason.getValue().isBlank());
        return !reason.isInvalid();
    }

    static TextArea field(Component place, boolean required) {
        TextArea field = new TextArea();
        field.setId("reason");
        field.setLabel(place.getTranslation(required ? "pilot.reason.required" : "pilot.reason"));
        field.setHelperText(place.getTranslation("pilot.reason.help"));
        field.setErrorMessage(place.getTranslation("pilot.reason.missing"));
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true);
        field.setMaxLength(MAX_REASON);
        field.setWidthFull();
        field.setMinRows(2);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}

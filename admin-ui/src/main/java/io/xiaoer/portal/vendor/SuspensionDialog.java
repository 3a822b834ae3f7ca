package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.xiaoer.portal.frame.SuspensionTexts;
import java.io.Serializable;
import java.util.List;

/** Asks why a shop is to be suspended or resumed, and for its name, so that no other one is meant. */
class SuspensionDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MAX_REASON = 500;

    private final Select<String> category = new Select<>();
    private final TextArea reason = new TextArea();
    private final TextField name = new TextField();
    private final String shopName;

    /** What was answered. */
    record Why(String category, String reason) implements Serializable {}

    /** @param change is to close the dialog once it is made */
    SuspensionDialog(boolean suspend, String shopName, SerializableBiConsumer<SuspensionDialog, Why> change) {
        this.shopName = shopName;
        String key = suspend ? "vendor-shop.suspend" : "vendor-shop.resume";
        setHeaderTitle(getTranslation(key + ".heading", shopName));
        setWidth("32rem");
        fields(suspend ? SuspensionTexts.SUSPENDED_FOR : SuspensionTexts.RESUMED_FOR, suspend);
        Div form = new Div(new Paragraph(getTranslation(key + ".lead")), category, reason, name);
        form.addClassName("form");
        add(form);
        Button yes = new Button(getTranslation(key + ".yes"), click -> {
            if (isComplete()) {
                change.accept(
                        this, new Why(category.getValue(), reason.getValue().strip()));
            }
        });
        yes.setId("confirm-change");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (suspend) {
            yes.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }

    private void fields(List<String> categories, boolean suspend) {
        category.setId("change-category");
        category.setLabel(getTranslation("suspended.category"));
        category.setItems(categories);
        category.setItemLabelGenerator(one -> SuspensionTexts.category(this, one));
        category.setValue(categories.getFirst());
        category.setWidthFull();
        reason.setId("change-reason");
        reason.setLabel(getTranslation("suspended.reason"));
        reason.setHelperText(getTranslation(suspend ? "vendor-shop.reason.shown" : "vendor-shop.reason.kept"));
        reason.setMaxLength(MAX_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setErrorMessage(getTranslation("vendor-shop.reason.required"));
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        reason.setWidthFull();
        name.setId("change-name");
        name.setLabel(getTranslation("vendor-shop.name", shopName));
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setErrorMessage(getTranslation("vendor-shop.name.wrong"));
        name.setAutocomplete(Autocomplete.OFF);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> name.setInvalid(false));
        name.setWidthFull();
        reason.focus();
    }

    private boolean isComplete() {
        reason.setInvalid(reason.getValue().isBlank());
        name.setInvalid(!name.getValue().strip().equals(shopName.strip()));
        return !reason.isInvalid() && !name.isInvalid();
    }
}

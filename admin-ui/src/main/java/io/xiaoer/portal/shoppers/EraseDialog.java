package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks for a shopper's id before they are erased, since nobody brings them back. */
class EraseDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param erase gets the id once it was typed */
    EraseDialog(String id, SerializableConsumer<String> erase) {
        setHeaderTitle(getTranslation("shopper.erase.title"));
        setWidth("32rem");
        Paragraph what = new Paragraph(getTranslation("shopper.erase.what"));
        Paragraph after = new Paragraph(getTranslation("shopper.erase.after"));
        after.addClassName("failure");
        TextField typed = new TextField(getTranslation("shopper.erase.type", id));
        typed.setId("erase-id");
        typed.setWidthFull();
        typed.setAutocomplete(Autocomplete.OFF);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        Button yes = new Button(getTranslation("shopper.erase.yes"), click -> {
            close();
            erase.accept(id);
        });
        yes.setId("erase-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        yes.setDisableOnClick(true);
        yes.setEnabled(false);
        typed.addValueChangeListener(
                change -> yes.setEnabled(change.getValue().strip().equals(id)));
        typed.focus();
        add(what, after, typed);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }
}

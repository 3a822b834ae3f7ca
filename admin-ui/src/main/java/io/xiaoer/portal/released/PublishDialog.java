package io.xiaoer.portal.released;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.xiaoer.portal.frame.Notices;

/** Asks for a note, then shows that the release is being made. */
class PublishDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int MAX_NOTE = 200;

    /** @param publish begins to publish with the note; the dialog is to be closed when that is done */
    PublishDialog(String changes, int entries, SerializableBiConsumer<PublishDialog, String> publish) {
        setHeaderTitle(getTranslation("released.publish"));
        setWidth("30rem");
        TextField note = new TextField(getTranslation("released.publish.note"));
        note.setId("publish-note");
        note.setPlaceholder(getTranslation("released.publish.note.example"));
        note.setMaxLength(MAX_NOTE);
        note.setWidthFull();
        note.setManualValidation(true);
        note.setErrorMessage(getTranslation("released.publish.note.required"));
        note.addValueChangeListener(event -> note.setInvalid(false));
        note.focus();
        add(new Paragraph(getTranslation("released.publish.lead", changes)), note);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        Button yes = new Button(getTranslation("released.publish.yes"));
        yes.setId("publish-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.addClickListener(click -> {
            if (note.getValue().isBlank()) {
                note.setInvalid(true);
                return;
            }
            removeAll();
            getFooter().removeAll();
            setCloseOnEsc(false);
            setCloseOnOutsideClick(false);
            add(Notices.loading(getTranslation("released.publishing", String.valueOf(entries))));
            publish.accept(this, note.getValue().strip());
        });
        getFooter().add(cancel, yes);
    }
}

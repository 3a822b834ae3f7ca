package io.xiaoer.portal.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks what is new before the draft goes live. */
class PublishDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PublishDialog(SerializableConsumer<String> publish) {
        setHeaderTitle(getTranslation("home.publish"));
        TextField note = new TextField(getTranslation("home.publish.note"));
        note.setId("publish-note");
        note.setPlaceholder(getTranslation("home.publish.note.example"));
        note.setMaxLength(200);
        note.setWidthFull();
        note.setManualValidation(true);
        note.setErrorMessage(getTranslation("home.publish.note.required"));
        note.focus();
        add(new Paragraph(getTranslation("home.publish.lead")), note);

        Button yes = new Button(getTranslation("home.publish.yes"), click -> {
            if (note.getValue().isBlank()) {
                note.setInvalid(true);
                return;
            }
            close();
            publish.accept(note.getValue().strip());
        });
        yes.setId("publish-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
        setWidth("28rem");
    }
}

package io.xiaoer.portal.released;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableFunction;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.shared.Problem.FieldError;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks for a note, then shows that the release is being made. */
@StyleSheet("context://css/released.css")
class PublishDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int MAX_NOTE = 200;
    private static final int MOST_ERRORS = 10;

    /** Who meets the release at once. */
    enum Reach {
        ALL,
        /** The pilot's members and staff. */
        PILOT
    }

    /** What was answered. */
    record Wish(String note, Reach reach) implements Serializable {}

    /**
     * @param shoppersMeetIt whether any shopper talks to the bot, so that a few can try the release first
     * @param publish begins to publish; the dialog is to be closed when that is done
     */
    PublishDialog(
            String changes, int entries, boolean shoppersMeetIt, SerializableBiConsumer<PublishDialog, Wish> publish) {
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
        RadioButtonGroup<Reach> reach = new RadioButtonGroup<>(getTranslation("released.publish.reach"));
        reach.setId("publish-reach");
        reach.setItems(Reach.values());
        reach.setValue(Reach.ALL);
        reach.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        reach.setItemLabelGenerator(
                one -> getTranslation("released.publish.reach." + one.name().toLowerCase(Locale.ROOT)));
        reach.setVisible(shoppersMeetIt);
        Div form = new Div(new Paragraph(getTranslation("released.publish.lead", changes)), note, reach);
        form.addClassName("form");
        add(form);
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
            publish.accept(this, new Wish(note.getValue().strip(), reach.getValue()));
        });
        getFooter().add(cancel, yes);
    }

    /**
     * Says what keeps the draft from being published, each with the way to where it is mended.
     *
     * @param link the address of what an error's field names; null for none
     */
    void block(List<FieldError> errors, SerializableFunction<String, @Nullable String> link) {
        removeAll();
        getFooter().removeAll();
        setCloseOnEsc(true);
        setCloseOnOutsideClick(true);
        Div blocked = new Div(new Span(getTranslation("released.blocked", String.valueOf(errors.size()))));
        blocked.addClassNames("failure", "blocked");
        blocked.setId("publish-blocked");
        UnorderedList list = new UnorderedList();
        errors.stream().limit(MOST_ERRORS).forEach(error -> {
            ListItem line = new ListItem(new Span(error.message()));
            String href = link.apply(error.field());
            if (href != null) {
                line.add(new Anchor(href, getTranslation("released.blocked.look")));
            }
            list.add(line);
        });
        blocked.add(list);
        int more = errors.size() - MOST_ERRORS;
        if (more > 0) {
            blocked.add(new Paragraph(getTranslation("released.blocked.more", String.valueOf(more))));
        }
        add(blocked);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }
}

package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.conversations.CannedReply;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Words that are said often, and what brings them. */
class CannedReplyDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField shortcut = new TextField();
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final Button save;
    private final @Nullable Integer version;

    /** @param reply as it is; null for a new one */
    CannedReplyDialog(@Nullable CannedReply reply) {
        version = reply == null ? null : reply.version();
        setHeaderTitle(getTranslation(reply == null ? "desk.canned.add" : "desk.canned.edit"));
        setWidth("32rem");
        title.setId("canned-title");
        title.setLabel(getTranslation("desk.canned.title"));
        title.setPlaceholder(getTranslation("desk.canned.title.example"));
        title.setMaxLength(CannedReply.MAX_TITLE);
        title.setWidthFull();
        shortcut.setId("canned-shortcut");
        shortcut.setLabel(getTranslation("desk.canned.shortcut"));
        shortcut.setHelperText(getTranslation("desk.canned.shortcut.help"));
        shortcut.setPrefixComponent(new Span("/"));
        shortcut.setMaxLength(CannedReply.MAX_SHORTCUT);
        text.setId("canned-text");
        text.setLabel(getTranslation("desk.canned.text"));
        text.setMaxLength(CannedReply.MAX_TEXT);
        text.setMinRows(4);
        text.setWidthFull();
        title.setManualValidation(true);
        shortcut.setManualValidation(true);
        text.setManualValidation(true);
        if (reply != null) {
            title.setValue(reply.title());
            shortcut.setValue(reply.shortcut());
            text.setValue(reply.text());
        }
        Div form = new Div(title, shortcut, text);
        form.addClassName("form");
        add(form);
        save = new Button(getTranslation("common.save"));
        save.setId("save-canned");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        title.focus();
    }

    void onSave(SerializableConsumer<CannedReply.Draft> saving) {
        save.addClickListener(click -> {
            FieldProblems.mark(title, null);
            FieldProblems.mark(shortcut, null);
            FieldProblems.mark(text, null);
            saving.accept(new CannedReply.Draft(title.getValue(), shortcut.getValue(), text.getValue(), version));
        });
    }

    /** Marks the fields that a problem is about; false if it is about none. */
    boolean shows(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        for (FieldError error : problem.errors()) {
            boolean missing = error.message().equals("is required");
            switch (error.field()) {
                case "title" -> FieldProblems.mark(title, getTranslation("words.wrong.required"));
                case "shortcut" ->
                    FieldProblems.mark(
                            shortcut,
                            getTranslation(
                                    missing
                                            ? "words.wrong.required"
                                            : error.message().startsWith("is taken")
                                                    ? "desk.canned.shortcut.taken"
                                                    : "desk.canned.shortcut.wrong"));
                default -> FieldProblems.mark(text, getTranslation("words.wrong.required"));
            }
        }
        return true;
    }
}

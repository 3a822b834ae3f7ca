package io.xiaoer.portal.hooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.connectors.WebhookEndpoint;
import io.xiaoer.connectors.WebhookEndpointDraft;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an endpoint shall be: where it is and what it is told. */
class EndpointDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField url = new TextField();
    private final TextField note = new TextField();
    private final CheckboxGroup<WebhookEvent> events = new CheckboxGroup<>();
    private final Checkbox enabled = new Checkbox();
    private final Button save;
    private final @Nullable Integer version;

    /** @param endpoint as it is; null for a new one */
    EndpointDialog(@Nullable WebhookEndpoint endpoint) {
        version = endpoint == null ? null : endpoint.version();
        setHeaderTitle(getTranslation(endpoint == null ? "hooks.add" : "hooks.edit"));
        setWidth("34rem");
        url.setId("hook-url");
        url.setLabel(getTranslation("hooks.url"));
        url.setHelperText(getTranslation("hooks.url.help"));
        url.setPlaceholder("https://erp.shop.example/xiaoer/events");
        url.setWidthFull();
        url.setManualValidation(true);
        note.setId("hook-note");
        note.setLabel(getTranslation("hooks.note"));
        note.setPlaceholder(getTranslation("hooks.note.example"));
        note.setMaxLength(100);
        note.setWidthFull();
        events.setId("hook-events");
        events.setLabel(getTranslation("hooks.events"));
        events.setItems(WebhookEvent.values());
        events.setItemLabelGenerator(event -> getTranslation("hooks.event." + event.key()) + " · " + event.key());
        events.addThemeName("vertical");
        events.setManualValidation(true);
        events.addValueChangeListener(change -> events.setInvalid(false));
        enabled.setId("hook-enabled");
        enabled.setLabel(getTranslation("hooks.enabled"));
        enabled.setValue(endpoint == null || endpoint.enabled());
        if (endpoint == null) {
            events.setValue(Set.of(WebhookEvent.values()));
        } else {
            url.setValue(endpoint.url());
            note.setValue(endpoint.note() == null ? "" : endpoint.note());
            events.setValue(endpoint.events());
        }
        Div form = new Div(url, note, events);
        if (endpoint != null) {
            form.add(enabled);
        }
        form.addClassName("form");
        add(form);
        save = new Button(getTranslation("common.save"));
        save.setId("save-hook");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        url.focus();
    }

    void onSave(SerializableConsumer<WebhookEndpointDraft> saving) {
        save.addClickListener(click -> {
            FieldProblems.mark(url, null);
            FieldProblems.mark(events, null);
            saving.accept(new WebhookEndpointDraft(
                    url.getValue().strip(),
                    note.getValue(),
                    events.getValue().stream().map(WebhookEvent::key).toList(),
                    enabled.getValue(),
                    version));
        });
    }

    /** Marks the fields that a problem is about; false if it is about none. */
    boolean shows(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        for (FieldError error : problem.errors()) {
            switch (error.field()) {
                case "url" -> FieldProblems.mark(url, getTranslation("connect.pull.url.wrong"));
                case "events" -> FieldProblems.mark(events, getTranslation("hooks.events.wrong"));
                default -> FieldProblems.mark(note, getTranslation("hooks.note.wrong"));
            }
        }
        return !problem.errors().isEmpty();
    }
}

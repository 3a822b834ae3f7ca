package io.xiaoer.portal.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.tenants.ApiClients;
import java.util.Set;

/** Asks what a new client is called and what it may do. */
class NewClientDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField();
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>();

    /** @param create is called with names and scopes that can be; it closes the dialog */
    NewClientDialog(SerializableConsumer<NewClientDialog> create) {
        setHeaderTitle(getTranslation("clients.create"));
        setWidth("30rem");
        name.setId("client-name");
        name.setLabel(getTranslation("clients.name"));
        name.setPlaceholder(getTranslation("clients.name.example"));
        name.setHelperText(getTranslation("clients.name.help"));
        name.setMaxLength(ApiClients.MAX_NAME);
        name.setManualValidation(true);
        name.setErrorMessage(getTranslation("clients.name.error"));
        name.setWidthFull();
        name.addValueChangeListener(change -> name.setInvalid(false));
        name.focus();
        scopes.setLabel(getTranslation("clients.scopes"));
        scopes.setId("client-scopes");
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(scope ->
                getTranslation("clients.scope." + scope.key()) + getTranslation("clients.scope.help." + scope.key()));
        scopes.addThemeName("vertical");
        scopes.setManualValidation(true);
        scopes.setErrorMessage(getTranslation("clients.scopes.error"));
        scopes.addValueChangeListener(change -> scopes.setInvalid(false));
        add(name, scopes);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        Button yes = new Button(getTranslation("clients.create.yes"), click -> {
            name.setInvalid(name.getValue().isBlank());
            scopes.setInvalid(scopes.getValue().isEmpty());
            if (!name.isInvalid() && !scopes.isInvalid()) {
                create.accept(this);
            }
        });
        yes.setId("create-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, yes);
    }

    String name() {
        return name.getValue();
    }

    Set<Scope> scopes() {
        return scopes.getValue();
    }
}

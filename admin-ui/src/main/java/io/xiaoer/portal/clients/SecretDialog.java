package io.xiaoer.portal.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.tenants.NewApiClient;

/** Shows a secret for the only time; it closes only when told that the secret is safe. */
class SecretDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param example how to fetch a token with it */
    SecretDialog(NewApiClient fresh, String example) {
        setHeaderTitle(getTranslation("clients.secret.title"));
        setWidth("38rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Paragraph lead = new Paragraph(getTranslation("clients.secret.lead"));
        lead.addClassName("warning");
        Div content = new Div(
                lead,
                Messages.copyable(this, getTranslation("clients.id"), fresh.clientId()),
                Messages.copyable(this, getTranslation("clients.secret"), fresh.clientSecret()),
                Messages.copyable(this, getTranslation("clients.secret.example"), example));
        content.addClassNames("form", "client-secret");
        add(content);
        Button done = new Button(getTranslation("clients.secret.done"), click -> close());
        done.setId("secret-done");
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}

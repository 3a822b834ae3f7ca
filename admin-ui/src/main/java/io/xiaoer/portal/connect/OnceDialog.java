package io.xiaoer.portal.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.xiaoer.portal.frame.Messages;

/** Shows a secret for the only time; it closes only when told that the secret is safe. */
class OnceDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    OnceDialog(String label, String secret) {
        setHeaderTitle(getTranslation("clients.secret.title"));
        setWidth("38rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Paragraph lead = new Paragraph(getTranslation("clients.secret.lead"));
        lead.addClassName("warning");
        Div content = new Div(lead, Messages.copyable(this, label, secret));
        content.addClassNames("form", "connect-once");
        add(content);
        Button done = new Button(getTranslation("clients.secret.done"), click -> close());
        done.setId("secret-done");
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}

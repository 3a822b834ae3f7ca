package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Shows a secret for the only time; it closes only when told that the secret is safe. */
public class SecretDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param values to be copied, see {@link Messages#copyable} */
    public SecretDialog(String className, Component... values) {
        setHeaderTitle(getTranslation("clients.secret.title"));
        setWidth("38rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Paragraph lead = new Paragraph(getTranslation("clients.secret.lead"));
        lead.addClassName("warning");
        Div content = new Div(lead);
        content.add(values);
        content.addClassNames("form", className);
        add(content);
        Button done = new Button(getTranslation("clients.secret.done"), click -> close());
        done.setId("secret-done");
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}

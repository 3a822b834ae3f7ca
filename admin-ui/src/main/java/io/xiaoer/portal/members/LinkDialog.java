package io.xiaoer.portal.members;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.xiaoer.portal.frame.Messages;

/** An invitation's link, to be handed over by oneself. It is shown once. */
class LinkDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    LinkDialog(String text, String link) {
        setHeaderTitle(getTranslation("members.link"));
        setWidth("34rem");
        Paragraph hint = new Paragraph(getTranslation("members.link.hint"));
        hint.addClassName("hint");
        Div body = new Div(new Paragraph(text), Messages.copyable(this, getTranslation("members.link"), link), hint);
        body.setId("invite-link");
        add(body);
        Button done = new Button(getTranslation("common.close"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}

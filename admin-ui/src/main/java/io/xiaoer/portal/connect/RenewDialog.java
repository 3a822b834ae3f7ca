package io.xiaoer.portal.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks what becomes of the secret that is replaced. */
public class RenewDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Boolean> revoke = new RadioButtonGroup<>();
    private final Button yes;

    public RenewDialog() {
        setHeaderTitle(getTranslation("connect.renew.title"));
        setWidth("30rem");
        revoke.setLabel(getTranslation("connect.renew.old"));
        revoke.setId("revoke-old");
        revoke.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        revoke.setItems(false, true);
        revoke.setItemLabelGenerator(now -> getTranslation(now ? "connect.renew.now" : "connect.renew.day"));
        revoke.setValue(false);
        add(new Paragraph(getTranslation("connect.renew.lead")), revoke);
        yes = new Button(getTranslation("connect.renew.yes"));
        yes.setId("renew-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }

    /** @param renew hears whether the old secret ends at once */
    public void onYes(SerializableConsumer<Boolean> renew) {
        yes.addClickListener(click -> renew.accept(revoke.getValue()));
    }
}

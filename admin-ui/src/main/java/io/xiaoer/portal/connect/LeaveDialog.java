package io.xiaoer.portal.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import io.xiaoer.connectors.BridgeGuide;

/** Says what happens when a platform is left, and asks what becomes of its data. */
class LeaveDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    LeaveDialog(BridgeView view, BridgeGuide guide) {
        setHeaderTitle(view.getTranslation("connect.bridge.leave.title", guide.name()));
        setWidth("32rem");
        RadioButtonGroup<Boolean> remove = new RadioButtonGroup<>();
        remove.setId("remove-data");
        remove.setLabel(view.getTranslation("connect.bridge.leave.data"));
        remove.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        remove.setItems(false, true);
        remove.setItemLabelGenerator(
                gone -> view.getTranslation(gone ? "connect.bridge.leave.remove" : "connect.bridge.leave.keep"));
        remove.setValue(false);
        Paragraph there = new Paragraph(guide.left());
        there.addClassName("hint");
        add(new Paragraph(view.getTranslation("connect.bridge.leave.lead")), remove, there);
        Button yes = new Button(
                view.getTranslation("connect.bridge.leave"), click -> view.leave(remove.getValue(), this::close));
        yes.setId("leave-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(view.getTranslation("common.cancel"), click -> close()), yes);
    }
}

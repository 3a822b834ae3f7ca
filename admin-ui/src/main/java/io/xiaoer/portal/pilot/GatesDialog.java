package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.Step;
import java.util.List;
import java.util.Locale;

/** Shows what a step forward asks for and how it stands; who goes on regardless has to say why. */
class GatesDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param take takes the step with the reason, and is to close the dialog once that is done
     * @param parameters of the step's texts
     */
    GatesDialog(Step step, List<Gate> gates, SerializableBiConsumer<GatesDialog, String> take, Object... parameters) {
        String key = "pilot.step." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
        setId("gates-dialog");
        setHeaderTitle(getTranslation(key + ".title", parameters));
        setWidth("40rem");
        long open = GateList.open(gates);
        boolean overrides = open > 0;
        Paragraph verdict =
                new Paragraph(overrides ? getTranslation("pilot.gates.open", open) : getTranslation("pilot.gates.met"));
        verdict.setId("gates-verdict");
        verdict.addClassName(overrides ? "warning" : "gates-met");
        Div form = new Div(new Paragraph(getTranslation(key + ".text", parameters)));
        form.addClassNames("form", "pilot-form");
        if (gates.isEmpty()) {
            form.add(new Paragraph(getTranslation("pilot.gates.none")));
        } else {
            form.add(verdict, new GateList(gates, true));
        }
        if (step != Step.TO_PILOT) {
            Paragraph honest = new Paragraph(getTranslation("pilot.honest"));
            honest.addClassName("hint");
            form.add(honest);
        }
        TextArea reason = ReasonDialog.field(this, overrides);
        form.add(reason);
        add(form);
        Button yes = new Button(getTranslation(overrides ? "pilot.gates.override" : key + ".yes", parameters));
        yes.setId("gates-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (overrides) {
            yes.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        yes.addClickListener(click -> {
            reason.setInvalid(overrides && reason.getValue().isBlank());
            if (reason.isInvalid()) {
                reason.focus();
            } else {
                take.accept(this, reason.getValue().strip());
            }
        });
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }
}

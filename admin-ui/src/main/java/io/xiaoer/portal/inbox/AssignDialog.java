package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import io.xiaoer.conversations.Agent;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks to whom of the team a conversation is to go; those at the desk come first. */
class AssignDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    AssignDialog(Talk talk) {
        setHeaderTitle(getTranslation("inbox.assign"));
        setWidth("26rem");
        Map<UUID, String> team = talk.team();
        Set<UUID> present = talk.present().stream().map(Agent::id).collect(Collectors.toSet());
        RadioButtonGroup<UUID> choice = new RadioButtonGroup<>();
        choice.setId("assign-to");
        choice.setAriaLabel(getTranslation("inbox.assign"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItems(team.keySet().stream()
                .sorted(Comparator.comparing((UUID member) -> !present.contains(member)))
                .toList());
        choice.setItemLabelGenerator(member -> present.contains(member)
                ? getTranslation("inbox.assign.present", team.getOrDefault(member, ""))
                : team.getOrDefault(member, ""));
        Paragraph lead = new Paragraph(getTranslation("inbox.assign.lead"));
        lead.addClassName("hint");
        add(lead, choice);
        Button yes = new Button(getTranslation("inbox.assign.yes"), click -> {
            close();
            talk.assign(choice.getValue());
        });
        yes.setId("assign-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setEnabled(false);
        choice.addValueChangeListener(change -> yes.setEnabled(change.getValue() != null));
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), yes);
    }
}

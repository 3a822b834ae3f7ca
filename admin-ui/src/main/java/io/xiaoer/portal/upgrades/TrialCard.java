package io.xiaoer.portal.upgrades;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.server.Command;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.portal.effects.EffectPanel;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.rehearsal.Effect;

/** Tests first: what the upgrade would do to what shoppers ask and to the bot's cases; only then can it be taken. */
class TrialCard extends Section {

    private static final long serialVersionUID = 1L;

    private final Div result = new Div();
    private final Div actions = new Div();
    private final Button take = new Button();
    private final SerializableFunction<String, String> link;
    private boolean evenIfBroken;

    /**
     * @param link the address of an entry, by its key
     * @param taking takes the upgrade, and hears whether cases may come to fail that must pass
     */
    TrialCard(PackUpgrade offered, SerializableFunction<String, String> link, SerializableConsumer<Boolean> taking) {
        this.link = link;
        setId("upgrade-trial");
        addClassName("card");
        take.setText(getTranslation(offered.changesAnything() ? "upgrades.take" : "upgrades.take.nothing"));
        take.setId("take-upgrade");
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(click -> taking.accept(evenIfBroken));
        actions.addClassName("actions");
        add(new H2(getTranslation("upgrades.trial")), result, actions);
    }

    void begin() {
        result.removeAll();
        actions.removeAll();
        result.add(Notices.loading(getTranslation("upgrades.trial.loading")));
    }

    void show(Effect effect) {
        result.removeAll();
        actions.removeAll();
        result.add(new EffectPanel(effect, link));
        if (effect.breaksRequired()) {
            Checkbox anyway = new Checkbox(getTranslation("upgrades.anyway"));
            anyway.setId("take-anyway");
            anyway.addValueChangeListener(change -> {
                evenIfBroken = change.getValue();
                take.setEnabled(evenIfBroken);
            });
            take.setEnabled(false);
            actions.add(anyway);
        } else {
            take.setEnabled(true);
        }
        actions.add(take);
    }

    void fail(Command again) {
        result.removeAll();
        result.add(Notices.failure(this, again));
    }
}

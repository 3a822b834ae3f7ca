package io.xiaoer.portal.upgrades;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.onboarding.PackUpgrade.Fate;

/** Says that the shop's pack has a newer version, and leads to what is in it. */
@StyleSheet("context://css/upgrades.css")
public class UpgradeNote extends Div {

    private static final long serialVersionUID = 1L;

    /** @param address of what is in it */
    public UpgradeNote(PackUpgrade offered, String address) {
        setId("upgrade-note");
        addClassNames("card", "upgrade-note");
        Span picture = new Span("🌱");
        picture.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(getTranslation("upgrades.note"));
        title.addClassName("upgrade-title");
        Span counts =
                new Span(getTranslation("upgrades.note.counts", offered.count(Fate.NEW), offered.count(Fate.IMPROVED)));
        counts.addClassName("hint");
        Div words = new Div(title, counts);
        words.addClassName("upgrade-note-words");
        Anchor look = new Anchor(address, getTranslation("upgrades.note.look"));
        look.setId("look-at-upgrade");
        look.addClassName("action");
        add(picture, words, look);
    }
}

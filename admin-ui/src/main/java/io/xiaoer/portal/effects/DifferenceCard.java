package io.xiaoer.portal.effects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.words.DiffText;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Said;
import java.util.Locale;

/** A question, and side by side what it is told before and after. */
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/effects.css")
public final class DifferenceCard extends ListItem {

    private static final long serialVersionUID = 1L;

    /** @param more what else there is to say of the question */
    public DifferenceCard(Difference difference, Component... more) {
        addClassName("difference-card");
        getElement().setAttribute("data-group", key(difference.group()));
        Span asked = new Span(difference.asked());
        asked.addClassName("difference-asked");
        Div head = new Div(asked);
        head.addClassName("difference-card-head");
        if (difference.times() > 1) {
            Span times = new Span(getTranslation("effects.times", difference.times()));
            times.addClassName("hint");
            head.add(times);
        }
        head.add(more);
        add(head, sides(this, difference.before(), difference.after()));
    }

    static String key(Difference.Group group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Both, one beside the other; what is new in the words of the same entry is marked. */
    static Div sides(Component place, Said before, Said after) {
        boolean reworded = before.entryKey() != null
                && before.entryKey().equals(after.entryKey())
                && !before.factsMissing()
                && !after.factsMissing()
                && !before.text().equals(after.text());
        Div sides = new Div(
                side(place, "before", before, new Div(before.text())),
                side(
                        place,
                        "after",
                        after,
                        reworded ? DiffText.of(before.text(), after.text()) : new Div(after.text())));
        sides.addClassName("difference-sides");
        return sides;
    }

    private static Component side(Component place, String name, Said said, Div text) {
        Span when = new Span(place.getTranslation("effects." + name));
        when.addClassName("hint");
        Span kind = new Span(place.getTranslation("effects.kind." + said.kind()));
        kind.addClassNames("difference-kind", said.isAnswered() ? "difference-kind-answered" : "difference-kind-not");
        Div head = new Div(when, kind);
        head.addClassName("difference-side-head");
        String question = said.question();
        if (question != null) {
            head.add(new Span("「" + question + "」"));
        }
        text.addClassName("difference-text");
        Div side = new Div(head, text);
        side.addClassNames("difference-side", "difference-side-" + name);
        side.getElement().setAttribute("data-kind", said.kind());
        if (said.factsMissing()) {
            Span missing = new Span(place.getTranslation("effects.facts-missing"));
            missing.addClassName("hint");
            side.add(missing);
        }
        return side;
    }
}

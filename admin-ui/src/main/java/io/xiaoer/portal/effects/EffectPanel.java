package io.xiaoer.portal.effects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import io.xiaoer.portal.words.Count;
import io.xiaoer.portal.words.Count.Mood;
import io.xiaoer.portal.words.Parted;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effect.Flip;
import io.xiaoer.rehearsal.Effect.Traffic;
import java.util.List;

/** What a change of the draft would do, before it is made: to past questions, to test cases, to the entries that answer now. */
@StyleSheet("context://css/effects.css")
public final class EffectPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 3;

    private final SerializableFunction<String, String> link;

    /** @param link the address of an entry, by its key */
    public EffectPanel(Effect effect, SerializableFunction<String, String> link) {
        this.link = link;
        setId("effect");
        addClassName("effect");
        add(headline(effect));
        if (effect.asked() > 0) {
            add(new GroupBar(effect.newlyAnswered(), effect.changed(), effect.lost(), effect.asked()));
            add(Count.row(
                    count("newly-answered", effect.newlyAnswered(), Mood.GOOD),
                    count("changed", effect.changed(), Mood.PLAIN),
                    count("lost", effect.lost(), Mood.BAD)));
        }
        if (effect.breaksRequired()) {
            Div required = new Div(getTranslation("effects.breaks-required"));
            required.addClassName("failure");
            required.setId("breaks-required");
            add(required);
        }
        flips("broken", effect.broken());
        flips("fixed", effect.fixed());
        for (Group group : List.of(Group.LOST, Group.CHANGED, Group.NEWLY_ANSWERED)) {
            samples(group, effect.samples());
        }
        losing(effect.losing());
    }

    private Component headline(Effect effect) {
        int different = effect.newlyAnswered() + effect.changed() + effect.lost();
        String text;
        if (effect.asked() == 0) {
            text = getTranslation("effects.nothing-asked", effect.days());
        } else if (different == 0) {
            text = getTranslation("effects.no-difference", effect.days(), effect.asked());
        } else {
            text = getTranslation("effects.differences", effect.days(), effect.asked(), different);
        }
        Paragraph headline = new Paragraph(text);
        headline.addClassName("effect-headline");
        return headline;
    }

    private Count count(String name, int count, Mood mood) {
        return new Count(name, count, getTranslation("effects.group." + name), count > 0 ? mood : Mood.PLAIN);
    }

    private Section section(String name, String title) {
        Section section = new Section(new H3(title));
        section.addClassNames("effect-section", "effect-" + name);
        section.getElement().setAttribute("data-section", name);
        add(section);
        return section;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("effect-list");
        return list;
    }

    private void flips(String name, List<Flip> flips) {
        if (!flips.isEmpty()) {
            section(name, getTranslation("effects." + name, flips.size()))
                    .add(new Parted<>(list(), flips, AT_ONCE, this::flip));
        }
    }

    private ListItem flip(Flip flip) {
        Span question = new Span(flip.tested().question());
        question.addClassName("difference-asked");
        Div head = new Div(question);
        head.addClassName("difference-card-head");
        if (flip.tested().required()) {
            Span required = new Span(getTranslation("tests.required"));
            required.addClassName("badge");
            head.add(required);
        }
        ListItem item = new ListItem(head, DifferenceCard.sides(this, flip.before(), flip.after()));
        item.addClassName("difference-card");
        item.getElement().setAttribute("data-case", flip.tested().id().toString());
        return item;
    }

    private void samples(Group group, List<Difference> all) {
        List<Difference> some = all.stream().filter(one -> one.group() == group).toList();
        if (!some.isEmpty()) {
            String name = DifferenceCard.key(group);
            section(name, getTranslation("effects.samples." + name))
                    .add(new Parted<>(list(), some, AT_ONCE, one -> new DifferenceCard(one)));
        }
    }

    private void losing(List<Traffic> losing) {
        if (!losing.isEmpty()) {
            section("losing", getTranslation("effects.losing"))
                    .add(new Parted<>(list(), losing, AT_ONCE, this::losing));
        }
    }

    private ListItem losing(Traffic traffic) {
        Anchor entry = new Anchor(link.apply(traffic.entryKey()), traffic.question());
        entry.setTarget("_blank");
        Span change = new Span(getTranslation("effects.losing.change", traffic.before(), traffic.after()));
        change.addClassName("effect-change");
        ListItem item = new ListItem(entry, change);
        item.addClassName("effect-losing-line");
        item.getElement().setAttribute("data-key", traffic.entryKey());
        return item;
    }
}

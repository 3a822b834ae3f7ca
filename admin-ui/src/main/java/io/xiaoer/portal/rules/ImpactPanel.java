package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.portal.words.Links;
import io.xiaoer.rehearsal.RuleImpact;
import io.xiaoer.rehearsal.RuleImpact.Contradiction;
import io.xiaoer.rehearsal.RuleImpact.Ruled;
import io.xiaoer.rehearsal.RuleImpact.Touched;
import io.xiaoer.rules.RuleType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule would mean for what the bot says, with a way to each answer. */
class ImpactPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    ImpactPanel(RuleType type, RuleImpact impact) {
        addClassName("impact");
        setId("impact");
        if (impact.isUnused()) {
            add(unused(type));
            return;
        }
        List<Contradiction> wrong = impact.contradictions();
        if (!wrong.isEmpty()) {
            Div box = part("impact-wrong", getTranslation("rules.impact.wrong", String.valueOf(wrong.size())));
            UnorderedList list = new UnorderedList();
            wrong.stream().limit(SHOWN).forEach(one -> list.add(contradiction(one)));
            box.add(list);
            rest(box, wrong.stream().skip(SHOWN).map(this::contradiction).toList());
            add(box);
        }
        List<Touched> using = impact.using();
        if (!using.isEmpty()) {
            add(entries("impact-using", "rules.impact.using", using));
        }
        Set<String> contradicting =
                wrong.stream().map(one -> one.bot() + one.key()).collect(Collectors.toSet());
        List<Touched> others = impact.mentioning().stream()
                .filter(one -> !contradicting.contains(one.bot() + one.key()))
                .toList();
        if (!others.isEmpty()) {
            Div box = entries("impact-mentioning", "rules.impact.mentioning", others);
            Paragraph hint = new Paragraph(getTranslation("rules.impact.mentioning.hint"));
            hint.addClassName("hint");
            box.add(hint);
            add(box);
        }
    }

    private Component unused(RuleType type) {
        Div box = part("impact-unused", getTranslation("rules.impact.unused"));
        box.addClassName("warning");
        Anchor write = new Anchor(
                Links.with("/knowledge/new", "question", getTranslation("rules.ask." + type.key())),
                getTranslation("rules.impact.unused.write"));
        write.setTarget("_blank");
        box.add(write);
        return box;
    }

    private Div part(String name, String title) {
        Span head = new Span(title);
        head.addClassName("impact-title");
        Div box = new Div(head);
        box.addClassNames("impact-part", name);
        return box;
    }

    private Div entries(String name, String title, List<Touched> entries) {
        Div box = part(name, getTranslation(title, String.valueOf(entries.size())));
        UnorderedList list = new UnorderedList();
        entries.stream().limit(SHOWN).forEach(entry -> list.add(entry(entry)));
        box.add(list);
        rest(box, entries.stream().skip(SHOWN).map(this::entry).toList());
        return box;
    }

    private void rest(Div box, List<ListItem> items) {
        if (!items.isEmpty()) {
            UnorderedList list = new UnorderedList();
            items.forEach(list::add);
            box.add(new Details(getTranslation("rules.impact.more", String.valueOf(items.size())), list));
        }
    }

    private ListItem entry(Touched entry) {
        return new ListItem(link(entry.bot().toString(), entry.key(), entry.question()));
    }

    private ListItem contradiction(Contradiction one) {
        Span says = new Span(getTranslation("rules.impact.says", one.written(), ruled(one.ruled())));
        says.addClassName("impact-says");
        Span sentence = new Span(getTranslation("rules.impact.quote", one.sentence()));
        sentence.addClassNames("hint", "impact-quote");
        return new ListItem(link(one.bot().toString(), one.key(), one.question()), says, sentence);
    }

    private static Anchor link(String bot, String key, String question) {
        Anchor link = new Anchor(Links.with("/knowledge/" + key, "bot", bot), question);
        link.setTarget("_blank");
        return link;
    }

    private String ruled(Ruled ruled) {
        List<String> values = ruled.unit() == RuleImpact.Unit.TIERS
                ? ruled.tiers().stream()
                        .map(tier -> getTranslation(
                                "rules.say.tier",
                                tier.over().spoken(),
                                tier.off().spoken()))
                        .toList()
                : ruled.values().stream()
                        .map(value -> amount(ruled.unit(), value))
                        .toList();
        return values.isEmpty()
                ? getTranslation("rules.impact.nothing")
                : String.join(getTranslation("rules.impact.or"), values);
    }

    private String amount(RuleImpact.Unit unit, BigDecimal value) {
        return getTranslation(
                "rules.amount." + unit.name().toLowerCase(Locale.ROOT),
                value.stripTrailingZeros().toPlainString());
    }
}

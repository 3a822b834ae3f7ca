package io.xiaoer.portal.upgrades;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.portal.words.DiffText;
import io.xiaoer.portal.words.Parted;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an upgrade brings, by what becomes of it; each thing opens to show the words. */
class UpgradeItems extends Div {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 12;

    /** Fields that are one text, which is compared word by word; the others are lists. */
    private static final Set<String> TEXTS =
            Set.of("question", "answer", "entry", "selfName", "emoji", "greeting", "signOff");

    private final SerializableFunction<String, String> link;

    /** @param link an address of the portal that stays with the bot */
    UpgradeItems(List<Item> items, SerializableFunction<String, String> link) {
        this.link = link;
        addClassName("upgrade-groups");
        entries(items, "new", Fate.NEW);
        entries(items, "improved", Fate.IMPROVED);
        entries(items, "withdrawn", Fate.WITHDRAWN);
        entries(items, "kept", Fate.KEPT);
        group(
                items,
                "words",
                item -> Set.of(What.SYNONYMS, What.WORDS, What.TONE).contains(item.what()));
        group(items, "cases", item -> item.what() == What.CASE);
        group(items, "rules", item -> item.what() == What.RULE);
    }

    private void entries(List<Item> items, String name, Fate fate) {
        group(items, name, item -> item.what() == What.ENTRY && item.fate() == fate);
    }

    private void group(List<Item> all, String name, Predicate<Item> wanted) {
        List<Item> items = all.stream().filter(wanted).toList();
        if (items.isEmpty()) {
            return;
        }
        Section card = new Section(new H2(getTranslation("upgrades.group." + name, items.size())));
        card.addClassName("card");
        card.setId("upgrade-" + name);
        if (name.equals("rules") || name.equals("kept")) {
            Paragraph hint = new Paragraph(getTranslation("upgrades.group." + name + ".hint"));
            hint.addClassName("hint");
            card.add(hint);
        }
        card.add(new Parted<>(new Div(), items, AT_ONCE, this::line));
        add(card);
    }

    private Component line(Item item) {
        if (item.what() == What.RULE) {
            Anchor rules = new Anchor(link.apply("/rules"), title(item));
            Div line = new Div(mark(item), rules);
            line.addClassNames("upgrade-line", "upgrade-summary");
            return line;
        }
        Span title = new Span(title(item));
        title.addClassName("upgrade-title");
        Span fields = new Span(item.changes().stream()
                .map(change -> label(change.field()))
                .distinct()
                .collect(Collectors.joining(getTranslation("upgrades.comma"))));
        fields.addClassName("hint");
        Div summary = new Div(mark(item), title, fields);
        summary.addClassName("upgrade-summary");
        if (item.keepsSome() && item.fate() != Fate.KEPT) {
            Span kept = new Span(getTranslation("upgrades.keeps-some"));
            kept.addClassNames("badge", "upgrade-kept");
            summary.add(kept);
        }
        Details details = new Details(summary);
        details.addClassName("upgrade-line");
        details.setWidthFull();
        boolean[] filled = {false};
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && !filled[0]) {
                filled[0] = true;
                details.add(content(item));
            }
        });
        return details;
    }

    private String title(Item item) {
        return switch (item.what()) {
            case ENTRY, CASE -> item.title();
            case SYNONYMS -> getTranslation("released.synonyms");
            case WORDS -> getTranslation("released.words");
            case TONE -> getTranslation("released.tone");
            case RULE ->
                getTranslation("rules.type." + item.changes().getFirst().field());
        };
    }

    private Span mark(Item item) {
        String fate = key(item.fate());
        Span mark = new Span(getTranslation("upgrades.mark." + fate));
        mark.addClassNames("badge", "upgrade-mark", "upgrade-" + fate);
        return mark;
    }

    private Component content(Item item) {
        Div content = new Div();
        content.addClassName("upgrade-content");
        item.changes().forEach(change -> content.add(field(change)));
        boolean isThere = item.what() == What.ENTRY
                && item.fate() != Fate.NEW
                && item.changes().stream().noneMatch(change -> change.kept() == Kept.DELETED);
        if (isThere) {
            content.add(new Anchor(link.apply("/knowledge/" + item.subject()), getTranslation("released.open-entry")));
        }
        return content;
    }

    private Component field(Change change) {
        Span label = new Span(label(change.field()));
        label.addClassName("upgrade-label");
        Div what = new Div();
        what.addClassName("upgrade-what");
        Kept kept = change.kept();
        if (kept == null) {
            what.add(difference(change));
        } else {
            Span why = new Span(getTranslation(
                    "upgrades.kept." + key(kept), String.join(getTranslation("upgrades.comma"), change.before())));
            why.addClassNames("badge", "upgrade-kept");
            what.add(why);
            what.add(kept == Kept.EDITED && !change.before().isEmpty() ? twoSides(change) : list(change.after()));
        }
        Div line = new Div(label, what);
        line.addClassName("upgrade-field");
        return line;
    }

    private static Component difference(Change change) {
        return TEXTS.contains(change.field())
                ? DiffText.of(first(change.before()), first(change.after()))
                : DiffText.of(change.before(), change.after());
    }

    /** The shop's words and the pack's, one above the other. */
    private Component twoSides(Change change) {
        Div sides = new Div();
        sides.addClassName("upgrade-sides");
        sides.add(side("yours", change.before()), side("packs", change.after()));
        return sides;
    }

    private Component side(String name, List<String> texts) {
        Span whose = new Span(getTranslation("upgrades.side." + name));
        whose.addClassName("hint");
        return new Div(whose, list(texts));
    }

    private static Component list(List<String> texts) {
        Div list = new Div();
        list.addClassName("upgrade-list");
        texts.forEach(text -> list.add(new Div(text)));
        return list;
    }

    private String label(String field) {
        return getTranslation("upgrades.field." + field.toLowerCase(Locale.ROOT));
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static String key(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

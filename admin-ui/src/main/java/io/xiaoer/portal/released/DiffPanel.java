package io.xiaoer.portal.released;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableSupplier;
import io.xiaoer.portal.words.DiffText;
import io.xiaoer.portal.words.Parted;
import io.xiaoer.releases.ReleaseDiff;
import io.xiaoer.releases.ReleaseDiff.ChangedEntry;
import io.xiaoer.releases.ReleaseDiff.FieldChange;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs, thing by thing; each opens to show the words. Details are made when they are opened, and long lists in parts. */
class DiffPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int AT_ONCE = 30;

    private final ZoneId timeZone;
    private final SerializableFunction<String, String> link;

    /** @param link the address of an entry, by its key */
    DiffPanel(ReleaseDiff diff, ZoneId timeZone, SerializableFunction<String, String> link) {
        this.timeZone = timeZone;
        this.link = link;
        addClassName("difference");
        group(
                "changed",
                diff.changed().stream()
                        .map(entry -> new Line(
                                "changed", entry.question(), named(entry), () -> fields(entry.fields()), entry.key()))
                        .toList());
        group("added", diff.added().stream().map(entry -> line("added", entry)).toList());
        group(
                "removed",
                diff.removed().stream().map(entry -> line("removed", entry)).toList());
        if (!diff.tone().isEmpty() || !diff.shop().isEmpty()) {
            List<FieldChange> fields = new ArrayList<>(diff.tone());
            fields.addAll(diff.shop());
            String names = String.join("、", fields.stream().map(this::label).toList());
            group(
                    "tone",
                    List.of(new Line("changed", getTranslation("released.tone"), names, () -> fields(fields), null)));
        }
        if (!diff.synonyms().added().isEmpty() || !diff.synonyms().removed().isEmpty()) {
            group(
                    "synonyms",
                    List.of(new Line(
                            "changed",
                            getTranslation("released.synonyms"),
                            counts(
                                    diff.synonyms().added().size(),
                                    diff.synonyms().removed().size()),
                            () -> List.of(DiffText.of(
                                    groups(diff.synonyms().removed()),
                                    groups(diff.synonyms().added()))),
                            null)));
        }
        if (!diff.words().added().isEmpty() || !diff.words().removed().isEmpty()) {
            group(
                    "words",
                    List.of(new Line(
                            "changed",
                            getTranslation("released.words"),
                            counts(
                                    diff.words().added().size(),
                                    diff.words().removed().size()),
                            () -> List.of(DiffText.of(
                                    diff.words().removed(), diff.words().added())),
                            null)));
        }
    }

    /** In words and numbers: what would be different. */
    static String summary(Component place, ReleaseDiff diff) {
        List<String> parts = new ArrayList<>();
        count(place, parts, "changed", diff.changed().size());
        count(place, parts, "added", diff.added().size());
        count(place, parts, "removed", diff.removed().size());
        if (!diff.tone().isEmpty()) {
            parts.add(place.getTranslation("released.sum.tone"));
        }
        count(
                place,
                parts,
                "synonyms",
                diff.synonyms().added().size() + diff.synonyms().removed().size());
        count(
                place,
                parts,
                "words",
                diff.words().added().size() + diff.words().removed().size());
        if (!diff.shop().isEmpty()) {
            parts.add(place.getTranslation("released.sum.shop"));
        }
        return String.join(place.getTranslation("released.sum.and"), parts);
    }

    private static void count(Component place, List<String> parts, String what, int count) {
        if (count > 0) {
            parts.add(place.getTranslation("released.sum." + what, String.valueOf(count)));
        }
    }

    /**
     * One thing that differs.
     *
     * @param key of the entry, for a way to it; null if it is none
     */
    private record Line(
            String kind,
            String title,
            String detail,
            SerializableSupplier<List<? extends Component>> content,
            @Nullable String key) {}

    private void group(String name, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Div group = new Div();
        group.addClassName("difference-group");
        group.getElement().setAttribute("data-group", name);
        if (!name.equals("tone") && !name.equals("synonyms") && !name.equals("words")) {
            group.add(new H3(getTranslation("released.group." + name, String.valueOf(lines.size()))));
        }
        group.add(new Parted<>(new Div(), lines, AT_ONCE, this::details));
        add(group);
    }

    private Details details(Line line) {
        Span mark = new Span(getTranslation("released.mark." + line.kind()));
        mark.addClassNames("badge", "difference-mark", "difference-" + line.kind());
        Span title = new Span(line.title());
        title.addClassName("difference-title");
        Span detail = new Span(line.detail());
        detail.addClassName("hint");
        Div summary = new Div(mark, title, detail);
        summary.addClassName("difference-summary");
        Details details = new Details(summary);
        details.addClassName("difference-line");
        details.setWidthFull();
        boolean[] filled = {false};
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && !filled[0]) {
                filled[0] = true;
                Div content = new Div();
                content.addClassName("difference-content");
                line.content().get().forEach(content::add);
                String key = line.key();
                if (key != null && !line.kind().equals("removed")) {
                    content.add(new Anchor(link.apply(key), getTranslation("released.open-entry")));
                }
                details.add(content);
            }
        });
        return details;
    }

    private Line line(String kind, ReleasedEntry entry) {
        return new Line(kind, entry.question(), "", () -> whole(kind, entry), entry.key());
    }

    /** An entry as it begins or ends to answer. */
    private List<Component> whole(String kind, ReleasedEntry entry) {
        boolean added = kind.equals("added");
        List<Component> lines = new ArrayList<>();
        lines.add(field("answer", added ? DiffText.of("", entry.answer()) : DiffText.of(entry.answer(), "")));
        if (!entry.similar().isEmpty()) {
            lines.add(field(
                    "similar",
                    added ? DiffText.of(List.of(), entry.similar()) : DiffText.of(entry.similar(), List.of())));
        }
        if (!entry.keywords().isEmpty()) {
            lines.add(field(
                    "keywords",
                    added ? DiffText.of(List.of(), entry.keywords()) : DiffText.of(entry.keywords(), List.of())));
        }
        return lines;
    }

    private List<Component> fields(List<FieldChange> changes) {
        return changes.stream()
                .map(change -> {
                    Object before = change.before();
                    Object after = change.after();
                    if (before instanceof List<?> || after instanceof List<?>) {
                        return field(
                                change.field(), DiffText.of(list(change.field(), before), list(change.field(), after)));
                    }
                    return field(
                            change.field(), DiffText.of(text(change.field(), before), text(change.field(), after)));
                })
                .toList();
    }

    private Component field(String name, Component difference) {
        Div line = new Div(new Span(getTranslation("released.field." + name.toLowerCase(Locale.ROOT))), difference);
        line.addClassName("difference-field");
        return line;
    }

    private List<String> list(String field, @Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(item ->
                                field.equals("needs") ? getTranslation("entry.need." + item) : String.valueOf(item))
                        .toList()
                : List.of();
    }

    private String text(String field, @Nullable Object value) {
        return switch (value) {
            case null -> field.startsWith("valid") ? getTranslation("entry.unlimited") : "";
            case Instant time -> TIME.format(time.atZone(timeZone));
            case Enum<?> choice ->
                getTranslation("tone." + field + "." + choice.name().toLowerCase(Locale.ROOT));
            default -> value.toString();
        };
    }

    private String named(ChangedEntry entry) {
        return String.join("、", entry.fields().stream().map(this::label).toList());
    }

    private String label(FieldChange change) {
        return getTranslation("released.field." + change.field().toLowerCase(Locale.ROOT));
    }

    private String counts(int added, int removed) {
        return Stream.of(added > 0 ? "+" + added : "", removed > 0 ? "−" + removed : "")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static List<String> groups(List<List<String>> groups) {
        return groups.stream().map(group -> String.join(" = ", group)).toList();
    }
}

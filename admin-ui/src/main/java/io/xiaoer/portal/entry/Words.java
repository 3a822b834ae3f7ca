package io.xiaoer.portal.entry;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.portal.words.Versus.Choice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an entry: whether two drafts say the same, where they differ, and how to make one of two. */
final class Words {

    /** A field; its name in lower case ends the key of its text. */
    enum Field {
        QUESTION(EntryDraft::question),
        SIMILAR(draft -> list(draft.similar())),
        KEYWORDS(draft -> list(draft.keywords())),
        ANSWER(EntryDraft::answer),
        NEEDS(draft -> list(draft.needs())),
        VALIDFROM(draft -> instant(draft.validFrom())),
        VALIDTO(draft -> instant(draft.validTo())),
        ENABLED(EntryDraft::enabled);

        private final Function<EntryDraft, @Nullable Object> part;

        Field(Function<EntryDraft, @Nullable Object> part) {
            this.part = part;
        }

        /** A text, a list of texts, an instant, a boolean or null. */
        @Nullable
        Object of(EntryDraft draft) {
            return part.apply(draft);
        }

        boolean isList() {
            return this == SIMILAR || this == KEYWORDS || this == NEEDS;
        }

        boolean differs(EntryDraft one, EntryDraft other) {
            Object a = of(one);
            Object b = of(other);
            if (a instanceof List<?> first && b instanceof List<?> second) {
                return !Set.copyOf(first).equals(Set.copyOf(second));
            }
            return !Objects.equals(a, b);
        }
    }

    private Words() {}

    static List<Field> differing(EntryDraft one, EntryDraft other) {
        return Arrays.stream(Field.values())
                .filter(field -> field.differs(one, other))
                .toList();
    }

    static boolean same(EntryDraft one, EntryDraft other) {
        return differing(one, other).isEmpty();
    }

    /** What does justice to both: whoever alone changed the field; lists that both changed can be had together. */
    static Choice suggested(Field field, EntryDraft base, EntryDraft mine, EntryDraft theirs) {
        if (!field.differs(base, mine)) {
            return Choice.THEIRS;
        }
        if (!field.differs(base, theirs)) {
            return Choice.MINE;
        }
        return field.isList() ? Choice.BOTH : Choice.MINE;
    }

    /** One draft of two, on their version; what is not chosen is mine. */
    static EntryDraft merged(EntryDraft base, EntryDraft mine, EntryDraft theirs, Map<Field, Choice> choices) {
        Function<Field, EntryDraft> from =
                field -> choices.getOrDefault(field, Choice.MINE) == Choice.THEIRS ? theirs : mine;
        return new EntryDraft(
                mine.key(),
                from.apply(Field.QUESTION).question(),
                lists(Field.SIMILAR, EntryDraft::similar, base, mine, theirs, choices),
                lists(Field.KEYWORDS, EntryDraft::keywords, base, mine, theirs, choices),
                from.apply(Field.ANSWER).answer(),
                lists(Field.NEEDS, EntryDraft::needs, base, mine, theirs, choices),
                from.apply(Field.VALIDFROM).validFrom(),
                from.apply(Field.VALIDTO).validTo(),
                from.apply(Field.ENABLED).enabled(),
                theirs.version());
    }

    private static List<String> lists(
            Field field,
            Function<EntryDraft, @Nullable List<String>> part,
            EntryDraft base,
            EntryDraft mine,
            EntryDraft theirs,
            Map<Field, Choice> choices) {
        List<String> own = list(part.apply(mine));
        List<String> others = list(part.apply(theirs));
        return switch (choices.getOrDefault(field, Choice.MINE)) {
            case MINE -> own;
            case THEIRS -> others;
            case BOTH -> {
                List<String> before = list(part.apply(base));
                Set<String> both = new LinkedHashSet<>(others);
                before.stream().filter(text -> !own.contains(text)).forEach(both::remove);
                own.stream().filter(text -> !before.contains(text)).forEach(both::add);
                yield new ArrayList<>(both);
            }
        };
    }

    private static List<String> list(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

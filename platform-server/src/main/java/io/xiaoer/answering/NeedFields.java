package io.xiaoer.answering;

import io.xiaoer.answering.facts.Providers;
import io.xiaoer.answering.facts.Samples;
import io.xiaoer.rules.RulesInForce;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer can say of a fact, for people who write answers. */
public record NeedFields(Need need, List<Field> fields) {

    /** How a field is written. */
    public enum Shape {
        TEXT,
        /** Yes or no. */
        FLAG,
        TEXTS,
        /** Several of the same kind, each with parts. */
        ROWS,
        /** Texts by their names. */
        TABLE
    }

    /**
     * One field.
     *
     * @param parts what each row has; empty unless there are rows
     * @param example what it is for a made-up shopper, plain data as templates see it; null if nothing is made up
     */
    public record Field(
            Need need,
            String name,
            Shape shape,
            List<String> parts,
            @Nullable Object example) {

        public Field {
            parts = List.copyOf(parts);
        }

        /** As templates name it, for example {@code exchange.last_day}. */
        public String path() {
            return need.variable() + "." + name;
        }

        /** What to write in an answer for it; where words are to follow stand dots. */
        public String snippet() {
            return switch (shape) {
                case TEXT -> "{{ " + path() + " }}";
                case FLAG -> "{% if " + path() + " %}……{% else %}……{% endif %}";
                case TEXTS -> "{{ " + path() + " | join: \"、\" }}";
                case ROWS -> "{% for one in " + path() + " %}{{ one." + parts.getFirst() + " }} {% endfor %}";
                case TABLE -> "{{ " + path() + "['" + firstName() + "'] }}";
            };
        }

        private String firstName() {
            return example instanceof Map<?, ?> table && !table.isEmpty()
                    ? String.valueOf(table.keySet().iterator().next())
                    : "……";
        }

        private Field with(@Nullable Object seen) {
            return new Field(need, name, shape, parts, seen);
        }
    }

    public NeedFields {
        fields = List.copyOf(fields);
    }

    /**
     * The ready sentence first, then what the fact has of its own.
     *
     * @param locale the shop's, a BCP 47 tag
     * @param rules that the shop has; where it has none, examples are told from made-up ones
     */
    public static NeedFields of(Need need, String locale, RulesInForce rules) {
        boolean english = locale.startsWith("en");
        Map<SampleCase, Map<String, Object>> own = new EnumMap<>(SampleCase.class);
        Map<SampleCase, Map<String, Object>> madeUp = new EnumMap<>(SampleCase.class);
        for (SampleCase kind : SampleCase.values()) {
            own.put(kind, Samples.of(need, kind, english, rules).values());
            madeUp.put(kind, Samples.of(need, kind, english).values());
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                need,
                "say",
                Shape.TEXT,
                List.of(),
                Samples.of(need, SampleCase.KNOWN, english, rules).say()));
        Providers.described(need)
                .forEach(field -> fields.add(field.with(Stream.concat(own.values().stream(), madeUp.values().stream())
                        .map(values -> values.get(field.name()))
                        .filter(Objects::nonNull)
                        .filter(value -> !(value instanceof List<?> list && list.isEmpty()))
                        .findFirst()
                        .orElse(null))));
        return new NeedFields(need, fields);
    }

    /**
     * An answer to begin from, with a branch for each state, right as it is.
     *
     * @param allowed note for whoever writes the branch for what is known and, if something is asked for, allowed
     * @param refused note for what is asked for and refused
     * @param unknown note for what cannot be told
     */
    public String pattern(String allowed, String refused, String unknown) {
        String name = need.variable();
        String say = "{{ " + name + ".say }}\n";
        boolean decides = fields.stream().anyMatch(field -> field.name().equals("allowed"));
        return "{% if " + name + (decides ? ".allowed" : ".known") + " %}" + note(allowed) + say
                + (decides ? "{% elsif " + name + ".known %}" + note(refused) + say : "")
                + "{% else %}" + note(unknown) + say + "{% endif %}";
    }

    private static String note(String text) {
        return "{% comment %}" + text + "{% endcomment %}";
    }
}

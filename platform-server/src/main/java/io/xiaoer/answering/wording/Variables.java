package io.xiaoer.answering.wording;

import io.xiaoer.answering.Need;
import io.xiaoer.answering.facts.Providers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that a template speaks of, found without rendering it, so that a branch nobody has met yet cannot hide a mistake. */
final class Variables {

    private static final Pattern MARKUP =
            Pattern.compile("\\{\\{-?(.*?)-?}}|\\{%-?\\s*(\\w+)(.*?)-?%}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*\\w+");
    private static final Pattern LOCAL = Pattern.compile("^\\s*([A-Za-z_]\\w*)\\s*(?:=|\\bin\\b)");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w.'\"\\]])([A-Za-z_]\\w*)(?:\\.([A-Za-z_]\\w*)|\\[[^\\]]*])?");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "contains",
            "in",
            "true",
            "false",
            "nil",
            "null",
            "empty",
            "blank",
            "forloop",
            "limit",
            "offset",
            "reversed");
    private static final Map<Need, Set<String>> FIELDS = fields();

    private final Set<String> locals = new HashSet<>();
    private final List<Path> paths = new ArrayList<>();

    /** @param field null where the value as a whole is meant, or a field that is computed */
    private record Path(String root, @Nullable String field) {
        String said() {
            return field == null ? root : root + "." + field;
        }
    }

    private Variables() {}

    static Variables in(String source) {
        var variables = new Variables();
        Matcher markup = MARKUP.matcher(source);
        boolean commented = false;
        while (markup.find()) {
            String tag = markup.group(2);
            commented = "comment".equals(tag) || (commented && !"endcomment".equals(tag));
            if (!commented) {
                variables.read(tag, tag == null ? markup.group(1) : markup.group(3));
            }
        }
        return variables;
    }

    private void read(@Nullable String tag, String inside) {
        String text = FILTER.matcher(QUOTED.matcher(inside).replaceAll("''")).replaceAll("|");
        if ("assign".equals(tag) || "for".equals(tag)) {
            Matcher local = LOCAL.matcher(text);
            if (local.find()) {
                locals.add(local.group(1));
                text = text.substring(local.end());
            }
        }
        Matcher path = PATH.matcher(text);
        while (path.find()) {
            if (!WORDS.contains(path.group(1))) {
                paths.add(new Path(path.group(1), path.group(2)));
            }
        }
    }

    /** The first value that does not exist, as the template says it. */
    Optional<String> unknown(Set<String> more) {
        return paths.stream()
                .filter(path -> !locals.contains(path.root()) && !more.contains(path.root()) && !exists(path))
                .map(Path::said)
                .findFirst();
    }

    private static boolean exists(Path path) {
        if (path.root().equals("shop")) {
            return "name".equals(path.field());
        }
        Optional<Need> need = Need.ofVariable(path.root());
        return need.isPresent()
                && (path.field() == null
                        || FIELDS.getOrDefault(need.get(), Set.of()).contains(path.field()));
    }

    /** The facts that the template speaks of. */
    Set<Need> needs() {
        Set<Need> needs = new LinkedHashSet<>();
        paths.forEach(path -> Need.ofVariable(path.root()).ifPresent(needs::add));
        return needs;
    }

    /** Whether the template says itself what to say where the fact is not known. */
    boolean handlesUnknown(Need need) {
        return paths.contains(new Path(need.variable(), "known")) || paths.contains(new Path(need.variable(), "why"));
    }

    private static Map<Need, Set<String>> fields() {
        Map<Need, Set<String>> fields = new EnumMap<>(Need.class);
        for (Need need : Need.values()) {
            fields.put(need, Providers.fields(need));
        }
        return fields;
    }
}

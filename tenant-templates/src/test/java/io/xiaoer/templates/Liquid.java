package io.xiaoer.templates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as it is written, read without a template engine. */
record Liquid(String source) {

    private static final Pattern MARKUP = Pattern.compile("\\{\\{(.*?)}}|\\{%(.*?)%}");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern PATH = Pattern.compile("(?<![\\w.])[a-z_]\\w*(?:\\.\\w+)*");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*\\w+");
    private static final Pattern LOOP = Pattern.compile("for\\s+(\\w+)\\s+in\\s+(\\S+).*");
    private static final Set<String> BLOCKS = Set.of("if", "unless", "case", "for");
    private static final Set<String> WORDS = Set.of(
            "if",
            "elsif",
            "else",
            "endif",
            "unless",
            "endunless",
            "case",
            "when",
            "endcase",
            "for",
            "endfor",
            "in",
            "limit",
            "and",
            "or",
            "contains",
            "true",
            "false",
            "nil",
            "blank",
            "empty",
            "forloop");

    /** What stands between the marks, tags and outputs alike. */
    private List<String> marks() {
        return MARKUP.matcher(source)
                .results()
                .map(mark -> (mark.group(1) == null ? mark.group(2) : mark.group(1)).strip())
                .toList();
    }

    private List<String> tags() {
        return MARKUP.matcher(source)
                .results()
                .map(mark -> mark.group(2))
                .filter(tag -> tag != null)
                .map(String::strip)
                .toList();
    }

    /** What keeps the answer from being a template; empty when it is one. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        String rest = MARKUP.matcher(source).replaceAll("");
        if (rest.contains("{") || rest.contains("}") || rest.contains("%")) {
            faults.add("a mark that is not closed or not opened");
        }
        var open = new ArrayDeque<String>();
        for (String tag : tags()) {
            String name = tag.split("\\s", 2)[0];
            String block = open.peek();
            if (BLOCKS.contains(name)) {
                open.push(name);
            } else if (name.startsWith("end") && BLOCKS.contains(name.substring(3))) {
                if (!name.substring(3).equals(block)) {
                    faults.add(name + " closes " + block);
                }
                open.poll();
            } else if (name.equals("elsif") && !"if".equals(block)
                    || name.equals("when") && !"case".equals(block)
                    || name.equals("else") && block == null) {
                faults.add(name + " in " + block);
            } else if (!WORDS.contains(name)) {
                faults.add("the tag " + name);
            }
        }
        open.forEach(block -> faults.add(block + " without its end"));
        return faults;
    }

    /** {@code coupon.name} where it says {@code c.name} within {@code for c in coupon.list}. */
    Set<String> variables() {
        Map<String, String> loops = new HashMap<>();
        var variables = new TreeSet<String>();
        for (String mark : marks()) {
            Matcher loop = LOOP.matcher(mark);
            if (loop.matches()) {
                loops.put(loop.group(1), loop.group(2).split("\\.", 2)[0]);
            }
            String bare = FILTER.matcher(QUOTED.matcher(mark).replaceAll("")).replaceAll("");
            PATH.matcher(bare).results().map(path -> path.group()).forEach(path -> {
                String[] parts = path.split("\\.", 2);
                String root = loops.getOrDefault(parts[0], parts[0]);
                boolean isLoop = parts.length == 1 && loops.containsKey(parts[0]);
                if (!isLoop && !WORDS.contains(root)) {
                    variables.add(parts.length == 1 ? root : root + "." + parts[1]);
                }
            });
        }
        return variables;
    }

    /** Whether something is left to say when no condition holds. */
    boolean alwaysSaysSomething() {
        int depth = 0;
        int from = 0;
        Matcher mark = MARKUP.matcher(source);
        while (mark.find()) {
            if (depth == 0 && !source.substring(from, mark.start()).isBlank()) {
                return true;
            }
            from = mark.end();
            String name = mark.group(2) == null ? "" : mark.group(2).strip().split("\\s", 2)[0];
            if (depth == 1 && name.equals("else")) {
                return true;
            }
            depth += BLOCKS.contains(name) ? 1 : name.startsWith("end") ? -1 : 0;
        }
        return !source.substring(from).isBlank();
    }

    /** What a shopper may read: the words of all branches, clause by clause. */
    List<String> clauses() {
        return List.of(MARKUP.matcher(source).replaceAll(" ").split("[。；！？]"));
    }
}

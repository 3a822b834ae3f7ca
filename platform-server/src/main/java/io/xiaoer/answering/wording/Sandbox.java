package io.xiaoer.answering.wording;

import io.xiaoer.answering.wording.AnswerTemplate.Cause;
import io.xiaoer.answering.wording.AnswerTemplate.Failed;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.RenderTransformer;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.filters.Filter;
import liqp.filters.Filters;
import liqp.parser.Flavor;

/**
 * The fence around what owners write: few tags, few filters, no files, no clock, and an end to every loop, text and wait. liqp's own
 * limits do not cover values that grow inside filters, and its time limit leaves the runaway thread running, so both are watched here,
 * in the rendering thread itself.
 */
final class Sandbox {

    static final int MOST_SOURCE = 8_000;
    static final int MOST_RESULT = 4_000;
    private static final int MOST_ITERATIONS = 500;
    private static final long MOST_NANOS = 1_000_000_000;
    private static final int DEEPEST = 12;

    private static final Set<String> TAGS = Set.of(
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
            "assign",
            "break",
            "continue",
            "comment",
            "endcomment");
    private static final Set<String> FILTERS = Set.of(
            "abs",
            "append",
            "at_least",
            "at_most",
            "capitalize",
            "ceil",
            "default",
            "divided_by",
            "downcase",
            "first",
            "floor",
            "join",
            "last",
            "minus",
            "modulo",
            "plus",
            "prepend",
            "remove",
            "replace",
            "reverse",
            "round",
            "size",
            "slice",
            "sort",
            "split",
            "strip",
            "times",
            "truncate",
            "uniq",
            "upcase");
    private static final Pattern TAG = Pattern.compile("\\{%-?\\s*([^\\s%}]*)");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*(\\w+)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern MARKUP = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);

    private static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();
    private static final TemplateParser PARSER = parser();

    /** A limit was met or something forbidden was used. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Failed failed;

        Violation(Cause cause, String detail) {
            super(detail, null, false, false);
            this.failed = new Failed(cause, detail);
        }

        Failed failed() {
            return failed;
        }
    }

    private Sandbox() {}

    static Template parse(String source) {
        refuseForbidden(source);
        return PARSER.parse(source);
    }

    static String render(Template template, Map<String, Object> values) {
        return ScopedValue.where(DEADLINE, System.nanoTime() + MOST_NANOS)
                .call(() ->
                        template.renderToObjectUnguarded(new HashMap<>(values)).toString());
    }

    private static void refuseForbidden(String source) {
        int depth = 0;
        Matcher tag = TAG.matcher(source);
        while (tag.find()) {
            String name = tag.group(1);
            if (!TAGS.contains(name)) {
                throw new Violation(Cause.FORBIDDEN, "{% " + name + " %}");
            }
            depth += name.startsWith("end")
                    ? -1
                    : Set.of("if", "unless", "case", "for", "comment").contains(name) ? 1 : 0;
            if (depth > DEEPEST) {
                throw new Violation(Cause.TOO_MUCH_WORK, "nested deeper than " + DEEPEST);
            }
        }
        Matcher markup = MARKUP.matcher(source);
        while (markup.find()) {
            if (markup.group().chars().filter(c -> c == '[').count() > DEEPEST) {
                throw new Violation(Cause.TOO_MUCH_WORK, "too many [");
            }
            Matcher filter = FILTER.matcher(QUOTED.matcher(markup.group()).replaceAll("''"));
            while (filter.find()) {
                if (!FILTERS.contains(filter.group(1))) {
                    throw new Violation(Cause.FORBIDDEN, "| " + filter.group(1));
                }
            }
        }
    }

    private static TemplateParser parser() {
        var builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withMaxIterations(MOST_ITERATIONS)
                .withMaxSizeRenderedString(MOST_RESULT)
                .withMaxTemplateSizeBytes(MOST_SOURCE)
                .withRenderTransformer(new Fenced())
                .withNameResolver(name -> {
                    throw new Violation(Cause.FORBIDDEN, "include " + name);
                });
        for (Filter filter : Filters.DEFAULT_FILTERS.values()) {
            builder.withFilter(new FencedFilter(filter));
        }
        return builder.build();
    }

    private static void checkTime() {
        if (DEADLINE.isBound() && System.nanoTime() > DEADLINE.get()) {
            throw new Violation(Cause.TOO_MUCH_WORK, "more than " + MOST_NANOS / 1_000_000 + " ms");
        }
    }

    private static long size(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> list -> list.size();
            case Object array when array.getClass().isArray() -> Array.getLength(array);
            default -> 0;
        };
    }

    /** A filter that works on small values only and that is stopped when it makes large ones. */
    private static final class FencedFilter extends Filter {
        private final Filter inner;

        FencedFilter(Filter inner) {
            super(inner.getName());
            this.inner = inner;
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... params) {
            checkTime();
            if (!FILTERS.contains(name)) {
                throw new Violation(Cause.FORBIDDEN, "| " + name);
            }
            long product = 1 + (value == null ? 0 : size(value));
            for (Object param : params) {
                product *= 1 + (param == null ? 0 : Math.min(size(param), MOST_RESULT));
            }
            if (product > 1_000L * MOST_RESULT) {
                throw new Violation(Cause.RESULT_TOO_LONG, "| " + name);
            }
            Object result = inner.apply(value, context, params);
            if (result != null && size(result) > MOST_RESULT) {
                throw new Violation(Cause.RESULT_TOO_LONG, "| " + name);
            }
            return result;
        }
    }

    /** Collects what is rendered, watching its length and the time. */
    private static final class Fenced implements RenderTransformer {

        @Override
        public ObjectAppender.Controller newObjectAppender(TemplateContext context, int estimatedNumberOfAppends) {
            checkTime();
            var text = new StringBuilder();
            return new ObjectAppender.Controller() {
                @Override
                public Object getResult() {
                    return text.toString();
                }

                @Override
                public void append(Object value) {
                    checkTime();
                    text.append(value);
                    if (text.length() > MOST_RESULT) {
                        throw new Violation(Cause.RESULT_TOO_LONG, "more than " + MOST_RESULT + " characters");
                    }
                }
            };
        }

        @Override
        public Object transformObject(TemplateContext context, Object value) {
            return String.valueOf(value);
        }
    }
}

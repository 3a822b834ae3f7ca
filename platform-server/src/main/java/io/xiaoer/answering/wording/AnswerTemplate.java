package io.xiaoer.answering.wording;

import io.xiaoer.answering.Need;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liqp.Template;
import liqp.exceptions.LiquidException;
import liqp.exceptions.VariableNotExistException;
import org.jspecify.annotations.Nullable;

/** An entry's answer, parsed once. Text without Liquid marks never meets the template engine. Safe for many threads. */
public final class AnswerTemplate {

    /** What came of rendering. */
    public sealed interface Result {}

    public record Rendered(String text) implements Result {}

    /** @param detail for the owner, not for the shopper */
    public record Failed(Cause cause, String detail) implements Result {}

    /** Why a template cannot be rendered. */
    public enum Cause {
        TOO_LONG,
        SYNTAX,
        FORBIDDEN,
        UNKNOWN_VARIABLE,
        TOO_MUCH_WORK,
        RESULT_TOO_LONG,
        EMPTY
    }

    private final String source;
    private final Variables variables;
    private final @Nullable Template template;
    private final @Nullable Failed broken;

    private AnswerTemplate(String source, Variables variables, @Nullable Template template, @Nullable Failed broken) {
        this.source = source;
        this.variables = variables;
        this.template = template;
        this.broken = broken;
    }

    /** Never throws: a source that cannot be parsed fails whenever it is rendered. */
    public static AnswerTemplate of(String source) {
        return of(source, Set.of());
    }

    /** @param more names of values besides the shop's and the facts' */
    static AnswerTemplate of(String source, Set<String> more) {
        if (source.length() > Sandbox.MOST_SOURCE) {
            return new AnswerTemplate(
                    "", Variables.in(""), null, new Failed(Cause.TOO_LONG, source.length() + " characters"));
        }
        Variables variables = Variables.in(source);
        if (!source.contains("{{") && !source.contains("{%")) {
            return new AnswerTemplate(source, variables, null, null);
        }
        Optional<String> unknown = variables.unknown(more);
        try {
            Template parsed = Sandbox.parse(source);
            return unknown.isPresent()
                    ? new AnswerTemplate(source, variables, null, new Failed(Cause.UNKNOWN_VARIABLE, unknown.get()))
                    : new AnswerTemplate(source, variables, parsed, null);
        } catch (Sandbox.Violation violation) {
            return new AnswerTemplate(source, variables, null, violation.failed());
        } catch (RuntimeException | StackOverflowError e) {
            return new AnswerTemplate(source, variables, null, new Failed(Cause.SYNTAX, message(e)));
        }
    }

    /** The facts that the answer speaks of. */
    public Set<Need> needs() {
        return variables.needs();
    }

    /**
     * All facts that the answer is over.
     *
     * @param named by the entry, besides those that the answer speaks of
     */
    public Set<Need> needs(List<String> named) {
        Set<Need> needs = new LinkedHashSet<>();
        named.forEach(need -> Need.of(need).ifPresent(needs::add));
        needs.addAll(needs());
        return needs;
    }

    /** Whether the answer says itself what to say where the fact is not known. */
    public boolean handlesUnknown(Need need) {
        return variables.handlesUnknown(need);
    }

    /** @param values plain data only: strings, numbers, booleans, lists and maps */
    public Result render(Map<String, Object> values) {
        if (broken != null) {
            return broken;
        }
        String text;
        try {
            text = template == null ? source : rendered(template, values);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e);
        }
        if (text.isBlank()) {
            return new Failed(Cause.EMPTY, "");
        }
        return text.length() > Sandbox.MOST_RESULT
                ? new Failed(Cause.RESULT_TOO_LONG, text.length() + " characters")
                : new Rendered(text.strip());
    }

    /** liqp keeps the state of a rendering inside the template. */
    private static String rendered(Template template, Map<String, Object> values) {
        synchronized (template) {
            return Sandbox.render(template, values);
        }
    }

    private static Failed failed(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Sandbox.Violation violation) {
                return violation.failed();
            }
            if (cause instanceof VariableNotExistException unknown) {
                return new Failed(Cause.UNKNOWN_VARIABLE, unknown.getVariableName());
            }
            if (cause instanceof LiquidException) {
                return new Failed(Cause.SYNTAX, message(cause));
            }
        }
        boolean work = e instanceof StackOverflowError || message(e).contains("maxIterations");
        return new Failed(work ? Cause.TOO_MUCH_WORK : Cause.SYNTAX, message(e));
    }

    private static String message(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.substring(0, Math.min(200, message.length()));
    }

    /** Bytes of memory, about; a parse tree is some forty times its source. */
    public long weight() {
        return 64 + 2L * source.length() + (template == null ? 0 : 80L * source.length());
    }
}

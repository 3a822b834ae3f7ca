package io.xiaoer.knowledge.internal;

import io.xiaoer.knowledge.AnswerCheck;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.RowProblem;
import io.xiaoer.knowledge.RowProblem.Kind;
import io.xiaoer.knowledge.internal.ImportRow.Moment;
import io.xiaoer.knowledge.internal.sheet.Column;
import io.xiaoer.knowledge.internal.sheet.Lists;
import io.xiaoer.knowledge.internal.sheet.Sheet;
import io.xiaoer.shared.Texts;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a row into an entry's words, or says what is wrong with them first. */
final class RowReader {

    private static final Set<String> YES = Set.of("", "true", "yes", "y", "1", "on", "是", "启用", "开");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "off", "否", "停用", "关");
    private static final int SHOWN = 20;

    private final @Nullable AnswerCheck answers;

    RowReader(@Nullable AnswerCheck answers) {
        this.answers = answers;
    }

    /** What came of a row. */
    sealed interface Read {}

    record Good(ImportRow row) implements Read {}

    record Bad(RowProblem problem) implements Read {}

    Read read(Sheet.Row row) {
        try {
            return new Good(words(row));
        } catch (Unfit unfit) {
            return new Bad(unfit.problem);
        }
    }

    /** The row of an entry, as {@link #read} reads it. */
    static List<String> cells(Entry entry) {
        return List.of(
                entry.question(),
                Lists.join(entry.similar()),
                Lists.join(entry.keywords()),
                entry.answer(),
                Lists.join(entry.needs()),
                text(entry.validFrom()),
                text(entry.validTo()),
                entry.enabled() ? "" : "false");
    }

    private static String text(@Nullable OffsetDateTime time) {
        return time == null ? "" : time.toString();
    }

    private ImportRow words(Sheet.Row row) {
        for (Column column : Column.values()) {
            String cell = row.cell(column);
            refuse(
                    cell != null && !Texts.isClean(cell),
                    () -> new RowProblem(Kind.CONTROL_CHARACTERS, column.heading("en"), column.heading("zh")));
        }
        String question = stripped(row.cell(Column.QUESTION));
        refuse(question.isEmpty(), () -> new RowProblem(Kind.QUESTION_MISSING));
        refuse(
                question.length() > EntryDraft.MAX_QUESTION,
                () -> new RowProblem(Kind.QUESTION_LONG, EntryDraft.MAX_QUESTION));
        List<String> similar = list(
                row.cell(Column.SIMILAR),
                EntryDraft.MAX_SIMILAR,
                EntryDraft.MAX_QUESTION,
                Kind.SIMILAR_MANY,
                Kind.SIMILAR_LONG);
        List<String> keywords = list(
                row.cell(Column.KEYWORDS),
                EntryDraft.MAX_KEYWORDS,
                EntryDraft.MAX_KEYWORD,
                Kind.KEYWORDS_MANY,
                Kind.KEYWORD_LONG);
        String answer = answer(stripped(row.cell(Column.ANSWER)));
        List<String> needs = needs(row.cell(Column.NEEDS));
        Moment from = moment(row.cell(Column.VALID_FROM));
        Moment to = moment(row.cell(Column.VALID_TO));
        refuse(
                from != null
                        && to != null
                        && from.at() != null
                        && to.at() != null
                        && !from.at().isBefore(to.at()),
                () -> new RowProblem(Kind.VALIDITY_REVERSED));
        return new ImportRow(
                row.number(), question, similar, keywords, answer, needs, from, to, enabled(row.cell(Column.ENABLED)));
    }

    private static @Nullable List<String> list(
            @Nullable String cell, int most, int longest, Kind tooMany, Kind tooLong) {
        if (cell == null) {
            return null;
        }
        List<String> texts = Lists.split(cell);
        refuse(texts.size() > most, () -> new RowProblem(tooMany, most));
        for (String text : texts) {
            refuse(text.length() > longest, () -> new RowProblem(tooLong, longest, text.substring(0, SHOWN)));
        }
        return texts;
    }

    private String answer(String answer) {
        refuse(answer.isEmpty(), () -> new RowProblem(Kind.ANSWER_MISSING));
        refuse(
                answer.length() > EntryDraft.MAX_ANSWER,
                () -> new RowProblem(Kind.ANSWER_LONG, EntryDraft.MAX_ANSWER, answer.length()));
        if (answers != null) {
            answers.problemOf(answer, "en").ifPresent(english -> {
                throw new Unfit(new RowProblem(
                        Kind.TEMPLATE,
                        english,
                        answers.problemOf(answer, "zh-CN").orElse(english)));
            });
        }
        return answer;
    }

    private static @Nullable List<String> needs(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        List<String> needs = new ArrayList<>(Lists.split(cell));
        for (String need : needs) {
            refuse(
                    !EntryDraft.KNOWN_NEEDS.contains(need),
                    () -> new RowProblem(
                            Kind.NEED_UNKNOWN,
                            need,
                            String.join(
                                    ", ",
                                    EntryDraft.KNOWN_NEEDS.stream().sorted().toList())));
        }
        return List.copyOf(needs);
    }

    private static @Nullable Moment moment(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        if (text.isEmpty()) {
            return new Moment(null);
        }
        try {
            return new Moment(OffsetDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            throw new Unfit(
                    new RowProblem(Kind.TIME_UNREADABLE, text.substring(0, Math.min(2 * SHOWN, text.length()))));
        }
    }

    private static @Nullable Boolean enabled(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip().toLowerCase(Locale.ROOT);
        refuse(
                !YES.contains(text) && !NO.contains(text),
                () -> new RowProblem(Kind.SWITCH_UNREADABLE, text.substring(0, Math.min(SHOWN, text.length()))));
        return YES.contains(text);
    }

    private static String stripped(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }

    private static void refuse(boolean wrong, Supplier<RowProblem> problem) {
        if (wrong) {
            throw new Unfit(problem.get());
        }
    }

    /** Leaves the reading of a row at the first thing that is wrong. */
    private static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RowProblem problem;

        Unfit(RowProblem problem) {
            super(problem.kind().name(), null, false, false);
            this.problem = problem;
        }
    }
}

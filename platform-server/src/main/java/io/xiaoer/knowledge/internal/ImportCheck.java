package io.xiaoer.knowledge.internal;

import io.xiaoer.knowledge.AnswerCheck;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.RowProblem;
import io.xiaoer.knowledge.RowProblem.Kind;
import io.xiaoer.knowledge.internal.ImportRows.Checked;
import io.xiaoer.knowledge.internal.ImportRows.Outcome;
import io.xiaoer.knowledge.internal.RowReader.Bad;
import io.xiaoer.knowledge.internal.RowReader.Good;
import io.xiaoer.knowledge.internal.sheet.Column;
import io.xiaoer.knowledge.internal.sheet.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each row of a file what would become of it, given the entries that there are. */
public final class ImportCheck {

    private ImportCheck() {}

    /** The questions that rows ask, to look entries up by. */
    public static Set<String> questions(List<Sheet.Row> rows) {
        return rows.stream()
                .map(row -> {
                    String question = row.cell(Column.QUESTION);
                    return question == null ? "" : question.strip();
                })
                .filter(question -> question.indexOf('\0') < 0)
                .collect(Collectors.toSet());
    }

    /** The place that is left for new entries of a bot. */
    public static final class Room {

        private int left;

        /** @param entries that the bot has */
        public Room(int entries) {
            left = Math.max(0, KnowledgeDrafts.MAX_ENTRIES - entries);
        }

        private Decision take() {
            if (left == 0) {
                return new No(new RowProblem(Kind.BOT_FULL, KnowledgeDrafts.MAX_ENTRIES));
            }
            left--;
            return new Fresh();
        }
    }

    /** @param there the entries that have one of the rows' questions */
    public static List<Checked> check(
            List<Sheet.Row> rows, Collection<Entry> there, Room room, @Nullable AnswerCheck answers) {
        Map<String, List<Entry>> byQuestion = there.stream().collect(Collectors.groupingBy(Entry::question));
        RowReader reader = new RowReader(answers);
        Map<String, Integer> seen = new HashMap<>();
        List<Checked> checked = new ArrayList<>();
        for (Sheet.Row row : rows) {
            checked.add(
                    switch (reader.read(row)) {
                        case Bad(RowProblem problem) -> new Checked(row, Outcome.REJECTED, problem);
                        case Good(ImportRow good) ->
                            decided(
                                    row,
                                    decide(
                                            good,
                                            byQuestion.getOrDefault(good.question(), List.of()),
                                            question -> {
                                                Integer first = seen.putIfAbsent(question, row.number());
                                                return first == null ? 0 : first;
                                            },
                                            room));
                    });
        }
        return checked;
    }

    /** What is to become of a row: written over an entry, made one, or neither. */
    sealed interface Decision {}

    record Fresh() implements Decision {}

    record Over(Entry old) implements Decision {}

    record Same() implements Decision {}

    record No(RowProblem problem) implements Decision {}

    /** @param earlier the row that had the question before; 0 for none */
    static Decision decide(ImportRow row, List<Entry> there, Function<String, Integer> earlier, Room room) {
        if (there.size() > 1) {
            return there.stream().anyMatch(row::says)
                    ? new Same()
                    : new No(new RowProblem(Kind.AMBIGUOUS, there.size()));
        }
        int first = earlier.apply(row.question());
        if (first > 0) {
            return new No(new RowProblem(Kind.DUPLICATE, first));
        }
        if (there.isEmpty()) {
            return room.take();
        }
        return row.says(there.getFirst()) ? new Same() : new Over(there.getFirst());
    }

    private static Checked decided(Sheet.Row row, Decision decision) {
        return switch (decision) {
            case Fresh() -> new Checked(row, Outcome.CREATE, null);
            case Over over -> new Checked(row, Outcome.UPDATE, null);
            case Same() -> new Checked(row, Outcome.UNCHANGED, null);
            case No(RowProblem problem) -> new Checked(row, Outcome.REJECTED, problem);
        };
    }
}

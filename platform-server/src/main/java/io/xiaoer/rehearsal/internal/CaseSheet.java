package io.xiaoer.rehearsal.internal;

import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.knowledge.internal.sheet.Lists;
import io.xiaoer.knowledge.internal.sheet.RawRows;
import io.xiaoer.knowledge.internal.sheet.SheetException;
import io.xiaoer.knowledge.internal.sheet.SheetWriter;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.rehearsal.TestCases.Rejection;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of test cases.
 *
 * @param rejected rows that are none, and why
 */
public record CaseSheet(List<Draft> drafts, List<Rejection> rejected) {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "必过");
    private static final Set<String> NO = Set.of("", "false", "no", "n", "0", "否");
    private static final Set<String> PAGES = Set.of("product", "cart", "mine", "other");
    private static final Map<String, String> KINDS = Map.of(
            "直接回答",
            "answer",
            "回答",
            "answer",
            "请顾客选",
            "choices",
            "没听懂",
            "unknown",
            "答不了",
            "declined",
            "转人工",
            "handover");

    /**
     * @param entries keys of entries, by their keys and by their questions
     * @throws Problem if it is no table of cases at all
     */
    public static CaseSheet read(byte[] file, int most, String locale, Map<String, String> entries) {
        List<RawRows.Row> rows;
        try {
            rows = RawRows.read(file, most + 1);
        } catch (SheetException e) {
            throw e.toProblem(locale);
        }
        CaseRowTexts texts = new CaseRowTexts(locale);
        Map<CaseColumn, Integer> places = new EnumMap<>(CaseColumn.class);
        List<String> headings = rows.getFirst().cells();
        for (int i = 0; i < headings.size(); i++) {
            int place = i;
            CaseColumn.named(headings.get(i)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        if (!places.containsKey(CaseColumn.QUESTION)) {
            throw new Problem(
                    Code.INVALID_INPUT,
                    texts.noHeadings(),
                    List.of(new Problem.FieldError("file", texts.noHeadings())));
        }
        Reader reader = new Reader(texts, places, entries);
        rows.subList(1, rows.size()).forEach(reader::take);
        return new CaseSheet(List.copyOf(reader.drafts), List.copyOf(reader.rejected));
    }

    /** Cases as a file that {@link #read} reads. */
    public static byte[] write(List<TestCase> cases, SheetFormat format, String locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(java.util.Arrays.stream(CaseColumn.values())
                .map(column -> column.heading(locale))
                .toList());
        for (TestCase one : cases) {
            Expectation expect = one.expect();
            Map<String, Object> page = one.page() == null ? Map.of() : one.page();
            rows.add(List.of(
                    one.question(),
                    orEmpty(expect.entryKey()),
                    Lists.join(expect.alsoAccept()),
                    orEmpty(expect.kind()),
                    Lists.join(expect.contains()),
                    Lists.join(expect.lacks()),
                    one.group(),
                    one.required() ? "true" : "",
                    orEmpty(one.shopperId()),
                    one.at() == null ? "" : one.at().toString(),
                    String.valueOf(page.getOrDefault("kind", "")),
                    String.valueOf(page.getOrDefault("sku", ""))));
        }
        return SheetWriter.write(format, rows);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Reads row by row, and goes on after a bad one. */
    private static final class Reader {
        private final CaseRowTexts texts;
        private final Map<CaseColumn, Integer> places;
        private final Map<String, String> entries;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Rejection> rejected = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();

        Reader(CaseRowTexts texts, Map<CaseColumn, Integer> places, Map<String, String> entries) {
            this.texts = texts;
            this.places = places;
            this.entries = entries;
        }

        void take(RawRows.Row row) {
            try {
                Draft draft = draft(row.cells());
                draft.validate();
                Integer first = seen.putIfAbsent(draft.question() + "\n" + draft.shopperId(), row.number());
                if (first != null) {
                    throw new Unfit(texts.twice(first));
                }
                drafts.add(draft);
            } catch (Unfit unfit) {
                rejected.add(new Rejection(row.number(), unfit.reason));
            } catch (Problem problem) {
                rejected.add(new Rejection(
                        row.number(), texts.invalid(problem.errors().getFirst())));
            }
        }

        private Draft draft(List<String> cells) {
            String question = cell(cells, CaseColumn.QUESTION);
            if (question.isEmpty()) {
                throw new Unfit(texts.noQuestion());
            }
            List<String> also = new ArrayList<>();
            Lists.split(cell(cells, CaseColumn.ALSO)).forEach(named -> also.add(entry(named)));
            String entry = cell(cells, CaseColumn.ENTRY);
            Expectation expect = new Expectation(
                    entry.isEmpty() ? null : entry(entry),
                    also,
                    kind(cell(cells, CaseColumn.KIND)),
                    Lists.split(cell(cells, CaseColumn.CONTAINS)),
                    Lists.split(cell(cells, CaseColumn.LACKS)));
            String shopper = cell(cells, CaseColumn.SHOPPER);
            return new Draft(
                    question,
                    cell(cells, CaseColumn.GROUP),
                    null,
                    null,
                    shopper.isEmpty() ? null : shopper,
                    page(cell(cells, CaseColumn.PAGE), cell(cells, CaseColumn.SKU)),
                    at(cell(cells, CaseColumn.AT)),
                    expect,
                    required(cell(cells, CaseColumn.REQUIRED)),
                    null);
        }

        private String cell(List<String> cells, CaseColumn column) {
            Integer place = places.get(column);
            return place == null || place >= cells.size()
                    ? ""
                    : cells.get(place).strip();
        }

        private String entry(String named) {
            String key = entries.get(named);
            if (key == null) {
                throw new Unfit(texts.noEntry(named));
            }
            return key;
        }

        private @Nullable String kind(String named) {
            if (named.isEmpty()) {
                return null;
            }
            String kind = KINDS.getOrDefault(named, named.toLowerCase(Locale.ROOT));
            if (!Expectation.KINDS.contains(kind)) {
                throw new Unfit(texts.noKind(named));
            }
            return kind;
        }

        private @Nullable Map<String, Object> page(String kind, String sku) {
            if (kind.isEmpty() && sku.isEmpty()) {
                return null;
            }
            String named = kind.isEmpty() ? "product" : kind.toLowerCase(Locale.ROOT);
            if (!PAGES.contains(named)) {
                throw new Unfit(texts.noPage(kind));
            }
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("kind", named);
            if (!sku.isEmpty()) {
                page.put("sku", sku);
            }
            return page;
        }

        private @Nullable OffsetDateTime at(String text) {
            if (text.isEmpty()) {
                return null;
            }
            try {
                return OffsetDateTime.parse(text.replace(' ', 'T'));
            } catch (DateTimeException e) {
                throw new Unfit(texts.noTime(text));
            }
        }

        private boolean required(String text) {
            String said = text.toLowerCase(Locale.ROOT);
            if (!YES.contains(said) && !NO.contains(said)) {
                throw new Unfit(texts.neither(text));
            }
            return YES.contains(said);
        }
    }

    /** Leaves the reading of a row at the first thing that is wrong. */
    private static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Unfit(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}

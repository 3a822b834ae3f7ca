package io.xiaoer.knowledge.internal.sheet;

import io.xiaoer.knowledge.internal.sheet.SheetException.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file's table.
 *
 * @param ignored headings that name no column
 */
public record Sheet(List<Row> rows, List<String> ignored) {

    /** The most rows below the headings. */
    public static final int MAX_ROWS = 20_000;

    /** The largest file. */
    public static final int MAX_MEGABYTES = 10;

    private static final int MAX_HEADING = 40;
    private static final int MAX_IGNORED = 20;

    /**
     * One row.
     *
     * @param number as a spreadsheet counts, the headings being row 1
     * @param cells in the order of {@link Column}; null where the file has no such column
     */
    public record Row(int number, List<@Nullable String> cells) {

        /** The cell's text; null where the file has no such column. */
        public @Nullable String cell(Column column) {
            return cells.get(column.ordinal());
        }
    }

    /** @throws SheetException if this is no table of entries */
    public static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw new SheetException(Kind.EMPTY);
        }
        if (file.length > MAX_MEGABYTES * 1024 * 1024) {
            throw new SheetException(Kind.TOO_LARGE, MAX_MEGABYTES);
        }
        Builder builder = new Builder();
        RawRows.read(file, builder);
        return builder.build();
    }

    /** Takes raw rows in order; the first that is not blank has the headings. */
    static final class Builder implements RawRows.Sink {

        private final List<Row> rows = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();
        private @Nullable Map<Column, Integer> places;

        @Override
        public void add(int number, List<String> raw) {
            if (raw.stream().allMatch(String::isBlank)) {
                return;
            }
            Map<Column, Integer> known = places;
            if (known == null) {
                places = headings(raw);
                return;
            }
            if (rows.size() == MAX_ROWS) {
                throw new SheetException(Kind.TOO_MANY_ROWS, MAX_ROWS);
            }
            List<@Nullable String> cells = new ArrayList<>();
            for (Column column : Column.values()) {
                Integer place = known.get(column);
                cells.add(place == null ? null : place < raw.size() ? raw.get(place) : "");
            }
            rows.add(new Row(number, cells));
        }

        private Map<Column, Integer> headings(List<String> raw) {
            Map<Column, Integer> found = new EnumMap<>(Column.class);
            for (int i = 0; i < raw.size(); i++) {
                String heading = raw.get(i).strip();
                int place = i;
                var column = Column.named(heading);
                column.ifPresent(one -> {
                    if (found.putIfAbsent(one, place) != null) {
                        throw new SheetException(Kind.HEADING_TWICE, heading);
                    }
                });
                if (column.isEmpty()
                        && !heading.isEmpty()
                        && !Column.isAboutRows(heading)
                        && ignored.size() < MAX_IGNORED) {
                    ignored.add(heading.substring(0, Math.min(MAX_HEADING, heading.length())));
                }
            }
            if (!found.containsKey(Column.QUESTION) || !found.containsKey(Column.ANSWER)) {
                throw new SheetException(Kind.NO_HEADINGS);
            }
            return found;
        }

        Sheet build() {
            if (places == null) {
                throw new SheetException(Kind.EMPTY);
            }
            return new Sheet(List.copyOf(rows), List.copyOf(ignored));
        }
    }
}

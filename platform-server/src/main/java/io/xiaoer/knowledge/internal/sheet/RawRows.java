package io.xiaoer.knowledge.internal.sheet;

import io.xiaoer.knowledge.internal.sheet.SheetException.Kind;
import java.util.ArrayList;
import java.util.List;

/** The rows of any file, as they stand in it. */
public final class RawRows {

    /** Takes rows in order. */
    interface Sink {
        /** @param number as a spreadsheet counts, from 1 */
        void add(int number, List<String> cells);
    }

    /** @param number as a spreadsheet counts, from 1 */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private RawRows() {}

    /**
     * All rows that are not blank, the headings too.
     *
     * @param most rows
     * @throws SheetException if this is no table, or it has more rows
     */
    public static List<Row> read(byte[] file, int most) {
        if (file.length == 0) {
            throw new SheetException(Kind.EMPTY);
        }
        if (file.length > Sheet.MAX_MEGABYTES * 1024 * 1024) {
            throw new SheetException(Kind.TOO_LARGE, Sheet.MAX_MEGABYTES);
        }
        List<Row> rows = new ArrayList<>();
        read(file, (number, cells) -> {
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (rows.size() == most) {
                throw new SheetException(Kind.TOO_MANY_ROWS, most);
            }
            rows.add(new Row(number, cells));
        });
        if (rows.isEmpty()) {
            throw new SheetException(Kind.EMPTY);
        }
        return rows;
    }

    static void read(byte[] file, Sink sink) {
        if (Workbooks.isWorkbook(file)) {
            Workbooks.read(file, sink);
        } else {
            CsvText.read(file, sink);
        }
    }
}

package io.xiaoer.knowledge.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.knowledge.internal.sheet.Column;
import io.xiaoer.knowledge.internal.sheet.SheetException;
import io.xiaoer.knowledge.internal.sheet.SheetWriter;
import io.xiaoer.shared.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files of entries. */
public final class EntrySheets {

    private EntrySheets() {}

    /** @throws Problem if an entry does not fit the format */
    public static byte[] write(SheetFormat format, List<Entry> entries, String locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.stream(Column.values())
                .map(column -> column.heading(locale))
                .toList());
        entries.forEach(entry -> rows.add(RowReader.cells(entry)));
        try {
            return SheetWriter.write(format, rows);
        } catch (SheetException e) {
            throw e.toProblem(locale);
        }
    }
}

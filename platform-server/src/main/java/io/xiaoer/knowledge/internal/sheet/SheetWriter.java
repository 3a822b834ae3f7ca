package io.xiaoer.knowledge.internal.sheet;

import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.shared.CsvFile;
import java.util.List;

/** Writes tables that {@link Sheet#read} reads. */
public final class SheetWriter {

    private SheetWriter() {}

    /** @param rows the headings first */
    public static byte[] write(SheetFormat format, List<List<String>> rows) {
        return switch (format) {
            case CSV -> CsvFile.write(rows);
            case XLSX -> Workbooks.write(rows);
        };
    }
}

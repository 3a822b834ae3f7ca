package io.xiaoer.knowledge.internal.sheet;

import io.xiaoer.knowledge.internal.sheet.SheetException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Excel workbooks; the first sheet is the table. What is packed in one is weighed before it is unpacked. */
final class Workbooks {

    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_PARTS = 500;

    /** Bytes by which the kind of a file is known. */
    private static final int OLE2_HEADER = 8;

    private static final int ZIP_HEADER = 4;

    /** Tags in one part: some for each cell of {@link Sheet#MAX_ROWS} rows. */
    private static final int MOST_TAGS = 3_000_000;

    /** Characters; Excel's own limit. */
    private static final int MOST_IN_CELL = 32_767;

    /** A column beyond the last one of any spreadsheet, for which a reader would make room. */
    private static final Pattern FAR_COLUMN = Pattern.compile("\\sr\\s*=\\s*[\"'](?:[A-Za-z]{4}|[^\"']*&)");

    private static final List<Double> WIDTHS = List.of(32.0, 48.0, 24.0, 64.0);

    private Workbooks() {}

    static boolean isWorkbook(byte[] file) {
        if (file.length >= OLE2_HEADER && ReadableWorkbook.isOLE2Header(file)) {
            throw new SheetException(Kind.OLD_WORKBOOK);
        }
        return file.length >= ZIP_HEADER && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    static void read(byte[] file, RawRows.Sink sheet) {
        try {
            weigh(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                    var rows = workbook.getFirstSheet().openStream()) {
                for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
                    Row row = it.next();
                    sheet.add(row.getRowNum(), cells(row));
                }
            }
        } catch (SheetException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new SheetException(Kind.BROKEN_WORKBOOK);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null ? null : cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
            cells.add(text == null ? "" : text);
        }
        return cells;
    }

    /** Unpacks into nothing, and refuses what would not fit. */
    private static void weigh(byte[] file) throws IOException {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[64 * 1024];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new SheetException(Kind.INFLATES_TOO_MUCH);
                }
                boolean table = part.getName().startsWith("xl/worksheets/");
                var kept = new ByteArrayOutputStream();
                int tags = 0;
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        for (int i = 0; i < read; i++) {
                            tags += buffer[i] == '<' ? 1 : 0;
                        }
                        if (unpacked > MOST_UNPACKED || tags > MOST_TAGS) {
                            throw new SheetException(Kind.INFLATES_TOO_MUCH);
                        }
                        if (table) {
                            kept.write(buffer, 0, read);
                        }
                    }
                }
                String text = kept.toString(StandardCharsets.ISO_8859_1);
                if (text.indexOf('\0') >= 0 || FAR_COLUMN.matcher(text).find()) {
                    throw new SheetException(Kind.BROKEN_WORKBOOK);
                }
            }
        }
    }

    /** All cells are text, which no spreadsheet runs. */
    static byte[] write(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "xiaoer", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("entries");
            for (int i = 0; i < WIDTHS.size(); i++) {
                sheet.width(i, WIDTHS.get(i));
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column).length() > MOST_IN_CELL) {
                        throw new SheetException(Kind.CELL_TOO_LONG, row + 1);
                    }
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
            }
            sheet.style(0, 0).bold().set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

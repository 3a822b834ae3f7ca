package io.xiaoer.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables as text that spreadsheets read. */
public final class CsvFile {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final String MARK = "\uFEFF";

    private CsvFile() {}

    /**
     * UTF-8 with a byte order mark, so that Excel reads it right, and with no cell that a spreadsheet would run.
     *
     * @param rows the headings first
     */
    public static byte[] write(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MARK.getBytes(StandardCharsets.UTF_8));
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(bytes, StandardCharsets.UTF_8)) {
            for (List<String> row : rows) {
                writer.writeRecord(row.stream().map(Formulas::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

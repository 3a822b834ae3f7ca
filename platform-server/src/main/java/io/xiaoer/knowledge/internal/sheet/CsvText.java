package io.xiaoer.knowledge.internal.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.xiaoer.knowledge.internal.sheet.SheetException.Kind;
import io.xiaoer.shared.Formulas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as spreadsheets write it: UTF-8, UTF-16 or GB18030, separated by commas, semicolons or tabs. */
public final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BOM = '\uFEFF';

    private CsvText() {}

    static void read(byte[] file, RawRows.Sink sheet) {
        String text = decode(file);
        int number = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                number++;
                sheet.add(number, row.getFields().stream().map(Formulas::bare).toList());
            }
        } catch (CsvParseException e) {
            throw new SheetException(Kind.BROKEN_CSV, number + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bytes say: a byte order mark tells, else it is UTF-8 if it can be, else what Excel writes in China. */
    static String decode(byte[] file) {
        Charset charset = StandardCharsets.UTF_8;
        if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        } else if (file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        }
        String text;
        try {
            text = strictly(file, charset);
        } catch (CharacterCodingException e) {
            try {
                text = strictly(file, GB18030);
            } catch (CharacterCodingException neither) {
                throw new SheetException(Kind.UNKNOWN_ENCODING);
            }
        }
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    /** The one that stands most often in the headings. */
    private static char separator(String text) {
        String headings =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(headings, candidate) > count(headings, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}

package io.xiaoer.knowledge.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.knowledge.internal.sheet.SheetException.Kind;
import io.xiaoer.shared.Problem.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people's programs write them become rows, and rows become files that no program runs. */
class SheetTest {

    private static final List<String> HEADINGS = List.of("问题", "相似问法", "关键词", "答案");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
    void readsWhatSpreadsheetsOfAnyAgeWrite(String charset) {
        String csv = "问题,相似问法,关键词,答案\r\n怎么还没发货,几时发|催一下,催单,今天就发。\r\n";

        Sheet sheet = Sheet.read(csv.getBytes(Charset.forName(charset)));

        assertThat(sheet.rows()).hasSize(1);
        Sheet.Row row = sheet.rows().getFirst();
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.cell(Column.QUESTION)).isEqualTo("怎么还没发货");
        assertThat(row.cell(Column.SIMILAR)).isEqualTo("几时发|催一下");
        assertThat(row.cell(Column.ANSWER)).isEqualTo("今天就发。");
        assertThat(row.cell(Column.NEEDS)).isNull();
    }

    @Test
    void readsAByteOrderMarkAsNoPartOfTheFirstHeading() {
        assertThat(Sheet.read(utf8("\uFEFFquestion,answer\n问,答")).rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void findsTheSeparatorInTheHeadings(String separator) {
        Sheet sheet = Sheet.read(utf8("Answer" + separator + "Question\n答,答" + separator + "问"));

        assertThat(sheet.rows().getFirst().cell(Column.QUESTION)).isEqualTo("问");
        assertThat(sheet.rows().getFirst().cell(Column.ANSWER)).isEqualTo("答,答");
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        Sheet sheet = Sheet.read(utf8("question,answer\n,\n\"问\n两行\",答\n\n问二,答\n"));

        assertThat(sheet.rows()).extracting(Sheet.Row::number).containsExactly(3, 5);
    }

    @Test
    void namesHeadingsItDoesNotKnowButNotItsOwn() {
        Sheet sheet = Sheet.read(utf8("行号,原因,问题,答案,分类\n3,没有写答案,问,答,物流"));

        assertThat(sheet.ignored()).containsExactly("分类");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertRefused(utf8(""), Kind.EMPTY);
        assertRefused(utf8("\n\n"), Kind.EMPTY);
        assertRefused(utf8("问题,关键词\n问,词"), Kind.NO_HEADINGS);
        assertRefused(utf8("question,问题,answer\na,b,c"), Kind.HEADING_TWICE);
        assertRefused(new byte[] {'q', (byte) 0xFF, (byte) 0xFF, 'x'}, Kind.UNKNOWN_ENCODING);
        assertRefused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                Kind.OLD_WORKBOOK);
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, Kind.BROKEN_WORKBOOK);
        assertRefused(new byte[Sheet.MAX_MEGABYTES * 1024 * 1024 + 1], Kind.TOO_LARGE);
        assertRefused(utf8("question,answer\n" + "问,答\n".repeat(Sheet.MAX_ROWS + 1)), Kind.TOO_MANY_ROWS);
        assertThat(Sheet.read(utf8("question,answer\n" + "问,答\n".repeat(Sheet.MAX_ROWS)))
                        .rows())
                .hasSize(Sheet.MAX_ROWS);
    }

    @Test
    void answersTooMuchWithAnotherCodeThanNonsense() {
        assertThat(new SheetException(Kind.TOO_MANY_ROWS, 9).toProblem("en").code())
                .isEqualTo(Code.TOO_LARGE);
        assertThat(new SheetException(Kind.NO_HEADINGS).toProblem("zh-CN").code())
                .isEqualTo(Code.INVALID_INPUT);
        assertThat(new SheetException(Kind.TOO_MANY_ROWS, 9).toProblem("zh-CN").detail())
                .contains("9 行");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86 10",
                "-5",
                "@me",
                "'=1",
                "''+",
                "'引用'",
                "＝1",
                "\t=1",
                "a,b;\"c\"",
                "第一行\n第二行",
                "=\"x\"|y"
            })
    void givesEveryCellBackAsItWasAndNoneThatRuns(String text) {
        byte[] csv = SheetWriter.write(SheetFormat.CSV, List.of(HEADINGS, List.of(text, "", "", text)));

        Sheet.Row row = Sheet.read(csv).rows().getFirst();
        assertThat(row.cell(Column.QUESTION)).isEqualTo(text);
        assertThat(row.cell(Column.ANSWER)).isEqualTo(text);
        String written = new String(csv, StandardCharsets.UTF_8);
        assertThat(written).startsWith("\uFEFF").doesNotContainPattern("(?m)(^|,)\"?[=+\\-@\t＝＋－＠]");
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void keepsListsApart(SheetFormat format) {
        List<String> texts = List.of("a|b", "c\\d", "e\\|f", "全角｜竖线", "-1", "末尾\\");

        byte[] file = SheetWriter.write(format, List.of(HEADINGS, List.of("问", Lists.join(texts), "", "答")));

        String cell = Sheet.read(file).rows().getFirst().cell(Column.SIMILAR);
        assertThat(cell).isNotNull();
        assertThat(Lists.split(cell == null ? "" : cell)).isEqualTo(texts);
    }

    @Test
    void splitsWhatPeopleWrite() {
        assertThat(Lists.split(" 几时发 | 催一下｜催一下||")).containsExactly("几时发", "催一下");
        assertThat(Lists.split(" ")).isEmpty();
    }

    @Test
    void readsAWorkbookWithGapsAndNumbers() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS, Collections.nCopies(4, "")));
        rows.add(List.of("=SUM(A1)", "", "", "两行\n答案"));

        Sheet sheet = Sheet.read(SheetWriter.write(SheetFormat.XLSX, rows));

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().number()).isEqualTo(3);
        assertThat(sheet.rows().getFirst().cell(Column.QUESTION)).isEqualTo("=SUM(A1)");
        assertThat(sheet.rows().getFirst().cell(Column.ANSWER)).isEqualTo("两行\n答案");
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws IOException {
        byte[] small = workbook(text -> text.replace("</worksheet>", " ".repeat(70_000_000) + "</worksheet>"));

        assertThat(small.length).isLessThan(1024 * 1024);
        assertRefused(small, Kind.INFLATES_TOO_MUCH);
        assertRefused(
                workbook(text -> text.replace("</row>", "<c/>".repeat(3_000_001) + "</row>")), Kind.INFLATES_TOO_MUCH);
    }

    @Test
    void refusesACellInAColumnThatCannotBe() throws IOException {
        assertRefused(workbook(text -> text.replace("r=\"A2\"", "r=\"ZZZZZZ2\"")), Kind.BROKEN_WORKBOOK);
    }

    /** A workbook of two rows whose sheet has been changed. */
    private static byte[] workbook(UnaryOperator<String> change) throws IOException {
        byte[] file = SheetWriter.write(SheetFormat.XLSX, List.of(HEADINGS, List.of("问", "", "", "答")));
        var changed = new ByteArrayOutputStream();
        int sheets = 0;
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                var out = new ZipOutputStream(changed)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    String other = change.apply(text);
                    assertThat(other).isNotEqualTo(text);
                    text = other;
                    sheets++;
                }
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(sheets).isEqualTo(1);
        return changed.toByteArray();
    }

    private static void assertRefused(byte[] file, Kind kind) {
        assertThatExceptionOfType(SheetException.class)
                .isThrownBy(() -> Sheet.read(file))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

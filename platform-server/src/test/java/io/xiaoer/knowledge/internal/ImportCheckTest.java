package io.xiaoer.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.RowProblem;
import io.xiaoer.knowledge.RowProblem.Kind;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.knowledge.internal.ImportRows.Checked;
import io.xiaoer.knowledge.internal.ImportRows.Outcome;
import io.xiaoer.knowledge.internal.sheet.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of a file becomes an entry, changes one, changes nothing, or says why not. */
class ImportCheckTest {

    private static final Entry THERE = new Entry(
            "urge",
            "怎么还没发货",
            List.of("几时发"),
            List.of("催单"),
            "今天发。\n别急。",
            List.of("order"),
            OffsetDateTime.parse("2026-06-01T08:00:00+08:00"),
            null,
            false,
            7);

    @Test
    void tellsNewChangedAndUnchangedRowsApart() {
        assertThat(outcomes("问题,答案\n怎么还没发货,今天发。\n新问题,答。\n", THERE)).containsExactly(Outcome.UPDATE, Outcome.CREATE);
        assertThat(outcomes("问题,答案\n 怎么还没发货 ,\"今天发。\r\n别急。\"\n", THERE)).containsExactly(Outcome.UNCHANGED);
        assertThat(outcomes("问题,相似问法,答案\n怎么还没发货,,\"今天发。\n别急。\"\n", THERE)).containsExactly(Outcome.UPDATE);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void changesNothingWhenAnExportComesBack(SheetFormat format) {
        Entry odd = new Entry(
                "odd", "=1+1", List.of("a|b", "-c", "'d"), List.of("@"), "- 一\n- 二", List.of(), null, null, true, 1);
        Entry twin = new Entry("twin", "=1+1", List.of(), List.of(), "另一个回答", List.of(), null, null, true, 1);

        byte[] file = EntrySheets.write(format, List.of(THERE, odd, twin), "zh-CN");

        assertThat(check(Sheet.read(file), List.of(THERE, odd, twin)))
                .extracting(Checked::outcome)
                .containsOnly(Outcome.UNCHANGED)
                .hasSize(3);
    }

    @Test
    void leavesWhatTheFileHasNoColumnFor() {
        ImportRow row = good("问题,答案\n怎么还没发货,改了。\n");

        Entry next = row.over(THERE);

        assertThat(next.similar()).containsExactly("几时发");
        assertThat(next.needs()).containsExactly("order");
        assertThat(next.validFrom()).isEqualTo(THERE.validFrom());
        assertThat(next.enabled()).isFalse();
        assertThat(next.version()).isEqualTo(8);
        assertThat(row.fresh("k").enabled()).isTrue();
    }

    @Test
    void saysOfEachBadRowWhatIsWrongWithIt() {
        assertThat(problem("问题,答案\n,答\n")).isEqualTo(Kind.QUESTION_MISSING);
        assertThat(problem("问题,答案\n" + "长".repeat(201) + ",答\n")).isEqualTo(Kind.QUESTION_LONG);
        assertThat(problem("问题,答案\n问, \n")).isEqualTo(Kind.ANSWER_MISSING);
        assertThat(problem("问题,答案\n问," + "长".repeat(4001) + "\n")).isEqualTo(Kind.ANSWER_LONG);
        assertThat(problem("问题,答案,相似问法\n问,答,a|" + "长".repeat(201) + "\n")).isEqualTo(Kind.SIMILAR_LONG);
        assertThat(problem("问题,答案,关键词\n问,答," + "长".repeat(31) + "\n")).isEqualTo(Kind.KEYWORD_LONG);
        assertThat(problem("问题,答案\n问,答\u0000\n")).isEqualTo(Kind.CONTROL_CHARACTERS);
        assertThat(problem("问题,答案,needs\n问,答,moon\n")).isEqualTo(Kind.NEED_UNKNOWN);
        assertThat(problem("问题,答案,失效时间\n问,答,明天\n")).isEqualTo(Kind.TIME_UNREADABLE);
        assertThat(problem("问题,答案,生效时间,失效时间\n问,答,2026-06-02T00:00+08:00,2026-06-01T00:00+08:00\n"))
                .isEqualTo(Kind.VALIDITY_REVERSED);
        assertThat(problem("问题,答案,启用\n问,答,也许\n")).isEqualTo(Kind.SWITCH_UNREADABLE);
        assertThat(problem("问题,答案\n问,{{ broken\n")).isEqualTo(Kind.TEMPLATE);
    }

    @Test
    void givesReasonsInTheReadersLanguage() {
        RowProblem problem = new RowProblem(Kind.ANSWER_LONG, 4000, 4321);

        assertThat(problem.text("zh-CN")).isEqualTo("答案有 4321 个字，最多 4000 个字。");
        assertThat(problem.text("en")).isEqualTo("The answer has 4321 characters; 4000 are the most.");
        for (Kind kind : Kind.values()) {
            RowProblem any = new RowProblem(kind, "one", "two");
            assertThat(any.text("en")).isNotBlank();
            assertThat(any.text("zh-CN")).isNotBlank();
        }
    }

    @Test
    void takesAQuestionOnceFromAFile() {
        Sheet sheet = sheet("问题,答案\n问,答一\n问,答二\n");

        List<Checked> checked = check(sheet, List.of());

        assertThat(checked).extracting(Checked::outcome).containsExactly(Outcome.CREATE, Outcome.REJECTED);
        RowProblem problem = checked.getLast().problem();
        assertThat(problem).isEqualTo(new RowProblem(Kind.DUPLICATE, 2));
    }

    @Test
    void doesNotGuessWhichOfTwoEntriesIsMeant() {
        Entry other = new Entry("other", "怎么还没发货", List.of(), List.of(), "别的。", List.of(), null, null, true, 1);

        assertThat(check(sheet("问题,答案\n怎么还没发货,新的。\n"), List.of(THERE, other))
                        .getFirst()
                        .problem())
                .isEqualTo(new RowProblem(Kind.AMBIGUOUS, 2));
    }

    private static @Nullable Kind problem(String csv) {
        List<Checked> checked = check(sheet(csv), List.of());
        assertThat(checked).hasSize(1);
        RowProblem problem = checked.getFirst().problem();
        return problem == null ? null : problem.kind();
    }

    private static ImportRow good(String csv) {
        return ((RowReader.Good) new RowReader(null).read(sheet(csv).rows().getFirst())).row();
    }

    private static List<Outcome> outcomes(String csv, Entry... there) {
        return check(sheet(csv), List.of(there)).stream().map(Checked::outcome).toList();
    }

    private static List<Checked> check(Sheet sheet, List<Entry> there) {
        return ImportCheck.check(
                sheet.rows(),
                there,
                new ImportCheck.Room(there.size()),
                (answer, locale) -> answer.contains("{{ broken") ? Optional.of("broken") : Optional.empty());
    }

    private static Sheet sheet(String csv) {
        return Sheet.read(csv.getBytes(StandardCharsets.UTF_8));
    }
}

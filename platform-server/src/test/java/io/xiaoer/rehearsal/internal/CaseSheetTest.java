package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.rehearsal.TestCase.Origin;
import io.xiaoer.rehearsal.TestCases.Rejection;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseSheetTest {

    private static final Map<String, String> ENTRIES =
            Map.of("shipping-fee", "shipping-fee", "运费怎么算", "shipping-fee", "exchange", "exchange");

    @Test
    void takesGoodRowsAndSaysWhatIsWrongWithEachBadOne() {
        CaseSheet sheet = read("""
                问题,期望问答,期望结果,应包含,不应包含,分组,必过,时间,页面,商品编号
                买多少包邮,运费怎么算,,99|包邮,,运费,是,,,
                ,运费怎么算,,,,,,,,
                能换吗,没有这条,,,,,,,,
                你好,,打招呼,,,,,,,
                在吗,,,,,,,,,
                几点发货,,直接回答,,,,,明天,,
                这个多少钱,,answer,,,,否,2026-06-18T20:00:00+08:00,product,mask
                买多少包邮,exchange,,,,,,,,
                """);
        assertThat(sheet.drafts())
                .extracting(Draft::question, draft -> expect(draft).entryKey(), Draft::required, Draft::group)
                .containsExactly(tuple("买多少包邮", "shipping-fee", true, "运费"), tuple("这个多少钱", null, false, ""));
        assertThat(expect(sheet.drafts().getFirst()).contains()).containsExactly("99", "包邮");
        assertThat(sheet.drafts().getLast().page())
                .containsEntry("kind", "product")
                .containsEntry("sku", "mask");
        assertThat(sheet.drafts().getLast().at()).isEqualTo(OffsetDateTime.parse("2026-06-18T20:00:00+08:00"));
        assertThat(sheet.rejected()).extracting(Rejection::row).containsExactly(3, 4, 5, 6, 7, 9);
        assertThat(sheet.rejected())
                .extracting(Rejection::reason)
                .containsExactly(
                        "没有写问题。",
                        "没有编号或问题是「没有这条」的问答。",
                        "「打招呼」不是能识别的结果，请写：直接回答、请顾客选、没听懂、答不了、转人工。",
                        "没有写期望：「期望问答」「期望结果」「应包含」「不应包含」至少写一项。",
                        "「明天」不是能识别的时间，请写成 2026-06-01T08:00:00+08:00 这样。",
                        "和第 2 行的问题重复。");
    }

    @Test
    void refusesAFileWithoutItsColumns() {
        assertThatThrownBy(() -> read("答案,分组\n是,否\n")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(Code.INVALID_INPUT);
            assertThat(problem.detail()).contains("第一行要写列名");
        });
    }

    @Test
    void readsWhatItWrites() {
        TestCase one = new TestCase(
                UUID.randomUUID(),
                "运费",
                "=买多少|包邮",
                List.of(),
                true,
                "c1",
                Map.of("kind", "product", "sku", "mask"),
                OffsetDateTime.parse("2026-06-18T20:00:00+08:00"),
                new Expectation("shipping-fee", List.of("exchange"), "answer", List.of("9|9"), List.of("包邮")),
                true,
                Origin.PERSON,
                1);
        for (SheetFormat format : SheetFormat.values()) {
            CaseSheet sheet = CaseSheet.read(CaseSheet.write(List.of(one), format, "zh-CN"), 10, "zh-CN", ENTRIES);
            assertThat(sheet.rejected()).isEmpty();
            Draft back = sheet.drafts().getFirst();
            assertThat(back.question()).isEqualTo(one.question());
            assertThat(back.expect()).isEqualTo(one.expect());
            assertThat(back.page()).isEqualTo(one.page());
            assertThat(back.at()).isEqualTo(one.at());
            assertThat(back.required()).isTrue();
            assertThat(back.shopperId()).isEqualTo("c1");
        }
    }

    private static Expectation expect(Draft draft) {
        return Objects.requireNonNull(draft.expect());
    }

    private static CaseSheet read(String csv) {
        return CaseSheet.read(csv.getBytes(StandardCharsets.UTF_8), 100, "zh-CN", ENTRIES);
    }
}

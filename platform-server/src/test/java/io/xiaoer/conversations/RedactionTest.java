package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我的电话13812345678，快联系我              | 我的电话[手机号]，快联系我
            138-1234-5678 打这个                       | [手机号] 打这个
            +86 138 1234 5678                          | [手机号]
            电话１３８１２３４５６７８                 | 电话[手机号]
            座机 021-65432100 没人接                   | 座机 [电话] 没人接
            你们400-820-8820打不通                     | 你们[电话]打不通
            发到 mei.li+1@mail.example.com 吧          | 发到 [邮箱] 吧
            订单号20250711000123456到哪了              | 订单号[号码]到哪了
            快递SF1234567890123怎么不动                | 快递[单号]怎么不动
            券码 abcd-1234-ef56 用不了                 | 券码 [单号] 用不了
            身份证11010519491231002X报关用             | 身份证[证件号]报关用
            卡号 6222 0210 0111 4567                   | 卡号 [号码]
            我微信号是xiao_mei99加我                   | 我微信号是[账号]加我
            qq：8812345                                | qq：[账号]
            手机一三八幺二三四五六七八                 | 手机[号码]
            看看https://t.example/abc?u=1这个          | 看看[链接]这个
            寄到上海市长宁区延安西路1538号3楼302室可以吗 | 寄到[地址]可以吗
            """)
    void takesOutWhatTellsWhoAsked(String written, String left) {
        assertThat(Redaction.of(written)).as(written).doesNotContainPattern("\\p{Nd}{6,}");
        if (!written.contains("延安西路")) {
            assertThat(Redaction.of(written)).isEqualTo(left);
        } else {
            assertThat(Redaction.of(written)).contains("[地址]").doesNotContain("1538", "302");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "满300减50可以叠加99的券吗",
                "199.90元的套装还有货吗",
                "2025-11-11 发货吗",
                "双11活动到11月15日结束吗",
                "色号999和口红405哪个显白",
                "50ml和100ml差多少钱",
                "spf50 pa+++够不够",
                "有没有iphone15手机壳",
                "能用到第七八九天吗",
                "24小时内会发吗",
                "",
            })
    void leavesQuestionsAsTheyAre(String question) {
        assertThat(Redaction.of(question)).isEqualTo(question);
    }

    @Test
    void isFastOnHostileText() {
        String letters = "a-1_".repeat(500);
        String han = "上海路街".repeat(500);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            Redaction.of(letters);
            Redaction.of("1 ".repeat(1000));
            Redaction.of(han);
            Redaction.of("a@".repeat(1000));
        });
    }
}

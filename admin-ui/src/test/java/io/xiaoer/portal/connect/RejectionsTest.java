package io.xiaoer.portal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import io.xiaoer.portal.frame.Texts;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.FieldError;
import io.xiaoer.shopdata.PushResult;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionsTest {

    private static final Div CHINESE = new Div() {

        private static final long serialVersionUID = 1L;
        private final transient Texts texts = new Texts();

        @Override
        public String getTranslation(String key, Object... parameters) {
            return texts.getTranslation(key, Locale.SIMPLIFIED_CHINESE, parameters);
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "must not be empty",
                "must be an object",
                "must be a list",
                "must be true or false",
                "must be one of customers, products, orders, aftersales, coupons",
                "must be in one line",
                "must begin with https:// or http://",
                "must be between the years 1900 and 2199",
                "must be a real date and time with offset, such as \"2026-01-31T20:15:00+08:00\"",
                "must not be more than 5 minutes in the future",
                "must be an amount such as \"19.90\"",
                "must not be negative",
                "must not have more than two decimals",
                "must not be more than 999999999.99",
                "must be a whole number from 1 to 1000000"
            })
    void saysInChineseWhatARecordsFieldMustBe(String message) {
        assertChinese(new FieldError("lines[0].price", message));
    }

    @Test
    void saysInChineseWhatIsWrongWithAnyText() {
        Problem problem = problem(new FieldErrors()
                .text("id", null, 5)
                .text("name", "much too long", 5)
                .text("phone", "\u0000", 5)
                .texts("couponIds", List.of("a", "b"), 1, 5));
        assertThat(problem.errors()).hasSize(4).allSatisfy(RejectionsTest::assertChinese);
    }

    @Test
    void namesThePlaceWhereThereIsOne() {
        assertThat(Rejections.of(
                        CHINESE, List.of(new FieldError("lines[0].quantity", "must be a whole number from 1 to 9"))))
                .containsExactly("lines[0].quantity：要是 1 到 9 的整数");
        assertThat(Rejections.of(CHINESE, List.of(PushResult.ERASED))).containsExactly("这位顾客的资料已按要求清除，不再接收旧数据");
    }

    private static void assertChinese(FieldError error) {
        assertThat(Rejections.of(CHINESE, List.of(error)).getFirst())
                .doesNotContain("must", "is required")
                .containsPattern("[\\u4e00-\\u9fff]");
    }

    private static Problem problem(FieldErrors errors) {
        try {
            errors.throwIfAny();
        } catch (Problem problem) {
            return problem;
        }
        throw new AssertionError("nothing is wrong");
    }
}

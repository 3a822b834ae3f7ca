package io.xiaoer.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.NeedFields.Field;
import io.xiaoer.answering.NeedFields.Shape;
import io.xiaoer.rules.PriceProtection;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeedFieldsTest {

    @ParameterizedTest
    @EnumSource(Need.class)
    void writesWhatCanBeSaid(Need need) {
        for (String locale : List.of("zh-CN", "en")) {
            NeedFields fields = NeedFields.of(need, locale, RulesInForce.none());
            assertThat(fields.fields().getFirst().path()).isEqualTo(need.variable() + ".say");
            for (Field field : fields.fields()) {
                assertThat(VoicePreview.problemOf("在这里：" + field.snippet(), locale))
                        .as(field.snippet())
                        .isEmpty();
                assertThat(VoicePreview.needs(field.snippet(), List.of())).containsExactly(need);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void beginsWithAPatternThatIsRightAsItIs(Need need) {
        String pattern = NeedFields.of(need, "zh-CN", RulesInForce.none()).pattern("※1", "※2", "※3");
        assertThat(VoicePreview.problemOf(pattern, "zh-CN")).isEmpty();
        for (SampleCase kind : SampleCase.values()) {
            var hearer = new VoicePreview.Hearer(List.of(), kind, null);
            assertThat(VoicePreview.sound(ToneProfile.plain(), "zh-CN", "小店", "k", pattern, hearer, "zh-CN"))
                    .isInstanceOfSatisfying(
                            VoicePreview.Said.class,
                            said -> assertThat(said.text()).isNotBlank().doesNotContain("※"));
        }
    }

    @Test
    void tellsExamplesFromTheShopsOwnRules() {
        var mine = new RulesInForce(
                List.of(new Rule(RuleType.PRICE_PROTECTION, "default", new PriceProtection(33, null), null, null, 1)));

        assertThat(field(NeedFields.of(Need.PRICE_PROTECTION, "zh-CN", mine), "days")
                        .example())
                .isEqualTo(33);
        assertThat(field(NeedFields.of(Need.EXCHANGE, "zh-CN", mine), "window_days")
                        .example())
                .isEqualTo(7);
    }

    @Test
    void knowsHowEachFieldIsWritten() {
        NeedFields product = NeedFields.of(Need.PRODUCT, "zh-CN", RulesInForce.none());
        assertThat(field(product, "in_stock").shape()).isEqualTo(Shape.FLAG);
        assertThat(field(product, "attributes").parts()).containsExactly("name", "value");
        assertThat(field(product, "attribute").snippet()).isEqualTo("{{ product.attribute['规格'] }}");
        assertThat(field(NeedFields.of(Need.INVOICE, "zh-CN", RulesInForce.none()), "kinds")
                        .snippet())
                .isEqualTo("{{ invoice.kinds | join: \"、\" }}");
    }

    private static Field field(NeedFields fields, String name) {
        return fields.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

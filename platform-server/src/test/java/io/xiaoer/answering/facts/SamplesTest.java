package io.xiaoer.answering.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.SampleCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {

    @ParameterizedTest
    @EnumSource(Need.class)
    void tellsEveryNeedInBothLanguages(Need need) {
        for (boolean english : new boolean[] {false, true}) {
            Fact known = Samples.of(need, SampleCase.KNOWN, english);
            assertThat(known.state()).as(known.say()).isEqualTo(Fact.State.KNOWN);
            assertThat(known.refuses()).as(known.say()).isFalse();
            for (SampleCase kind : SampleCase.values()) {
                Fact fact = Samples.of(need, kind, english);
                assertThat(fact.say()).as(kind.name()).isNotBlank().doesNotContain("null");
                assertThat(fact.say().codePoints().anyMatch(Character::isIdeographic))
                        .as(fact.say())
                        .isEqualTo(!english);
                if (english) {
                    assertThat(fact.say()).doesNotContainPattern("[。，；：（）]");
                }
                assertThat(fact.state().isQuestion()).as(fact.say()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void fillsNoFieldThatTemplatesCannotName(Need need) {
        for (SampleCase kind : SampleCase.values()) {
            assertThat(Providers.fields(need))
                    .containsAll(Samples.of(need, kind, false).forTemplates().keySet());
        }
    }
}

package io.xiaoer.portal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.NeedFields;
import io.xiaoer.answering.SampleCase;
import io.xiaoer.portal.frame.Texts;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Texts whose keys are made from names: a new need, field, case, state or kind of rule must have them. */
class FactTextsTest {

    @Test
    void saysInWordsAllThatFactsAreMadeOf() {
        List<String> keys = new ArrayList<>();
        for (Need need : Need.values()) {
            keys.add("entry.need." + need.key());
            keys.add("entry.need-about." + need.key());
            NeedFields.of(need, "zh-CN", RulesInForce.none())
                    .fields()
                    .forEach(field -> keys.add(FactPanel.text(field)));
        }
        for (SampleCase kind : SampleCase.values()) {
            keys.add(EntryView.text(kind));
        }
        for (Fact.State state : Fact.State.values()) {
            keys.add("trial.fact." + state.key());
        }
        for (RuleType type : RuleType.values()) {
            keys.add("rules.type." + type.key());
        }
        Texts texts = new Texts();
        assertThat(keys)
                .allSatisfy(key -> assertThat(texts.getTranslation(key, Locale.SIMPLIFIED_CHINESE))
                        .isNotEqualTo(key));
    }
}

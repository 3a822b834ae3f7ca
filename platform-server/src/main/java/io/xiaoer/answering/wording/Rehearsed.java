package io.xiaoer.answering.wording;

import io.xiaoer.answering.Need;
import io.xiaoer.answering.SampleCase;
import io.xiaoer.answering.facts.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An answer as made-up shoppers would hear it, in every case that it may meet. */
public sealed interface Rehearsed {

    /** @param texts one a case, the most usual first; never empty */
    record Heard(List<String> texts) implements Rehearsed {
        public Heard {
            texts = List.copyOf(texts);
        }
    }

    record Broken(AnswerTemplate.Failed failed) implements Rehearsed {}

    /** @param needs names of the facts the entry needs, besides those its answer speaks of */
    static Rehearsed of(String answer, List<String> needs, String shopName, String locale) {
        AnswerTemplate template = AnswerTemplate.of(answer);
        Set<Need> all = template.needs(needs);
        List<String> texts = new ArrayList<>();
        AnswerTemplate.Failed empty = null;
        for (SampleCase kind : all.isEmpty() ? List.of(SampleCase.KNOWN) : List.of(SampleCase.values())) {
            switch (template.render(values(all, kind, shopName, locale))) {
                case AnswerTemplate.Rendered(String text) -> texts.add(text);
                case AnswerTemplate.Failed failed -> {
                    if (failed.cause() != AnswerTemplate.Cause.EMPTY) {
                        return new Broken(failed);
                    }
                    empty = failed;
                }
            }
        }
        return texts.isEmpty() && empty != null ? new Broken(empty) : new Heard(texts);
    }

    /** The answer as somebody hears it who is not signed in; as it is written where it cannot be said. */
    static String toStrangers(String answer, String shopName, String locale) {
        AnswerTemplate template = AnswerTemplate.of(answer);
        return template.render(values(template.needs(), SampleCase.SIGNED_OUT, shopName, locale))
                        instanceof AnswerTemplate.Rendered(String text)
                ? text
                : answer.replaceAll("\\{%.*?%}|\\{\\{.*?}}", "");
    }

    private static Map<String, Object> values(Set<Need> needs, SampleCase kind, String shopName, String locale) {
        Map<String, Object> values = new HashMap<>();
        values.put("shop", Map.of("name", shopName));
        needs.forEach(need -> values.put(
                need.variable(), Samples.of(need, kind, locale.startsWith("en")).forTemplates()));
        return values;
    }
}

package io.xiaoer.answering.wording;

import io.xiaoer.answering.TemplateProblem;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the answers that an owner must mend before publishing, by rendering each one. */
public final class AnswerCheck {

    private AnswerCheck() {}

    public static List<TemplateProblem> check(ReleaseContent content) {
        var phrases = new Phrases(content.locale());
        List<TemplateProblem> problems = new ArrayList<>();
        Map<String, Object> values = Map.of("shop", Map.of("name", content.shopName()));
        for (ReleasedEntry entry : content.entries()) {
            switch (AnswerTemplate.of(entry.answer()).render(values)) {
                case AnswerTemplate.Failed failed ->
                    problems.add(new TemplateProblem(entry.key(), phrases.problem(failed)));
                case AnswerTemplate.Rendered(String text) -> {
                    for (String banned : content.tone().banned()) {
                        if (!banned.isBlank() && text.contains(banned)) {
                            problems.add(new TemplateProblem(entry.key(), phrases.banned(banned)));
                        }
                    }
                }
            }
        }
        return List.copyOf(problems);
    }
}

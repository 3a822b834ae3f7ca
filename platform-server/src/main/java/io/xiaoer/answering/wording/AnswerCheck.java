package io.xiaoer.answering.wording;

import io.xiaoer.answering.TemplateProblem;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the answers that an owner must mend before publishing, by rendering each one for made-up shoppers. */
public final class AnswerCheck {

    private AnswerCheck() {}

    public static List<TemplateProblem> check(ReleaseContent content) {
        var phrases = new Phrases(content.locale());
        List<TemplateProblem> problems = new ArrayList<>();
        for (ReleasedEntry entry : content.entries()) {
            Set<String> found = new LinkedHashSet<>();
            switch (Rehearsed.of(entry.answer(), entry.needs(), content.shopName(), content.locale())) {
                case Rehearsed.Broken(AnswerTemplate.Failed failed) -> found.add(phrases.problem(failed));
                case Rehearsed.Heard(List<String> texts) -> {
                    for (String banned : content.tone().banned()) {
                        if (!banned.isBlank() && texts.stream().anyMatch(text -> text.contains(banned))) {
                            found.add(phrases.banned(banned));
                        }
                    }
                }
            }
            found.forEach(problem -> problems.add(new TemplateProblem(entry.key(), problem)));
        }
        return List.copyOf(problems);
    }
}

package io.xiaoer.portal.questions;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Mending;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionSample;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is read of the open question.
 *
 * @param mended question of the entry that was changed or made for it; null if none was, or it is gone
 */
record Detail(
        QuestionCluster question,
        List<QuestionSample> samples,
        List<String> wordings,
        @Nullable String mended) {

    private static final int SAMPLES = 12;
    private static final int WORDINGS = 30;

    /** Empty if there is no such question any more. */
    static Optional<Detail> read(QuestionServices services, BotId bot, String id) {
        QuestionCluster question;
        try {
            question = services.questions().get(bot, id);
        } catch (Problem problem) {
            if (problem.code() == Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
        Mending mending = question.mending();
        String key = mending == null ? null : mending.entryKey();
        return Optional.of(new Detail(
                question,
                services.questions().samples(bot, question.id(), SAMPLES),
                services.questions().wordings(bot, question.id(), WORDINGS),
                key == null
                        ? null
                        : services.drafts().byKeys(bot, List.of(key)).stream()
                                .findFirst()
                                .map(Entry::question)
                                .orElse(null)));
    }
}

package io.xiaoer.insights.internal;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Said;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mending would change, as the API tells it.
 *
 * @param asked questions of the last days that were asked of both
 * @param testsFixed test cases that pass with the change only
 * @param testsBroken test cases that pass without it only
 * @param losing entries that answer fewer questions with it
 */
record PreviewResource(
        int asked,
        int days,
        int newlyAnswered,
        int changed,
        int lost,
        List<DifferenceResource> samples,
        List<TestResource> testsFixed,
        List<TestResource> testsBroken,
        List<Effect.Traffic> losing) {

    record DifferenceResource(
            @Nullable String conversationId,
            OffsetDateTime at,
            String question,
            int times,
            String group,
            Said before,
            Said after) {

        static DifferenceResource of(Difference difference) {
            ConversationId conversation = difference.conversation();
            return new DifferenceResource(
                    conversation == null ? null : conversation.toString(),
                    difference.at(),
                    difference.asked(),
                    difference.times(),
                    difference.group().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    difference.before(),
                    difference.after());
        }
    }

    record TestResource(UUID id, String question, boolean required, Said before, Said after) {

        static TestResource of(Effect.Flip flip) {
            return new TestResource(
                    flip.tested().id(),
                    flip.tested().question(),
                    flip.tested().required(),
                    flip.before(),
                    flip.after());
        }
    }

    static PreviewResource of(Effect effect) {
        return new PreviewResource(
                effect.asked(),
                effect.days(),
                effect.newlyAnswered(),
                effect.changed(),
                effect.lost(),
                effect.samples().stream().map(DifferenceResource::of).toList(),
                effect.fixed().stream().map(TestResource::of).toList(),
                effect.broken().stream().map(TestResource::of).toList(),
                effect.losing());
    }
}

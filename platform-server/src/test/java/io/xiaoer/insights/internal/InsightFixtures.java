package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.rollout.ShopperRef;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Valid outcomes. */
final class InsightFixtures {

    static final BotId BOT = new BotId(UUID.fromString("00000000-0000-7000-8000-0000000000b1"));
    static final ShopperRef SHOPPER = ShopperRef.customer("c1");
    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T12:00:00+08:00");

    private InsightFixtures() {}

    static ConversationId conversation(int number) {
        return new ConversationId(new UUID(7, number));
    }

    static Outcome outcome(OutcomeKind kind) {
        return outcome(conversation(1), 1, NOON, kind, null, null, null, false);
    }

    static Outcome outcome(
            OutcomeKind kind,
            @Nullable HandoverReason handover,
            @Nullable String missing,
            @Nullable Boolean helpful,
            boolean askedAgain) {
        return outcome(conversation(1), 1, NOON, kind, handover, missing, helpful, askedAgain);
    }

    static Outcome outcome(ConversationId conversation, int seq, OffsetDateTime at) {
        return outcome(conversation, seq, at, OutcomeKind.ANSWERED, null, null, null, false);
    }

    private static Outcome outcome(
            ConversationId conversation,
            int seq,
            OffsetDateTime at,
            OutcomeKind kind,
            @Nullable HandoverReason handover,
            @Nullable String missing,
            @Nullable Boolean helpful,
            boolean askedAgain) {
        return new Outcome(
                conversation,
                seq,
                seq + 1,
                BOT,
                SHOPPER,
                1,
                false,
                3,
                kind,
                handover,
                null,
                missing,
                false,
                helpful,
                askedAgain,
                9_000,
                null,
                false,
                null,
                at);
    }

    static AskedQuestion asked(ConversationId conversation, int seq, OffsetDateTime at, Integer... together) {
        return new AskedQuestion(
                conversation,
                seq,
                seq + 1,
                BOT,
                SHOPPER,
                false,
                1,
                3,
                "answer",
                null,
                null,
                null,
                false,
                List.of(together),
                null,
                9_000,
                null,
                false,
                null,
                at);
    }
}

package io.xiaoer.insights;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.rollout.Member;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A member of a pilot and what became of their questions since.
 *
 * @param maskedName the first character of their name, or the end of their id where no name is known
 * @param questions asked of the bot
 * @param handedOver whether a person was asked for in any of the conversations
 * @param lastConversation null if they asked nothing yet, like {@code lastAt}
 */
public record MemberLine(
        Member member,
        String maskedName,
        int conversations,
        int questions,
        int unknown,
        boolean handedOver,
        @Nullable ConversationId lastConversation,
        @Nullable OffsetDateTime lastAt) {}

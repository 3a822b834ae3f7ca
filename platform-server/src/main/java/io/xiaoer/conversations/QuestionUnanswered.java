package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** The bot said honestly that it does not know. {@code seq} names the reply. */
public record QuestionUnanswered(TenantId tenantId, BotId bot, ConversationId conversation, int seq)
        implements TenantEvent {}

package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** The bot answered, or offered choices. {@code seq} names the reply. */
public record QuestionAnswered(TenantId tenantId, BotId bot, ConversationId conversation, int seq)
        implements TenantEvent {}

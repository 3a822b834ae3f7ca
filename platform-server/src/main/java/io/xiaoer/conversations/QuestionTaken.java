package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A shopper's message, or the button for a person, came to something; {@code reply} names the receipt that says what. */
public record QuestionTaken(TenantId tenantId, BotId bot, ConversationId conversation, int reply)
        implements TenantEvent {}

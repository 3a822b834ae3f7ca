package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** Something was said. {@code seq} names the message. */
public record MessageAdded(TenantId tenantId, BotId bot, ConversationId conversation, int seq, Message.Author author)
        implements TenantEvent {}

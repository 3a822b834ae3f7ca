package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A shopper waits for a person; also again, after somebody gave the conversation back. */
public record HandoverRequested(TenantId tenantId, BotId bot, ConversationId conversation, HandoverReason reason)
        implements TenantEvent {}

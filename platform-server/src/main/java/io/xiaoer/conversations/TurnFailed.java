package io.xiaoer.conversations;

import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A shopper's message could not be taken for a reason that nobody foresaw; nothing of it was kept. */
public record TurnFailed(TenantId tenantId, ConversationId conversation) implements TenantEvent {}

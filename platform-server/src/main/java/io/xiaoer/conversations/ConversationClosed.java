package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A person closed a conversation, or nobody said anything for long. */
public record ConversationClosed(TenantId tenantId, BotId bot, ConversationId conversation) implements TenantEvent {}

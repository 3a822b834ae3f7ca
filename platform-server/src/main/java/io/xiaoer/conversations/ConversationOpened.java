package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A conversation began. */
public record ConversationOpened(TenantId tenantId, BotId bot, ConversationId conversation) implements TenantEvent {}

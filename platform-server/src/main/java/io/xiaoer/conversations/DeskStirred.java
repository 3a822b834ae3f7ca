package io.xiaoer.conversations;

import io.xiaoer.tenancy.TenantId;

/** The desk shows something new of a conversation that the shopper does not see; whoever looks hears it once it is committed. */
public record DeskStirred(TenantId tenant, ConversationId conversation) {}

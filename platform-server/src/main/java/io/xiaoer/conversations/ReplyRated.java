package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A shopper said whether a reply helped; also again, in place of what was said before. {@code seq} names the reply. */
public record ReplyRated(TenantId tenantId, BotId bot, ConversationId conversation, int seq, boolean helpful)
        implements TenantEvent {}

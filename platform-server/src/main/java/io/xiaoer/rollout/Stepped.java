package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;

/** Which release is live for whom is about to change; said within the transaction in which it does. */
record Stepped(TenantId tenant, BotId bot) {}

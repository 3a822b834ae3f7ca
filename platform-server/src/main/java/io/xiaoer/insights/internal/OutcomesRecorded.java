package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/**
 * What became of questions to a bot was written down, or changed since. Heard on the thread that records, one at a time on a node, with the
 * tenant bound, after the commit and outside of any transaction.
 */
record OutcomesRecorded(TenantId tenantId, BotId bot) implements TenantEvent {}

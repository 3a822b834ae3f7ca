package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A bot was let out further, or taken back. */
public record StageChanged(TenantId tenantId, BotId bot, Stage stage) implements TenantEvent {}

package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;
import java.util.UUID;

/** A bot went back by itself. {@code change} names the entry of its history. */
public record BotHalted(TenantId tenantId, BotId bot, UUID change) implements TenantEvent {}

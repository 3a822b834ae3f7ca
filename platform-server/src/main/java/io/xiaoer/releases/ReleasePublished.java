package io.xiaoer.releases;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantEvent;
import io.xiaoer.tenancy.TenantId;

/** A draft became a release. */
public record ReleasePublished(TenantId tenantId, BotId bot, int number) implements TenantEvent {}

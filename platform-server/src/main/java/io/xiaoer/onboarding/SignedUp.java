package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.NewApiClient;

/** A shop just opened. The API client's secret exists nowhere else. */
public record SignedUp(TenantId tenantId, BotId botId, String widgetKey, NewApiClient apiClient) {}

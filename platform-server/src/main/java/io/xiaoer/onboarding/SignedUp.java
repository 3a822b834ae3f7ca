package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.NewApiClient;

/**
 * A shop just opened. The API client's secret exists nowhere else.
 *
 * @param staffCode what the staff link ends with
 */
public record SignedUp(TenantId tenantId, BotId botId, String widgetKey, String staffCode, NewApiClient apiClient) {

    @Override
    public String toString() {
        return "SignedUp[" + tenantId + "]";
    }
}

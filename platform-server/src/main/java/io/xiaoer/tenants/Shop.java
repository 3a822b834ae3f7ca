package io.xiaoer.tenants;

import io.xiaoer.tenancy.TenantId;
import java.time.ZoneId;

/**
 * A shop: one tenant.
 *
 * @param locale BCP 47 tag, {@code zh-CN} or {@code en}
 * @param currency ISO 4217 code
 * @param template key of the vertical pack it began with
 */
public record Shop(
        TenantId id, String name, String locale, String currency, ZoneId timeZone, String template, int version) {}

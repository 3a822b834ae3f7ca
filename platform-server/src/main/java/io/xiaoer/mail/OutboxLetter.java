package io.xiaoer.mail;

import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;

/** A letter kept in memory instead of being sent. */
public record OutboxLetter(TenantId tenant, Letter letter, OffsetDateTime at) {}

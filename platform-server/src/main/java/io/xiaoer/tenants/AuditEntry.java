package io.xiaoer.tenants;

import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a shop's audit trail.
 *
 * @param action what was done, as {@code thing.verb}
 * @param before JSON; null for something new
 * @param after JSON; null for something gone
 */
public record AuditEntry(
        UUID id,
        Actor.Kind actorKind,
        String actor,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after,
        OffsetDateTime at) {}

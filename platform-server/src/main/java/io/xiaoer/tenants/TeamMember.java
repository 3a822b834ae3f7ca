package io.xiaoer.tenants;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as the others see them.
 *
 * @param name null for who never said
 * @param seenAt when they last did something; null if they are not logged in
 */
public record TeamMember(
        UUID id,
        String email,
        @Nullable String name,
        Role role,
        OffsetDateTime joinedAt,
        @Nullable OffsetDateTime seenAt,
        int version) {}

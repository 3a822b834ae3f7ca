package io.xiaoer.tenants;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Someone was asked to join a shop's team.
 *
 * @param invitedBy the member who asked, by e-mail address
 */
public record Invitation(
        UUID id, String email, Role role, String invitedBy, OffsetDateTime createdAt, OffsetDateTime expiresAt) {

    public boolean isExpired(OffsetDateTime now) {
        return !now.isBefore(expiresAt);
    }
}

package io.xiaoer.tenants;

import java.time.OffsetDateTime;

/** What an invitation's link leads to. */
public sealed interface FoundInvitation {

    /** It can be accepted. */
    record Open(String shop, String email, Role role, String invitedBy, OffsetDateTime expiresAt)
            implements FoundInvitation {}

    record Closed(LinkEnd why) implements FoundInvitation {}
}

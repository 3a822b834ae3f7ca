package io.xiaoer.security;

import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A member logged in to the portal. Lives in the HTTP session, so it forgets the password's hash after the login. */
public final class PortalUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final UUID tenantId;
    private final UUID memberId;
    private final UUID sessionId;
    private final String email;
    private final Role role;
    private @Nullable String passwordHash;

    /** Someone who is about to log in, to a session of their own. */
    public PortalUser(TenantId tenantId, UUID memberId, String email, Role role, String passwordHash) {
        this(tenantId.value(), memberId, Ids.next(), email, role, passwordHash);
    }

    private PortalUser(
            UUID tenantId, UUID memberId, UUID sessionId, String email, Role role, @Nullable String passwordHash) {
        this.tenantId = tenantId;
        this.memberId = memberId;
        this.sessionId = sessionId;
        this.email = email;
        this.role = role;
        this.passwordHash = passwordHash;
    }

    public TenantId tenantId() {
        return new TenantId(tenantId);
    }

    public UUID memberId() {
        return memberId;
    }

    /** Of the session that began with this login. */
    public UUID sessionId() {
        return sessionId;
    }

    /** The same member in the same session, whose role was changed meanwhile. */
    public PortalUser withRole(Role other) {
        return new PortalUser(tenantId, memberId, sessionId, email, other, passwordHash);
    }

    public String email() {
        return email;
    }

    public Role role() {
        return role;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortalUser user && user.memberId.equals(memberId);
    }

    @Override
    public int hashCode() {
        return memberId.hashCode();
    }

    @Override
    public String toString() {
        return "PortalUser[" + memberId + ", " + role + "]";
    }
}

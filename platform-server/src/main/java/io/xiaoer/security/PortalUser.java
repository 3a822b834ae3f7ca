package io.xiaoer.security;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.Role;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A member of a shop's team, logged in to the portal. */
public final class PortalUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final UUID tenant;
    private final UUID memberId;
    private final String email;
    private final Role role;
    private String passwordHash;

    public PortalUser(TenantId tenant, Member member) {
        this.tenant = tenant.value();
        this.memberId = member.id();
        this.email = member.email();
        this.role = member.role();
        this.passwordHash = member.passwordHash();
    }

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    public UUID memberId() {
        return memberId;
    }

    public String email() {
        return email;
    }

    public Role role() {
        return role;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }
}

package io.xiaoer.security.internal;

import io.xiaoer.security.PortalUser;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds who logs in to the portal. */
@Service
class Accounts implements UserDetailsService {

    private final Directory directory;
    private final Members members;

    Accounts(Directory directory, Members members) {
        this.directory = directory;
        this.members = members;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return directory
                .findLogin(Members.canonicalEmail(email))
                .flatMap(login -> TenantScope.call(login.tenant(), () -> members.find(login.memberId()))
                        .map(member -> new PortalUser(login.tenant(), member)))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}

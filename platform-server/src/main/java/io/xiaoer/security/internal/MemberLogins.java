package io.xiaoer.security.internal;

import io.xiaoer.security.PortalUser;
import io.xiaoer.shared.Texts;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the member of whichever shop an e-mail address belongs to, or the one of the vendor's staff. */
@Service
class MemberLogins implements UserDetailsService {

    private final Directory directory;
    private final Members members;
    private final Operators operators;

    MemberLogins(Directory directory, Members members, Operators operators) {
        this.directory = directory;
        this.members = members;
        this.operators = operators;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        String email = Members.canonicalEmail(username);
        if (!Texts.isClean(email)) {
            throw new UsernameNotFoundException("No member has this address");
        }
        return directory
                .findLogin(email)
                .flatMap(login -> TenantScope.call(login.tenant(), () -> members.find(login.memberId()))
                        .<UserDetails>map(member -> new PortalUser(
                                login.tenant(), member.id(), member.email(), member.role(), member.passwordHash())))
                .or(() -> operators.find(email))
                .orElseThrow(() -> new UsernameNotFoundException("No member has this address"));
    }
}

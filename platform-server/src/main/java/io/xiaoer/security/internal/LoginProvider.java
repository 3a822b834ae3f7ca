package io.xiaoer.security.internal;

import io.xiaoer.tenants.Members;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Logs members and vendor staff in. A wrong password, an unknown address and an attempt made too soon all fail in the same way, so that
 * nobody learns which addresses have an account.
 */
@Component
class LoginProvider extends DaoAuthenticationProvider {

    private final LoginBackoff backoff;

    LoginProvider(UserDetailsService logins, PasswordEncoder encoder, LoginBackoff backoff) {
        super(logins);
        setPasswordEncoder(encoder);
        this.backoff = backoff;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = Members.canonicalEmail(attempt.getName());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                        ? details.getRemoteAddress()
                        : "unknown";
        if (!backoff.begin(email, address)) {
            throw new BadCredentialsException(
                    messages.getMessage("AbstractUserDetailsAuthenticationProvider.badCredentials", "Bad credentials"));
        }
        Authentication member = super.authenticate(attempt);
        backoff.succeeded(email, address);
        return member;
    }
}

package io.xiaoer.portal.sessions;

import io.xiaoer.tenants.Sessions;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;

/** Holds each request of a member to what the database says of their session and their role now. */
public final class MemberSessions extends AbstractHttpConfigurer<MemberSessions, HttpSecurity> {

    private final Sessions sessions;

    public MemberSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterAfter(
                new StandingFilter(sessions, http.getSharedObject(SecurityContextRepository.class)),
                SecurityContextHolderFilter.class);
    }
}

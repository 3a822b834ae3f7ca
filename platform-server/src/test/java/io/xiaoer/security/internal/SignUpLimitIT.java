package io.xiaoer.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.security.internal.SecurityLimits.Token;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.testing.IntegrationTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignUpLimitIT extends IntegrationTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void countsThePageAndTheApiTogetherOnAllNodes() throws Exception {
        RateLimits here = limits();
        RateLimits there = limits();
        here.count("198.51.100.7");

        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/signup");
        request.setRemoteAddr("198.51.100.7");
        assertThat(there.admitSignUp(request, new MockHttpServletResponse())).isTrue();

        assertThatThrownBy(() -> there.count("198.51.100.7"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Code.RATE_LIMITED))
                .hasMessageContaining("seconds");
        MockHttpServletRequest again = new MockHttpServletRequest("POST", "/api/v1/signup");
        again.setRemoteAddr("198.51.100.7");
        MockHttpServletResponse refused = new MockHttpServletResponse();
        assertThat(here.admitSignUp(again, refused)).isFalse();
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 1800);

        here.count("198.51.100.8");
    }

    private RateLimits limits() {
        return new RateLimits(Limits.of(new Token(1, 1), 2), dataSource);
    }
}

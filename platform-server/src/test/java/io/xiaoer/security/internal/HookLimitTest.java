package io.xiaoer.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.security.internal.SecurityLimits.Token;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HookLimitTest {

    private final HookLimitFilter filter =
            new HookLimitFilter(new RateLimits(Limits.of(new Token(1, 1), 1), new DriverManagerDataSource()));

    @Test
    void platformsHaveALimitOfTheirOwnForAllTheirShops() throws ServletException, IOException {
        assertThat(status("/hooks/bridges/youzan")).isEqualTo(200);
        assertThat(status("/hooks/bridges/youzan")).isEqualTo(200);
        assertThat(status("/hooks/bridges/vendure/some-shop")).isEqualTo(200);
        assertThat(status("/hooks/bridges/vendure/some-other-shop")).isEqualTo(429);
        assertThat(status("/hooks/v1/e_1")).isEqualTo(200);
        assertThat(status("/hooks/v1/e_1")).isEqualTo(429);
        assertThat(status("/hooks/v1/e_2")).isEqualTo(200);
    }

    private int status(String path) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setRemoteAddr("203.0.113.7");
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}

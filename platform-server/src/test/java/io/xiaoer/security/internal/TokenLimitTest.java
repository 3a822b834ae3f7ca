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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenLimitTest {

    private final RateLimits limits = new RateLimits(Limits.of(new Token(1, 2), 1), new DriverManagerDataSource());
    private final TokenLimitFilter filter = new TokenLimitFilter(limits, request -> "POST".equals(request.getMethod()));

    @Test
    void tellsAnAddressThatAsksTooOftenWhenToComeAgain() throws Exception {
        assertThat(ask("POST", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(ask("POST", "192.0.2.1").getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = ask("POST", "192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getHeader("RateLimit-Policy")).isEqualTo("\"token\";q=2;w=2");
        JsonNode body = JsonMapper.shared().readTree(refused.getContentAsByteArray());
        assertThat(body.get("error").asString()).isEqualTo("temporarily_unavailable");
        assertThat(body.get("error_description").asString()).contains("1 seconds");
    }

    @Test
    void countsTheNetworkOfAnIpv6CustomerAsOneAndOthersApart() throws Exception {
        ask("POST", "2001:db8:1:1::1");
        ask("POST", "2001:db8:1:1::2");
        assertThat(ask("POST", "2001:db8:1:1::3").getStatus()).isEqualTo(429);
        assertThat(ask("POST", "2001:db8:1:2::1").getStatus()).isEqualTo(200);
    }

    @Test
    void doesNotCountWhoReadsTheKeys() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("GET", "192.0.2.2").getHeader("RateLimit")).isNull();
        }
    }

    private MockHttpServletResponse ask(String method, String address) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/oauth2/token");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}

package io.xiaoer.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.security.OperatorUser;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.testing.IntegrationTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What the environment says of the vendor's staff counts from the next start on. */
class VendorAccessIT extends IntegrationTest {

    @Autowired
    private Operators operators;

    @Autowired
    private Directory directory;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Clock clock;

    @Autowired
    private AuthenticationProvider logins;

    @Autowired
    private ConfigurableApplicationContext application;

    private final String id = UUID.randomUUID().toString();
    private final String email = "operator-" + id + "@vendor.example";

    @Test
    void takesAnotherSecretOfAProgram() {
        start("", id + ":first secret");
        assertThat(tokenStatus("first secret")).isEqualTo(200);
        String kept = operators.findClient(id).orElseThrow().secretHash();
        start("", id + ":first secret");
        assertThat(operators.findClient(id).orElseThrow().secretHash())
                .as("the same")
                .isEqualTo(kept);

        start("", id + ":second secret");
        assertThat(tokenStatus("second secret")).isEqualTo(200);
        assertThat(tokenStatus("first secret")).isEqualTo(401);
        assertThat(operators.changeSecret(id, kept, "late"))
                .as("another node was faster")
                .isFalse();
    }

    @Test
    void takesAnotherPasswordOfAPerson() {
        start(email + ":first password", "");
        assertThat(logIn("first password").getPrincipal()).isInstanceOf(OperatorUser.class);
        start(email.toUpperCase(Locale.ROOT) + ":second password", "");
        assertThat(logIn("second password").getPrincipal()).isInstanceOf(OperatorUser.class);
        assertThatThrownBy(() -> logIn("first password")).isInstanceOf(BadCredentialsException.class);
    }

    private void start(String operator, String client) {
        new VendorAccess(operators, directory, encoder, clock, operator, client)
                .on(new ApplicationReadyEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
    }

    private int tokenStatus(String secret) {
        return api().requestToken(id, secret, null).status();
    }

    private Authentication logIn(String password) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails("198.51.100.77", null));
        return Objects.requireNonNull(logins.authenticate(attempt));
    }
}

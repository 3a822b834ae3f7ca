package io.xiaoer.security.internal;

import io.xiaoer.security.OperatorUser;
import io.xiaoer.security.internal.Operators.OpsClient;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenants.Members;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Lets the first of the vendor's staff in, people and programs, as the environment says or by a password shown once. What the
 * environment says counts: another password there replaces the one that was kept.
 */
@Component
class VendorAccess {

    static final String FIRST = "operator@xiaoer.example";

    private static final Logger LOG = LoggerFactory.getLogger(VendorAccess.class);
    private static final int PASSWORD_BYTES = 9;

    private final Operators operators;
    private final Directory directory;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final Optional<Credentials> operator;
    private final Optional<Credentials> client;

    VendorAccess(
            Operators operators,
            Directory directory,
            PasswordEncoder encoder,
            Clock clock,
            @Value("${xiaoer.operator:}") String operator,
            @Value("${xiaoer.ops-client:}") String client) {
        this.operators = operators;
        this.directory = directory;
        this.encoder = encoder;
        this.clock = clock;
        this.operator = Credentials.parse("XIAOER_OPERATOR", "email:password", operator);
        this.client = Credentials.parse("XIAOER_OPS_CLIENT", "id:secret", client);
    }

    /** A name and what proves it. */
    record Credentials(String name, String secret) {

        /**
         * @return empty if nothing is set
         * @throws IllegalStateException if what is set is no name and secret
         */
        static Optional<Credentials> parse(String variable, String form, String text) {
            if (text.isBlank()) {
                return Optional.empty();
            }
            int colon = text.indexOf(':');
            if (colon < 1
                    || text.substring(0, colon).isBlank()
                    || text.substring(colon + 1).isBlank()) {
                throw new IllegalStateException(variable + " must have the form " + form + ".");
            }
            return Optional.of(new Credentials(text.substring(0, colon).strip(), text.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        operator.ifPresent(this::admit);
        client.ifPresent(this::admitProgram);
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null
                && !operators.areThere()) {
            Credentials made = new Credentials(FIRST, Ids.secret(PASSWORD_BYTES));
            admit(made);
            show("http://localhost:" + web.getWebServer().getPort(), made);
        }
    }

    private void admit(Credentials who) {
        String email = Members.canonicalEmail(who.name());
        Optional<String> kept = operators.find(email).map(OperatorUser::getPassword);
        if (kept.isPresent()) {
            if (!encoder.matches(who.secret(), kept.get()) && operators.changePassword(email, kept.get(), hash(who))) {
                LOG.info("The password of the operator {} is now the one in XIAOER_OPERATOR", email);
            }
            return;
        }
        if (directory.findLogin(email).isPresent()) {
            throw new IllegalStateException(
                    email + " is a shop's member. Vendor staff need an address of their own in XIAOER_OPERATOR.");
        }
        operators.add(email, hash(who), OffsetDateTime.now(clock));
    }

    private void admitProgram(Credentials who) {
        Optional<String> kept = operators.findClient(who.name()).map(OpsClient::secretHash);
        if (kept.isEmpty()) {
            operators.addClient(who.name(), hash(who), OffsetDateTime.now(clock));
        } else if (!encoder.matches(who.secret(), kept.get())
                && operators.changeSecret(who.name(), kept.get(), hash(who))) {
            LOG.info("The secret of the client {} is now the one in XIAOER_OPS_CLIENT", who.name());
        }
    }

    private String hash(Credentials who) {
        return Objects.requireNonNull(encoder.encode(who.secret()));
    }

    @SuppressWarnings("SystemOut") // for the run script's user
    private static void show(String address, Credentials made) {
        System.out.println("Vendor staff, shown once; log in at " + address + "/login");
        System.out.printf("  operator as %s  password %s%n", made.name(), made.secret());
    }
}

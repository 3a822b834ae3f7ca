package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.Connections;
import io.xiaoer.database.SecretBox;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How a shop comes to be connected. */
@Component
public class Entering {

    /** How long an owner may take on the platform's page. */
    static final Duration PAGE_OPEN = Duration.ofMinutes(30);

    private static final int MAX_KEY = 2000;
    private static final String ANOTHER = "is another shop than the one that is connected. Disconnect that first.";

    private final BridgeRows rows;
    private final SyncRows readings;
    private final Syncs syncs;
    private final Sessions sessions;
    private final Works works;
    private final Connections connections;
    private final Directory directory;
    private final SecretBox box;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Entering(
            BridgeRows rows,
            SyncRows readings,
            Syncs syncs,
            Sessions sessions,
            Works works,
            Connections connections,
            Directory directory,
            SecretBox box,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.readings = readings;
        this.syncs = syncs;
        this.sessions = sessions;
        this.works = works;
        this.connections = connections;
        this.directory = directory;
        this.box = box;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Problem if the platform has none */
    public String page(TenantId tenant, Bridge bridge) {
        String state = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box.sealText(clock.instant().toString(), context(tenant, bridge)));
        return bridge.authorisationPage(state)
                .orElseThrow(
                        () -> new Problem(Code.INVALID_INPUT, "The platform has no page to agree on. Type keys in."));
    }

    /**
     * Somebody else's page must not connect this shop.
     *
     * @throws Problem if {@code state} was not made for this shop, or too long ago
     */
    public void checkState(TenantId tenant, Bridge bridge, @Nullable String state) {
        if (state == null || state.isEmpty()) {
            return;
        }
        try {
            Instant made = Instant.parse(box.openText(Base64.getUrlDecoder().decode(state), context(tenant, bridge)));
            if (made.plus(PAGE_OPEN).isAfter(clock.instant())) {
                return;
            }
        } catch (IllegalStateException | IllegalArgumentException | java.time.DateTimeException e) {
            // said below
        }
        throw Problem.invalid("state", "was made for another shop or too long ago. Begin again.");
    }

    /** @throws Problem naming each key that is missing */
    public static Permit keys(Bridge bridge, Map<String, String> values) {
        FieldErrors errors = new FieldErrors();
        bridge.terms().keys().forEach(key -> errors.text(key.name(), values.get(key.name()), MAX_KEY));
        errors.rejectIf(bridge.terms().keys().isEmpty(), "keys", "are not how this platform is connected");
        errors.throwIfAny();
        Map<String, String> known = new java.util.TreeMap<>();
        bridge.terms()
                .keys()
                .forEach(key -> known.put(
                        key.name(),
                        Objects.requireNonNull(values.get(key.name())).strip()));
        return new Permit.Keys(known);
    }

    /** Connects the bound shop. */
    public void enter(TenantId tenant, Bridge bridge, Permit permit) {
        String digest = permit instanceof Permit.Code code ? Digests.sha256Hex(code.code()) : null;
        Optional<BridgeRows.Row> there =
                Objects.requireNonNull(transaction.execute(status -> rows.find(tenant, bridge.key())));
        if (there.isPresent() && there.get().state() == BridgeRows.State.LEAVING) {
            throw new Problem(Code.INVALID_INPUT, "The old data is still being removed. Try again in a moment.");
        }
        if (digest != null && there.isPresent() && digest.equals(there.get().codeDigest())) {
            return;
        }
        Grant grant;
        try {
            grant = grant(bridge, permit);
        } catch (Problem refused) {
            if (digest != null && isConnectedWith(tenant, bridge, digest)) {
                // the page it came to was loaded twice at once
                return;
            }
            throw refused;
        }
        if (there.isPresent() && !there.get().account().equals(grant.account())) {
            throw Problem.invalid("account", ANOTHER);
        }
        transaction.executeWithoutResult(status -> keep(tenant, bridge, grant, digest));
    }

    private boolean isConnectedWith(TenantId tenant, Bridge bridge, String digest) {
        return Objects.requireNonNull(transaction.execute(status -> rows.find(tenant, bridge.key())))
                .filter(row -> digest.equals(row.codeDigest()))
                .isPresent();
    }

    private Grant grant(Bridge bridge, Permit permit) {
        try {
            return bridge.authorise(permit, sessions.unhurried());
        } catch (BridgeFailed e) {
            throw switch (e.why()) {
                case TOKEN, REVOKED, REFUSED ->
                    permit instanceof Permit.Code
                            ? Problem.invalid(
                                    "code", "was refused by the platform: it was used, or is too old. Agree again.")
                            : Problem.invalid("keys", "were refused by the platform. Check each of them.");
                case DOWN, BUSY ->
                    new Problem(Code.UNAVAILABLE, "The platform does not answer now. Try again in a few minutes.");
                case WRONG_FORM -> new Problem(Code.UNAVAILABLE, "The platform answered in a form that is not known.");
            };
        }
    }

    private void keep(TenantId tenant, Bridge bridge, Grant grant, @Nullable String digest) {
        if (!directory.registerBridgeAccount(bridge.key(), grant.account(), tenant)) {
            throw Problem.invalid("account", "is connected to another shop here. Disconnect it there first.");
        }
        boolean again = rows.find(tenant, bridge.key()).isPresent();
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!rows.connect(tenant, bridge.key(), grant, digest, now)) {
            throw Problem.invalid("account", ANOTHER);
        }
        readings.hurry(tenant, bridge.key(), now);
        syncs.beginAnew(tenant, bridge);
        connections.changed(tenant);
        events.publishEvent(new Audited(
                again ? "bridge.authorised-again" : "bridge.connected",
                bridge.key(),
                null,
                Map.of("account", grant.account())));
        works.wakeAfterCommit(tenant, bridge.key());
    }

    private static byte[] context(TenantId tenant, Bridge bridge) {
        return SecretBox.context("connectors.bridge-state", tenant, bridge.key());
    }
}

package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.connectors.internal.bridges.PushRows.State;
import io.xiaoer.connectors.internal.bridges.PushRows.Waiting;
import io.xiaoer.connectors.internal.bridges.Taking.Taken;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.tenancy.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What platforms tell. A push is stored before it is acknowledged, once by the platform's id, and applied afterwards: what it is about is
 * read anew, so pushes may come in any order. What was read and its push being settled are one transaction.
 */
@Component
class PushInbox {

    /** Attempts, over half a day; what is lost after that, the daily reading finds. */
    static final int MOST_ATTEMPTS = 150;

    /** After that, an attempt of which nothing was heard is taken for lost with its node. */
    static final Duration LOST_AFTER = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PushInbox.class);

    private final PushRows rows;
    private final BridgeRows bridges;
    private final Sessions sessions;
    private final Taking taking;
    private final WayLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    PushInbox(
            PushRows rows,
            BridgeRows bridges,
            Sessions sessions,
            Taking taking,
            WayLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.bridges = bridges;
        this.sessions = sessions;
        this.taking = taking;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores what the bound tenant was told; it is committed when this returns.
     *
     * @return how long until it is applied; empty if it was there already or nothing is to be done
     */
    Optional<Duration> receive(TenantId tenant, Bridge bridge, Push push) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean ours = push.subject() != null || !push.items().isEmpty();
        OffsetDateTime next = ours ? push.notBefore().atOffset(ZoneOffset.UTC) : null;
        boolean fresh =
                Boolean.TRUE.equals(transaction.execute(status -> rows.insert(tenant, bridge.key(), push, now, next)));
        if (!fresh || next == null) {
            return Optional.empty();
        }
        Duration wait = Duration.between(now, next);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    /**
     * Applies one push of the bound tenant, if one is due.
     *
     * @return how long until the next may be; empty if none is known to be
     */
    Optional<Duration> step(TenantId tenant, Bridge bridge) {
        BridgeRows.Row connection = Objects.requireNonNull(
                        transaction.execute(status -> bridges.find(tenant, bridge.key())))
                .filter(row -> row.state() == BridgeRows.State.CONNECTED)
                .orElse(null);
        if (connection == null) {
            // it waits until the owner has agreed again
            return Optional.empty();
        }
        OffsetDateTime restUntil = connection.pushesRestUntil();
        if (restUntil != null && restUntil.isAfter(OffsetDateTime.now(clock))) {
            return Optional.of(Duration.between(OffsetDateTime.now(clock), restUntil));
        }
        Waiting due = Objects.requireNonNull(transaction.execute(status -> take(tenant, bridge)))
                .orElse(null);
        if (due == null) {
            return Optional.empty();
        }
        if (isSuperseded(tenant, bridge, due)) {
            settle(tenant, bridge, due, State.STALE, null);
            return Optional.of(Duration.ZERO);
        }
        try {
            List<Pushed> items = due.items();
            if (items.isEmpty() && due.subject() != null) {
                items = bridge.read(due.subject(), sessions.open(tenant, bridge, Use.PUSH));
            }
            apply(tenant, bridge, due, items, restUntil != null);
            return Optional.of(Duration.ZERO);
        } catch (BridgeFailed e) {
            return failed(tenant, bridge, due, e);
        } catch (RuntimeException e) {
            LOG.error("A push of {} could not be applied for tenant {}", bridge.key(), tenant, e);
            return failed(
                    tenant,
                    bridge,
                    due,
                    new BridgeFailed(Why.WRONG_FORM, e.getClass().getSimpleName()));
        }
    }

    /** Counts the attempt that is about to be made, so that one which takes the node down with it is not made for ever. */
    private Optional<Waiting> take(TenantId tenant, Bridge bridge) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Waiting> due = rows.lockDue(tenant, bridge.key(), now);
        due.ifPresent(
                push -> rows.count(tenant, bridge.key(), push.deliveryId(), push.attempts() + 1, now.plus(LOST_AFTER)));
        return due.map(push ->
                new Waiting(push.deliveryId(), push.subject(), push.version(), push.items(), push.attempts() + 1));
    }

    private boolean isSuperseded(TenantId tenant, Bridge bridge, Waiting due) {
        return Boolean.TRUE.equals(transaction.execute(status -> rows.isSuperseded(tenant, bridge.key(), due)));
    }

    private void apply(TenantId tenant, Bridge bridge, Waiting due, List<Pushed> items, boolean answersAgain) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Taken taken = Objects.requireNonNull(transaction.execute(status -> {
            Taken stored = taking.take(items, bridge.key(), now.toInstant());
            State state = stored.rejected() > 0 && stored.newest() == null ? State.REJECTED : State.APPLIED;
            boolean settled = rows.settle(
                    tenant,
                    bridge.key(),
                    due.deliveryId(),
                    state,
                    stored.reason() == null ? null : Fault.Code.REJECTED.name(),
                    stored.reason(),
                    now);
            if (!settled) {
                // the shop has left in the meantime
                status.setRollbackOnly();
            } else if (answersAgain) {
                bridges.restPushes(tenant, bridge.key(), 0, null);
            }
            return stored;
        }));
        if (taken.reason() != null) {
            log.failed(tenant, Way.BRIDGE, Fault.Code.REJECTED, taken.reason());
        }
        if (taken.newest() != null || taken.reason() == null) {
            log.arrived(tenant, Way.BRIDGE, items.size(), taken.newest());
        }
    }

    private void settle(TenantId tenant, Bridge bridge, Waiting due, State state, Fault.@Nullable Code fault) {
        transaction.executeWithoutResult(status -> rows.settle(
                tenant,
                bridge.key(),
                due.deliveryId(),
                state,
                fault == null ? null : fault.name(),
                null,
                OffsetDateTime.now(clock)));
    }

    private Optional<Duration> failed(TenantId tenant, Bridge bridge, Waiting due, BridgeFailed e) {
        return switch (e.why()) {
            // whatever else waits has no better luck
            case DOWN, BUSY, TOKEN, REVOKED -> rest(tenant, bridge, due, e);
            case REFUSED, WRONG_FORM -> later(tenant, bridge, due, e);
        };
    }

    /** All of the shop's pushes wait, longer each time; that is not held against the one that was tried. */
    private Optional<Duration> rest(TenantId tenant, Bridge bridge, Waiting due, BridgeFailed e) {
        boolean own = e.why() == Why.BUSY && Paces.OWN.equals(e.detail());
        Fault.Code fault = Faults.of(e.why());
        Duration wait = Objects.requireNonNull(transaction.execute(status -> {
            int failures = own ? 0 : bridges.pushFailures(tenant, bridge.key()) + 1;
            Duration rest = own && e.after() != null ? e.after() : Patience.after(Math.max(1, failures), e, random);
            OffsetDateTime until = OffsetDateTime.now(clock).plus(rest);
            if (!own) {
                bridges.restPushes(tenant, bridge.key(), failures, until);
            }
            rows.failed(tenant, bridge.key(), due.deliveryId(), due.attempts() - 1, fault.name(), e.detail(), until);
            return rest;
        }));
        if (!own) {
            log.failed(tenant, Way.BRIDGE, fault, e.detail());
        }
        return e.why() == Why.REVOKED ? Optional.empty() : Optional.of(wait);
    }

    /** This one waits, and is given up at last. */
    private Optional<Duration> later(TenantId tenant, Bridge bridge, Waiting due, BridgeFailed e) {
        if (due.attempts() >= MOST_ATTEMPTS) {
            settle(tenant, bridge, due, State.DEAD, Fault.Code.NOT_APPLIED);
            log.failed(tenant, Way.BRIDGE, Fault.Code.NOT_APPLIED, due.deliveryId());
            return Optional.of(Duration.ZERO);
        }
        Fault.Code fault = Faults.of(e.why());
        OffsetDateTime next = OffsetDateTime.now(clock).plus(Patience.after(due.attempts(), e, random));
        transaction.executeWithoutResult(status ->
                rows.failed(tenant, bridge.key(), due.deliveryId(), due.attempts(), fault.name(), e.detail(), next));
        log.failed(tenant, Way.BRIDGE, fault, e.detail());
        return Optional.of(Duration.ZERO);
    }
}

package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.connectors.internal.bridges.SyncRows.Row;
import io.xiaoer.connectors.internal.bridges.Taking.Taken;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Readings, a page at a time: what a page brings and where the next one is are one transaction, so a node may end anywhere and another goes
 * on from there. Nothing is locked while the platform is asked.
 */
@Component
public class Syncs {

    /** Changes are read from so much before what was read: platforms' clocks and copies lag. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /** What changed within so little before now is left to the next reading and to pushes: what is in a window must not grow while it is read. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    /** How often what pushes have missed is looked for. */
    static final Duration RECONCILED_EVERY = Duration.ofHours(24);

    /** After that, a step of which nothing was heard is taken for lost with its node. */
    static final Duration LOST_AFTER = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(Syncs.class);

    private final SyncRows rows;
    private final BridgeRows bridges;
    private final Sessions sessions;
    private final Taking taking;
    private final WayLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Syncs(
            SyncRows rows,
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

    /** Begins to read all there is; call it inside a transaction. False if something is being read. */
    public boolean beginFull(TenantId tenant, Bridge bridge) {
        Instant until = clock.instant().minus(SETTLING);
        return rows.begin(
                tenant,
                bridge.key(),
                new SyncAim(SyncAim.Kind.FULL, until.minus(bridge.terms().history()), until),
                OffsetDateTime.now(clock));
    }

    /** Begins to read what was missed, or all there is if nothing was read to its end; call it inside a transaction. */
    void beginAnew(TenantId tenant, Bridge bridge) {
        OffsetDateTime readUntil = bridges.find(tenant, bridge.key())
                .map(BridgeRows.Row::readUntil)
                .orElse(null);
        if (readUntil == null) {
            beginFull(tenant, bridge);
        } else {
            beginChanges(tenant, bridge, readUntil);
        }
    }

    /** Begins to read what has changed, if it is time to; call it inside a transaction. */
    boolean beginChangesIfDue(TenantId tenant, Bridge bridge) {
        OffsetDateTime readUntil = bridges.find(tenant, bridge.key())
                .map(BridgeRows.Row::readUntil)
                .orElse(null);
        return readUntil != null
                && readUntil.plus(RECONCILED_EVERY).isBefore(OffsetDateTime.now(clock))
                && beginChanges(tenant, bridge, readUntil);
    }

    private boolean beginChanges(TenantId tenant, Bridge bridge, OffsetDateTime readUntil) {
        return rows.begin(
                tenant,
                bridge.key(),
                new SyncAim(
                        SyncAim.Kind.CHANGES,
                        readUntil.toInstant().minus(OVERLAP),
                        clock.instant().minus(SETTLING)),
                OffsetDateTime.now(clock));
    }

    /**
     * Makes one step of the bound tenant's reading, if one is due.
     *
     * @return how long until the next; empty if there is none to wait for
     */
    Optional<Duration> step(TenantId tenant, Bridge bridge) {
        UUID claim = Ids.next();
        OffsetDateTime begun = OffsetDateTime.now(clock);
        boolean connected = bridges(tenant, bridge)
                .filter(row -> row.state() == BridgeRows.State.CONNECTED)
                .isPresent();
        if (!connected) {
            // it goes on once the owner has agreed again
            return Optional.empty();
        }
        Optional<Row> due = Objects.requireNonNull(
                transaction.execute(status -> rows.take(tenant, bridge.key(), claim, begun, begun.plus(LOST_AFTER))));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Row row = due.get();
        try {
            SyncPage page = bridge.page(row.aim(), row.position(), sessions.open(tenant, bridge, Use.SYNC));
            return take(tenant, bridge, row, claim, page) ? Optional.of(Duration.ZERO) : Optional.empty();
        } catch (BridgeFailed e) {
            return failed(tenant, bridge, row, claim, e);
        } catch (RuntimeException e) {
            LOG.error("A page of {} could not be taken for tenant {}", bridge.key(), tenant, e);
            return failed(
                    tenant,
                    bridge,
                    row,
                    claim,
                    new BridgeFailed(Why.WRONG_FORM, e.getClass().getSimpleName()));
        }
    }

    /** True if there is more. */
    private boolean take(TenantId tenant, Bridge bridge, Row row, UUID claim, SyncPage page) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Taken> result = Objects.requireNonNull(transaction.execute(status -> {
            Taken stored = taking.take(page.items(), bridge.key(), now.toInstant());
            if (!rows.advance(tenant, bridge.key(), row.id(), claim, page, stored.stored(), stored.rejected(), now)) {
                // another node has taken this step for lost
                status.setRollbackOnly();
                return Optional.<Taken>empty();
            }
            if (page.next() == null) {
                OffsetDateTime until = row.aim().until().atOffset(ZoneOffset.UTC);
                bridges.readUntil(tenant, bridge.key(), until);
                if (row.aim().kind() == SyncAim.Kind.FULL) {
                    // what has changed meanwhile, pushed or not
                    beginChanges(tenant, bridge, until);
                }
            }
            return Optional.of(stored);
        }));
        if (result.isEmpty()) {
            return false;
        }
        Taken taken = result.get();
        if (taken.reason() != null) {
            log.failed(tenant, Way.BRIDGE, Fault.Code.REJECTED, taken.reason());
        }
        if (taken.newest() != null || taken.reason() == null) {
            log.arrived(tenant, Way.BRIDGE, page.items().size(), taken.newest());
        }
        return page.next() != null || row.aim().kind() == SyncAim.Kind.FULL;
    }

    private Optional<Duration> failed(TenantId tenant, Bridge bridge, Row row, UUID claim, BridgeFailed e) {
        // our own limit is nobody's fault
        boolean waits = e.why() == Why.BUSY && Paces.OWN.equals(e.detail());
        Duration wait = waits && e.after() != null ? e.after() : Patience.after(row.failures() + 1, e, random);
        Fault.Code fault = Faults.of(e.why());
        transaction.executeWithoutResult(status -> rows.failed(
                tenant,
                bridge.key(),
                row.id(),
                claim,
                waits ? row.failures() : row.failures() + 1,
                fault.name(),
                e.detail(),
                OffsetDateTime.now(clock).plus(wait)));
        if (!waits) {
            log.failed(tenant, Way.BRIDGE, fault, e.detail());
        }
        return e.why() == Why.REVOKED ? Optional.empty() : Optional.of(wait);
    }

    private Optional<BridgeRows.Row> bridges(TenantId tenant, Bridge bridge) {
        return Objects.requireNonNull(transaction.execute(status -> bridges.find(tenant, bridge.key())));
    }
}

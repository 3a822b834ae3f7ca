package io.xiaoer.connectors.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.Connections.Connection;
import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeLookups;
import io.xiaoer.connectors.internal.bridges.Faults;
import io.xiaoer.shared.NoLookups;
import io.xiaoer.shared.Texts;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks shops' endpoints, or the platforms that they are on, about shoppers. One call at a time for each shopper, a few for each shop; what
 * was learnt is good for ten seconds. Whatever the other side does, whoever waits goes on when the time is up.
 */
@Component
public class ShopLookups implements LiveLookup {

    /** For everything, from the question to what is stored. */
    static final Duration BUDGET = Duration.ofMillis(800);

    /** For the endpoint's part of it. */
    static final Duration ANSWER = Duration.ofMillis(760);

    private static final Logger LOG = LoggerFactory.getLogger(ShopLookups.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final int MAX_ID = 128;

    private final Connections connections;
    private final LookupCalls calls;
    private final BridgeLookups bridges;
    private final ShopRecords records;
    private final ShopData data;
    private final WayLog log;
    private final Clock clock;
    private final Cache<TenantId, LineOf> lines = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final Cache<Shopper, Looked> recent = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(GOOD_FOR)
            .build();
    private final ConcurrentHashMap<Shopper, Flight> flights = new ConcurrentHashMap<>();

    ShopLookups(
            Connections connections,
            LookupCalls calls,
            BridgeLookups bridges,
            ShopRecords records,
            ShopData data,
            WayLog log,
            Clock clock) {
        this.connections = connections;
        this.calls = calls;
        this.bridges = bridges;
        this.records = records;
        this.data = data;
        this.log = log;
        this.clock = clock;
    }

    /** Another version of what the shop has set makes it another shopper: what was learnt before no longer counts. */
    private record Shopper(TenantId tenant, int version, String customerId) {}

    private record LineOf(int version, ShopLine line) {}

    /** A call under way; {@code told} is set by the first who tells the line what became of it. */
    private record Flight(CompletableFuture<Looked> result, AtomicBoolean told) {}

    @Override
    public boolean wanted(String customerId) {
        NoLookups.check("the shop's own system");
        TenantId tenant = TenantScope.required();
        Connection connection = connections.known(tenant).orElse(null);
        if (connection == null) {
            // whoever refreshes finds out
            return true;
        }
        return connection.asks()
                && isId(customerId)
                && recent.getIfPresent(new Shopper(tenant, connection.version(), customerId)) == null
                && !line(tenant, connection).isResting();
    }

    @Override
    public Looked state(String customerId) {
        NoLookups.check("the shop's own system");
        TenantId tenant = TenantScope.required();
        Connection connection = connections.known(tenant).orElse(null);
        if (connection == null || !connection.asks()) {
            return Looked.NONE;
        }
        Looked last = recent.getIfPresent(new Shopper(tenant, connection.version(), customerId));
        if (last != null) {
            return last;
        }
        return line(tenant, connection).isResting() ? new Looked(State.DOWN, null) : Looked.NONE;
    }

    @Override
    public Looked refresh(String customerId) {
        NoLookups.check("the shop's own system");
        long end = System.nanoTime() + BUDGET.toNanos();
        TenantId tenant = TenantScope.required();
        try {
            Connection connection = connections.get(tenant);
            if (!connection.asks() || !isId(customerId)) {
                return Looked.NONE;
            }
            Shopper shopper = new Shopper(tenant, connection.version(), customerId);
            Looked last = recent.getIfPresent(shopper);
            return last != null ? last : await(shopper, flight(shopper, connection), connection, end);
        } catch (RuntimeException e) {
            LOG.warn("A look-up could not be made", e);
            return new Looked(State.DOWN, null);
        }
    }

    /** Whether the bound shop's endpoint is not asked for now, as this node sees it. */
    public boolean isResting() {
        TenantId tenant = TenantScope.required();
        return connections
                .known(tenant)
                .map(connection -> connection.asks() && line(tenant, connection).isResting())
                .orElse(false);
    }

    private Looked await(Shopper shopper, Flight flight, Connection connection, long end) {
        try {
            return flight.result().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // the call ends by itself; nobody waits for it a second time
            if (flight.told().compareAndSet(false, true)) {
                failed(shopper, line(shopper.tenant(), connection), Fault.Code.TIMEOUT, null);
            }
            Looked down = new Looked(State.DOWN, null);
            recent.put(shopper, down);
            return down;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Looked(State.DOWN, null);
        } catch (ExecutionException e) {
            return new Looked(State.DOWN, null);
        }
    }

    /** The call under way for a shopper, or one begun now. */
    private Flight flight(Shopper shopper, Connection connection) {
        Flight mine = new Flight(new CompletableFuture<>(), new AtomicBoolean());
        Flight other = flights.putIfAbsent(shopper, mine);
        if (other != null) {
            return other;
        }
        ShopLine line = line(shopper.tenant(), connection);
        if (line.isResting()) {
            land(shopper, mine, new Looked(State.DOWN, null));
        } else if (!line.enter()) {
            log.failed(shopper.tenant(), Way.LOOKUP, Fault.Code.BUSY, null);
            land(shopper, mine, new Looked(State.DOWN, null));
        } else if (!line.permits()) {
            line.leave();
            land(shopper, mine, new Looked(State.DOWN, null));
        } else {
            Thread.ofVirtual()
                    .name("lookup")
                    .start(() -> TenantScope.run(
                            shopper.tenant(), Actor.platform(), () -> fly(shopper, mine, line, connection)));
        }
        return mine;
    }

    private void fly(Shopper shopper, Flight flight, ShopLine line, Connection connection) {
        Looked looked = new Looked(State.DOWN, null);
        try {
            take(shopper, ask(shopper, connection), connection);
            looked = new Looked(State.LIVE, clock.instant());
            if (flight.told().compareAndSet(false, true)) {
                line.succeeded();
            }
        } catch (LookupFailed e) {
            if (flight.told().compareAndSet(false, true)) {
                failed(shopper, line, e.code(), e.detail());
            }
        } catch (RuntimeException e) {
            // ours, not the endpoint's
            LOG.error("What a look-up brought could not be stored", e);
            if (flight.told().compareAndSet(false, true)) {
                line.succeeded();
            }
        } finally {
            line.leave();
            recent.put(shopper, looked);
            land(shopper, flight, looked);
        }
    }

    /** The shop's own system if it has one to ask, else the platform that it is on. */
    private List<Pushed> ask(Shopper shopper, Connection connection) throws LookupFailed {
        if (connection.asksShop() || connection.bridge() == null) {
            return calls.ask(connection, shopper.customerId(), ANSWER);
        }
        try {
            return bridges.ask(shopper.tenant(), connection.bridge(), shopper.customerId(), ANSWER);
        } catch (BridgeFailed e) {
            throw new LookupFailed(Faults.of(e.why()), e.detail());
        }
    }

    private List<PushResult> store(Shopper shopper, List<Pushed> items, Connection connection) throws LookupFailed {
        if (connection.asksShop() || connection.bridge() == null) {
            return records.store(items, Way.LOOKUP.key());
        }
        try {
            return bridges.store(shopper.tenant(), connection.bridge(), items);
        } catch (BridgeFailed e) {
            throw new LookupFailed(Faults.of(e.why()), e.detail());
        }
    }

    private void land(Shopper shopper, Flight flight, Looked looked) {
        flights.remove(shopper, flight);
        flight.result().complete(looked);
    }

    /** Stores what is about the shopper; what is about others makes the answer one that is not to be relied on. */
    private void take(Shopper shopper, List<Pushed> items, Connection connection) throws LookupFailed {
        Sifted sifted = Sifted.of(items, shopper.customerId(), data::customersOf);
        List<PushResult> kept = sifted.own().isEmpty() ? List.of() : store(shopper, sifted.own(), connection);
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).outcome() == Outcome.REJECTED) {
                log.failed(
                        shopper.tenant(),
                        Way.LOOKUP,
                        Fault.Code.REJECTED,
                        Arrivals.reason(sifted.own().get(i), kept.get(i)));
                break;
            }
        }
        if (!sifted.foreign().isEmpty()) {
            throw new LookupFailed(
                    Fault.Code.OTHER_CUSTOMER, sifted.foreign().size() + " of " + items.size() + " items");
        }
        log.arrived(shopper.tenant(), Way.LOOKUP, 1, Arrivals.newest(sifted.own(), kept, clock.instant()));
    }

    private void failed(Shopper shopper, ShopLine line, Fault.Code code, @Nullable String detail) {
        log.failed(shopper.tenant(), Way.LOOKUP, code, detail);
        if (line.failed()) {
            log.failed(shopper.tenant(), Way.LOOKUP, Fault.Code.RESTING, null);
        }
    }

    private ShopLine line(TenantId tenant, Connection connection) {
        return lines.asMap()
                .compute(
                        tenant,
                        (same, there) -> there != null && there.version() == connection.version()
                                ? there
                                : new LineOf(connection.version(), new ShopLine(clock)))
                .line();
    }

    private static boolean isId(String customerId) {
        return !customerId.isBlank() && customerId.length() <= MAX_ID && Texts.isClean(customerId);
    }
}

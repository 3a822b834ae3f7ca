package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.shopdata.ShopperRecords;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks platforms about shoppers. */
@Component
public class BridgeLookups {

    /** A customer's record that is older is asked for anew: levels change, and no platform tells of it. */
    private static final Duration KNOWN_FOR = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final BridgeRows rows;
    private final Sessions sessions;
    private final ShopData data;
    private final ShopRecords records;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BridgeLookups(
            Catalogue catalogue,
            BridgeRows rows,
            Sessions sessions,
            ShopData data,
            ShopRecords records,
            TransactionTemplate transaction,
            Clock clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.sessions = sessions;
        this.data = data;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first platform that lets us in, if any; call it inside a transaction. */
    public Optional<String> connected(TenantId tenant) {
        return rows.all(tenant).stream()
                .filter(row -> row.state() == BridgeRows.State.CONNECTED)
                .map(BridgeRows.Row::bridge)
                .filter(key -> catalogue.find(key).isPresent())
                .findFirst();
    }

    /** What the platform says of a shopper of the bound tenant now. */
    public List<Pushed> ask(TenantId tenant, String bridge, String customerId, Duration within) throws BridgeFailed {
        long end = System.nanoTime() + within.toNanos();
        ShopperRecords known = data.of(customerId, List.of());
        Bridge platform = catalogue.find(bridge).orElseThrow();
        return platform.lookUp(
                asked(customerId, known, bridge),
                sessions.hurried(tenant, platform, Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    /** Only of what the platform has brought can it tell more. */
    private Asked asked(String customerId, ShopperRecords known, String bridge) {
        Customer customer = known.customer();
        boolean isKnown = customer != null
                && customer.freshness()
                        .receivedAt()
                        .isAfter(OffsetDateTime.now(clock).minus(KNOWN_FOR));
        return new Asked(
                customerId,
                isKnown,
                known.orders().stream()
                        .filter(order -> order.freshness().source().equals(bridge))
                        .toList(),
                known.afterSales().stream()
                        .filter(sale -> sale.freshness().source().equals(bridge))
                        .toList());
    }

    /**
     * Stores what the platform said of a shopper.
     *
     * @throws BridgeFailed with {@link Why#REVOKED} if the shop has left it meanwhile
     */
    public List<PushResult> store(TenantId tenant, String bridge, List<Pushed> items) throws BridgeFailed {
        return Objects.requireNonNull(transaction.execute(status -> rows.holdConnected(tenant, bridge)
                        ? Optional.of(records.store(items, bridge))
                        : Optional.<List<PushResult>>empty()))
                .orElseThrow(() -> new BridgeFailed(Why.REVOKED, null));
    }
}

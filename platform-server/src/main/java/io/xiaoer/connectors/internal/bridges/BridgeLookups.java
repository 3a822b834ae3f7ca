package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopperRecords;
import io.xiaoer.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks platforms about shoppers. */
@Component
public class BridgeLookups {

    private final Catalogue catalogue;
    private final BridgeRows rows;
    private final Sessions sessions;
    private final ShopData data;

    BridgeLookups(Catalogue catalogue, BridgeRows rows, Sessions sessions, ShopData data) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.sessions = sessions;
        this.data = data;
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
                new Asked(customerId, known.customer() != null, known.orders(), known.afterSales()),
                sessions.hurried(tenant, platform, Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }
}

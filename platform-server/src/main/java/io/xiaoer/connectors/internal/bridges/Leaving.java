package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.TenantId;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what a bridge has brought, some at a time, and then the connection itself; whoever is interrupted goes on in the next round. */
@Component
public class Leaving {

    private final BridgeRows rows;
    private final ShopRecords records;
    private final TransactionTemplate transaction;

    Leaving(BridgeRows rows, ShopRecords records, TransactionTemplate transaction) {
        this.rows = rows;
        this.records = records;
        this.transaction = transaction;
    }

    /** For the bound tenant. */
    void goOn(TenantId tenant, String bridge) {
        int removed;
        do {
            removed = Objects.requireNonNull(transaction.execute(status -> records.removeBroughtBy(bridge)));
        } while (removed > 0);
        transaction.executeWithoutResult(status -> {
            boolean leaves = rows.find(tenant, bridge)
                    .filter(row -> row.state() == BridgeRows.State.LEAVING)
                    .isPresent();
            if (leaves) {
                rows.remove(tenant, bridge);
            }
        });
    }
}

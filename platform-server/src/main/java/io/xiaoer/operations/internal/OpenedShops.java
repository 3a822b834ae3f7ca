package io.xiaoer.operations.internal;

import io.xiaoer.tenants.ShopOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists a shop from the moment it is there, in the transaction that opens it. */
@Component
class OpenedShops {

    private final SnapshotRows rows;

    OpenedShops(SnapshotRows rows) {
        this.rows = rows;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ShopOpened event) {
        rows.insert(event.shop(), event.at());
    }
}

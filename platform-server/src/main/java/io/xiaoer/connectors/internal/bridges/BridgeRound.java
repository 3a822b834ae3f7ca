package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeRows.Row;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.util.List;
import java.util.Objects;
import org.quartz.DisallowConcurrentExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each half minute, for each connection: fetches the next grant if this one ends soon, begins the daily reading if it is time to, goes on
 * with what a node that ended has left, and removes what a bridge that was left has brought.
 */
@DisallowConcurrentExecution
class BridgeRound extends TenantJob {

    private final Catalogue catalogue;
    private final BridgeRows rows;
    private final Grants grants;
    private final Syncs syncs;
    private final Works works;
    private final Leaving leaving;
    private final WayLog log;
    private final TransactionTemplate transaction;

    BridgeRound(
            Directory directory,
            Resting resting,
            Catalogue catalogue,
            BridgeRows rows,
            Grants grants,
            Syncs syncs,
            Works works,
            Leaving leaving,
            WayLog log,
            TransactionTemplate transaction) {
        super(directory, resting);
        this.catalogue = catalogue;
        this.rows = rows;
        this.grants = grants;
        this.syncs = syncs;
        this.works = works;
        this.leaving = leaving;
        this.log = log;
        this.transaction = transaction;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        List<Row> connections = Objects.requireNonNull(transaction.execute(status -> rows.all(tenant)));
        for (Row connection : connections) {
            catalogue.find(connection.bridge()).ifPresent(bridge -> visit(tenant, bridge, connection));
        }
    }

    private void visit(TenantId tenant, Bridge bridge, Row connection) {
        switch (connection.state()) {
            case LEAVING -> leaving.goOn(tenant, bridge.key());
            case LOST -> {}
            case CONNECTED -> {
                try {
                    grants.renewEarly(tenant, bridge);
                } catch (BridgeFailed e) {
                    log.failed(tenant, Way.BRIDGE, Faults.of(e.why()), e.detail());
                    if (e.why() == Why.REVOKED) {
                        return;
                    }
                }
                transaction.executeWithoutResult(status -> syncs.beginChangesIfDue(tenant, bridge));
                works.wake(tenant, bridge.key());
            }
        }
    }
}

package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Opens sessions. */
@Component("bridgeSessions")
public class Sessions {

    private final GuardedHttp http;
    private final AllowedHosts allowed;
    private final Grants grants;
    private final Paces paces;
    private final ShopData data;
    private final WayLog log;
    private final Clock clock;

    Sessions(
            GuardedHttp http,
            AllowedHosts allowed,
            Grants grants,
            Paces paces,
            ShopData data,
            WayLog log,
            Clock clock) {
        this.http = http;
        this.allowed = allowed;
        this.grants = grants;
        this.paces = paces;
        this.data = data;
        this.log = log;
        this.clock = clock;
    }

    Session open(TenantId tenant, Bridge bridge, Use use) {
        return new Session(tenant, bridge, use, unhurried(), grants, paces, data, log, clock);
    }

    /** @param within for all of its calls together */
    Session hurried(TenantId tenant, Bridge bridge, Duration within) {
        return new Session(
                tenant,
                bridge,
                Use.LOOKUP,
                BridgeHttp.within(http, allowed, clock, within),
                grants,
                paces,
                data,
                log,
                clock);
    }

    /** For calls that need no grant. */
    public BridgeHttp unhurried() {
        return BridgeHttp.unhurried(http, allowed, clock);
    }
}

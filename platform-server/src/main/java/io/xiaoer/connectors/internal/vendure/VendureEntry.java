package io.xiaoer.connectors.internal.vendure;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Permit;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.vendure.VendureCalls.Asking;
import tools.jackson.databind.JsonNode;

/** Comes in with the keys that the owner made on the shop's server. */
final class VendureEntry {

    private final AllowedHosts allowed;

    VendureEntry(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    /** Tries all that will be read, so that a permission that lacks is missed now. */
    Grant authorise(Permit permit, BridgeHttp http) throws BridgeFailed {
        if (!(permit instanceof Permit.Keys keys)) {
            throw new BridgeFailed(Why.REFUSED, "there is no page to agree on");
        }
        VendureShop shop = VendureShop.typedIn(keys.values(), allowed);
        try {
            return grant(shop, http);
        } catch (BridgeFailed e) {
            if (e.why() != Why.WRONG_FORM && e.why() != Why.REFUSED) {
                throw e;
            }
        }
        // a server without our plugin knows no such field of customers
        return grant(shop.withoutCustomersIds(), http);
    }

    private static Grant grant(VendureShop shop, BridgeHttp http) throws BridgeFailed {
        JsonNode data = VendureCalls.ask(shop, new Asking(VendureQueries.trial(shop), VendureCalls.object()), http);
        String channel = VendureFields.required(data.path("activeChannel"), "code");
        return shop.grant(channel.startsWith("__") ? null : channel);
    }

    /** The same key, if the server still knows it. */
    Grant renew(Grant grant, BridgeHttp http) throws BridgeFailed {
        VendureCalls.ask(VendureShop.of(grant), new Asking(VendureQueries.KEY, VendureCalls.object()), http);
        return grant;
    }
}

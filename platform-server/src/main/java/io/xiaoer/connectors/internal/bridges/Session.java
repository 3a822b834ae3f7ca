package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Grants.Held;
import io.xiaoer.connectors.internal.bridges.Pace.Use;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A few calls of a platform on behalf of the bound shop: each with a token that is good, and no more of them than the platform allows. Holds
 * no transaction. May be used from several threads.
 */
public final class Session {

    private final TenantId tenant;
    private final Bridge bridge;
    private final Use use;
    private final BridgeHttp http;
    private final Grants grants;
    private final Paces paces;
    private final ShopData data;
    private final WayLog log;
    private final Clock clock;
    private volatile @Nullable Held held;

    Session(
            TenantId tenant,
            Bridge bridge,
            Use use,
            BridgeHttp http,
            Grants grants,
            Paces paces,
            ShopData data,
            WayLog log,
            Clock clock) {
        this.tenant = tenant;
        this.bridge = bridge;
        this.use = use;
        this.http = http;
        this.grants = grants;
        this.paces = paces;
        this.data = data;
        this.log = log;
        this.clock = clock;
    }

    /** One call; made again with another token if this one turns out to be spent. */
    @FunctionalInterface
    public interface Call {
        JsonNode make(Grant grant, BridgeHttp http) throws BridgeFailed;
    }

    /** @throws BridgeFailed never with {@link Why#TOKEN} */
    public JsonNode call(Call call) throws BridgeFailed {
        Held mine = held();
        try {
            paces.await(tenant, bridge, use);
            return call.make(mine.grant(), http);
        } catch (BridgeFailed e) {
            if (e.why() != Why.TOKEN) {
                throw e;
            }
        }
        mine = grants.renewed(tenant, bridge, mine, http.time());
        held = mine;
        paces.await(tenant, bridge, use);
        try {
            return call.make(mine.grant(), http);
        } catch (BridgeFailed e) {
            if (e.why() == Why.TOKEN) {
                // a token that was made a moment ago
                throw new BridgeFailed(Why.REFUSED, e.detail());
            }
            throw e;
        }
    }

    /**
     * Several calls at once.
     *
     * @return what each brought, in their order
     * @throws BridgeFailed if one of them fails
     */
    public List<JsonNode> callAll(List<Call> calls) throws BridgeFailed {
        // one look for the token, not one each
        Held unused = held();
        List<CompletableFuture<JsonNode>> underWay = calls.stream()
                .map(call -> {
                    CompletableFuture<JsonNode> result = new CompletableFuture<>();
                    Thread.ofVirtual().name("bridge-call").start(() -> {
                        try {
                            result.complete(TenantScope.call(tenant, Actor.platform(), () -> call(call)));
                        } catch (BridgeFailed | RuntimeException e) {
                            result.completeExceptionally(e);
                        }
                    });
                    return result;
                })
                .toList();
        List<JsonNode> all = new ArrayList<>();
        for (CompletableFuture<JsonNode> one : underWay) {
            try {
                all.add(one.join());
            } catch (CompletionException e) {
                if (e.getCause() instanceof BridgeFailed failed) {
                    throw failed;
                }
                throw e;
            }
        }
        return all;
    }

    /**
     * The same call, but one that the platform refuses brings an empty object, and all else goes on. The shop sees it among the faults,
     * unless a shopper waits: that a platform has nothing to say of one of their orders is no fault.
     */
    public Call optional(Call call) {
        return (grant, to) -> {
            try {
                return call.make(grant, to);
            } catch (BridgeFailed e) {
                if (e.why() != Why.REFUSED) {
                    throw e;
                }
                if (use != Use.LOOKUP) {
                    log.noted(tenant, Way.BRIDGE, Fault.Code.PLATFORM_REFUSED, e.detail());
                }
                return BridgeHttp.JSON.createObjectNode();
            }
        };
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Customers of whom the platform has an order, in the order of their ids.
     *
     * @param since that changed from then on
     */
    public List<String> customersAfter(String id, Instant since, int most) {
        return data.customersWithOrders(bridge.key(), since, id, most);
    }

    public int countCustomers(Instant since) {
        return data.countCustomersWithOrders(bridge.key(), since);
    }

    private Held held() throws BridgeFailed {
        Held known = held;
        if (known == null) {
            known = grants.held(tenant, bridge);
            held = known;
        }
        return known;
    }
}

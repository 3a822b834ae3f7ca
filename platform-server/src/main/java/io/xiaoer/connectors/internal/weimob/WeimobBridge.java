package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.Asked;
import io.xiaoer.connectors.internal.bridges.Bridge;
import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Permit;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.connectors.internal.bridges.SyncAim;
import io.xiaoer.connectors.internal.bridges.SyncPage;
import io.xiaoer.connectors.internal.bridges.Terms;
import io.xiaoer.shopdata.Pushed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bridge to Weimob. */
@Component
class WeimobBridge implements Bridge {

    static final String KEY = "weimob";

    private final WeimobSettings settings;
    private final String redirect;
    private final WeimobCalls calls;
    private final WeimobTokens tokens;
    private final WeimobMembers members;
    private final WeimobReads reads;
    private final WeimobReading reading;

    WeimobBridge(WeimobSettings settings, @Value("${xiaoer.public-url}") String address) {
        this.settings = settings;
        this.redirect = address + "/data/bridge/" + KEY;
        this.calls = new WeimobCalls(settings);
        this.tokens = new WeimobTokens(settings, calls, redirect);
        WeimobLists lists = new WeimobLists(calls, settings);
        this.members = new WeimobMembers(calls, settings.pageSize());
        this.reads = new WeimobReads(calls, lists, members);
        this.reading = new WeimobReading(settings, lists, reads, members);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Terms terms() {
        return new Terms(
                List.of(
                        new Terms.Key(WeimobKeys.CLIENT_ID, false),
                        new Terms.Key(WeimobKeys.CLIENT_SECRET, true),
                        new Terms.Key(WeimobTokens.SHOP_ID, false),
                        new Terms.Key(WeimobTokens.SHOP_TYPE, false)),
                settings.callsPerSecond(),
                settings.callsPerSecondInAll(),
                settings.history());
    }

    @Override
    public Optional<String> authorisationPage(String state) {
        return WeimobKeys.of(settings).map(app -> calls.page(app.clientId(), redirect, state));
    }

    @Override
    public Grant authorise(Permit permit, BridgeHttp http) throws BridgeFailed {
        return tokens.authorise(permit, http);
    }

    @Override
    public Grant renew(Grant grant, BridgeHttp http) throws BridgeFailed {
        return tokens.renew(grant, http);
    }

    @Override
    public Instant renewalOf(Grant grant) {
        return WeimobTokens.renewalOf(grant);
    }

    @Override
    public Optional<String> accountOf(Inbound push) {
        return WeimobPushes.accountOf(push);
    }

    @Override
    public boolean isGenuine(Inbound push, @Nullable Grant grant) {
        return WeimobKeys.of(settings, grant)
                .filter(app -> WeimobPushes.isSigned(push, app))
                .isPresent();
    }

    @Override
    public Push read(Inbound push, Instant receivedAt) throws BridgeFailed {
        return WeimobPushes.read(push, receivedAt.plus(settings.readAfter()));
    }

    @Override
    public String acknowledgement() {
        return "{\"code\":{\"errcode\":\"0\",\"errmsg\":\"success\"}}";
    }

    @Override
    public List<Pushed> read(Ref ref, Session session) throws BridgeFailed {
        return switch (ref.kind()) {
            case ORDERS -> reads.order(ref.id(), session);
            case AFTERSALES -> reads.rights(ref.id(), session);
            case CUSTOMERS, COUPONS -> members.read(List.of(ref.id()), session);
            case PRODUCTS -> List.of();
        };
    }

    @Override
    public List<Pushed> lookUp(Asked asked, Session session) throws BridgeFailed {
        return reads.shopper(asked, session);
    }

    @Override
    public SyncPage page(SyncAim aim, @Nullable String position, Session session) throws BridgeFailed {
        return reading.page(aim, position, session);
    }
}

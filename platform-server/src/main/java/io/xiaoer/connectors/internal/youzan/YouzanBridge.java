package io.xiaoer.connectors.internal.youzan;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bridge to Youzan. */
@Component
class YouzanBridge implements Bridge {

    static final String KEY = "youzan";

    private final YouzanSettings settings;
    private final YouzanTokens tokens;
    private final YouzanReads reads;
    private final YouzanReading reading;

    YouzanBridge(YouzanSettings settings) {
        this.settings = settings;
        YouzanCalls calls = new YouzanCalls(settings);
        this.tokens = new YouzanTokens(settings, calls);
        this.reads = new YouzanReads(calls);
        this.reading = new YouzanReading(calls, reads);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Terms terms() {
        return new Terms(
                List.of(
                        new Terms.Key(YouzanKeys.CLIENT_ID, false),
                        new Terms.Key(YouzanKeys.CLIENT_SECRET, true),
                        new Terms.Key(YouzanTokens.GRANT_ID, false)),
                settings.callsPerSecond(),
                settings.callsPerSecondInAll(),
                settings.history());
    }

    @Override
    public Optional<String> authorisationPage(String state) {
        return YouzanKeys.of(settings)
                .map(app -> settings.page() + "?client_id=" + encoded(app.clientId()) + "&state=" + encoded(state));
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
    public Optional<String> accountOf(Inbound push) {
        return YouzanPushes.accountOf(push);
    }

    @Override
    public boolean isGenuine(Inbound push, @Nullable Grant grant) {
        return YouzanKeys.of(settings, grant)
                .filter(app -> app.hasSigned(push.body(), push.header("event-sign")))
                .isPresent();
    }

    @Override
    public Push read(Inbound push, Instant receivedAt) throws BridgeFailed {
        return YouzanPushes.read(push, receivedAt.plus(settings.readAfter()));
    }

    @Override
    public String acknowledgement() {
        return "{\"code\":0,\"msg\":\"success\"}";
    }

    @Override
    public List<Pushed> read(Ref ref, Session session) throws BridgeFailed {
        return switch (ref.kind()) {
            case ORDERS -> reads.order(ref.id(), session);
            case AFTERSALES -> reads.refund(ref.id(), session);
            case CUSTOMERS, COUPONS -> reads.customer(ref.id(), session);
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

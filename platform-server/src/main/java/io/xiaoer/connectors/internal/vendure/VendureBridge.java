package io.xiaoer.connectors.internal.vendure;

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
import io.xiaoer.connectors.internal.bridges.Words;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.shopdata.Pushed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bridge to Vendure servers: each shop's its own, so there is no page to agree on and nothing that the operator sets up. */
@Component
class VendureBridge implements Bridge {

    private final VendureSettings settings;
    private final VendureEntry entry;
    private final VendureReads reads;
    private final VendureReading reading;
    private final Clock clock;

    VendureBridge(VendureSettings settings, AllowedHosts allowed, Clock clock) {
        this.settings = settings;
        this.entry = new VendureEntry(allowed);
        // what parcels go through is told to shoppers
        VendureOrders orders = new VendureOrders(new VendureParcels(Words.of(this, Locale.SIMPLIFIED_CHINESE)));
        this.reads = new VendureReads(orders);
        this.reading = new VendureReading(orders, reads, settings.history());
        this.clock = clock;
    }

    @Override
    public String key() {
        return "vendure";
    }

    @Override
    public Terms terms() {
        return new Terms(
                List.of(
                        new Terms.Key(VendureShop.ADDRESS, false),
                        new Terms.Key(VendureShop.API_KEY, true),
                        new Terms.Key(VendureShop.WEBHOOK_SECRET, true)),
                settings.callsPerSecond(),
                settings.callsPerSecondInAll(),
                settings.history());
    }

    @Override
    public Optional<String> authorisationPage(String state) {
        return Optional.empty();
    }

    @Override
    public boolean isAgreedOnAPage() {
        return false;
    }

    @Override
    public Grant authorise(Permit permit, BridgeHttp http) throws BridgeFailed {
        return entry.authorise(permit, http);
    }

    @Override
    public Grant renew(Grant grant, BridgeHttp http) throws BridgeFailed {
        return entry.renew(grant, http);
    }

    @Override
    public Optional<String> accountOf(Inbound push) {
        return Optional.ofNullable(push.account());
    }

    @Override
    public boolean isGenuine(Inbound push, @Nullable Grant grant) {
        return VendurePushes.isGenuine(push, grant, clock.instant());
    }

    @Override
    public Push read(Inbound push, Instant receivedAt) throws BridgeFailed {
        return VendurePushes.read(push, receivedAt);
    }

    @Override
    public String acknowledgement() {
        return "{\"ok\":true}";
    }

    @Override
    public List<Pushed> read(Ref ref, Session session) throws BridgeFailed {
        return switch (ref.kind()) {
            case ORDERS -> reads.order(ref.id(), session);
            case CUSTOMERS -> reads.customer(ref.id(), session);
            // these come with their orders and customers
            case AFTERSALES, COUPONS, PRODUCTS -> List.of();
        };
    }

    @Override
    public List<Pushed> lookUp(Asked asked, Session session) throws BridgeFailed {
        return reads.shopper(asked.customerId(), session);
    }

    @Override
    public SyncPage page(SyncAim aim, @Nullable String position, Session session) throws BridgeFailed {
        return reading.page(aim, position, session);
    }
}

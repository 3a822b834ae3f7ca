package io.xiaoer.tenants;

import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.ShopRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shops, seen from inside one: all calls are about the bound tenant. */
@Service
@OpenToAll("on the shopper's way")
public class Shops {

    private final ShopRows rows;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shops(ShopRows rows, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a shop under the bound tenant id, which no shop has yet. */
    @Transactional
    @Requires(Permission.ADMINISTER)
    public void open(Shop shop) {
        if (!shop.id().equals(TenantScope.required())) {
            throw new IllegalArgumentException("A shop is opened inside its own scope");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        directory.registerShop(shop.id(), now);
        rows.insert(shop, now);
        events.publishEvent(new ShopOpened(shop, now));
    }

    @Transactional(readOnly = true)
    public Shop current() {
        return rows.find(TenantScope.required()).orElseThrow(() -> Problem.notFound("shop"));
    }
}

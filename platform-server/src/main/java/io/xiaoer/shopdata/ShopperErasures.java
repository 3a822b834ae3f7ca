package io.xiaoer.shopdata;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.internal.ErasureRows;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes shoppers of the bound shop from everywhere, and remembers that it did without remembering whom: a tombstone can be
 * checked by who knows the id, and what comes late for an erased record is refused.
 */
@Service
@Requires(Permission.SYNC)
public class ShopperErasures {

    private final ErasureRows rows;
    private final List<ShopperErasure> others;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShopperErasures(ErasureRows rows, List<ShopperErasure> others, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.others = others;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Erases a shopper: all that was pushed of them and all they said, for good.
     *
     * @throws Problem if nothing is known of them
     */
    @Transactional
    public Erasure erase(String customerId) {
        TenantId tenant = TenantScope.required();
        // what arrives meanwhile waits, and then meets the tombstone
        rows.lockAlone(tenant);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<String, Integer> removed = new TreeMap<>(rows.remove(tenant, customerId, now));
        others.forEach(other -> removed.merge(other.what(), other.erase(customerId), Integer::sum));
        removed.values().removeIf(count -> count == 0);
        if (removed.isEmpty()) {
            throw Problem.notFound("shopper");
        }
        Actor actor = TenantScope.requiredActor();
        Erasure erasure = new Erasure(Ids.next(), now, actor.name(), Map.copyOf(removed));
        rows.insert(tenant, customerId, erasure, actor.kind());
        events.publishEvent(new Audited("shopper.erased", erasure.id().toString(), removed, null));
        return erasure;
    }

    /** The tombstones of a shopper, newest first; none if they were never erased. */
    @Transactional(readOnly = true)
    public List<Erasure> of(String customerId) {
        return rows.find(TenantScope.required(), customerId);
    }
}

package io.xiaoer.shopdata;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shopdata.internal.Arrivals;
import io.xiaoer.shopdata.internal.RecordRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what the bound shop's systems know. What is older than what is known never replaces it, so records may come in any order,
 * twice, and from several threads; of two that changed at the same instant, the one that comes last is kept.
 */
@Service
@Requires(Permission.SYNC)
public class ShopRecords {

    /** Records that may come at once. */
    public static final int MOST = 1000;

    private final Arrivals arrivals;
    private final RecordRows rows;
    private final ApplicationEventPublisher events;

    ShopRecords(Arrivals arrivals, RecordRows rows, ApplicationEventPublisher events) {
        this.arrivals = arrivals;
        this.rows = rows;
        this.events = events;
    }

    /**
     * Stores each record that is valid and newer; one that is not is told of in its result and keeps no other from it.
     *
     * @param source who brings them, see {@link Freshness#source}
     * @return one result for each item, in their order
     * @throws Problem with {@link Code#TOO_LARGE} if there are more than {@link #MOST}
     */
    @Transactional
    public List<PushResult> store(List<Pushed> items, String source) {
        if (items.size() > MOST) {
            throw new Problem(Code.TOO_LARGE, "A batch may have at most " + MOST + " items. Send several.");
        }
        TenantId tenant = TenantScope.required();
        List<PushResult> results = arrivals.take(tenant, items, source);
        events.publishEvent(arrived(tenant, source, items, results));
        return results;
    }

    /**
     * Stores one record.
     *
     * @return stored or stale
     * @throws Problem naming each field that is wrong
     */
    @Transactional
    public PushResult put(Pushed item, String source) {
        PushResult result = store(List.of(item), source).getFirst();
        if (result.outcome() == PushResult.Outcome.REJECTED) {
            throw result.errors().contains(PushResult.ERASED)
                    ? Problem.invalid("updatedAt", "is before this shopper was erased; only what is newer is taken.")
                    : new Problem(Code.INVALID_INPUT, result.reason() + ".", result.errors());
        }
        return result;
    }

    private static RecordsArrived arrived(
            TenantId tenant, String source, List<Pushed> items, List<PushResult> results) {
        String rejection = null;
        OffsetDateTime newest = null;
        for (int i = 0; i < results.size(); i++) {
            PushResult result = results.get(i);
            String updatedAt = items.get(i).updatedAt();
            if (result.outcome() == PushResult.Outcome.REJECTED) {
                rejection = rejection == null ? result.kind() + "/" + result.id() + ": " + result.reason() : rejection;
            } else if (updatedAt != null) {
                OffsetDateTime at = OffsetDateTime.parse(updatedAt);
                newest = newest == null || at.isAfter(newest) ? at : newest;
            }
        }
        return new RecordsArrived(tenant, source, results.size(), rejection, newest);
    }

    /**
     * Removes records that {@code source} brought last, some thousand at most; call it until there are none.
     *
     * @return how many
     */
    @Transactional
    public int removeBroughtBy(String source) {
        TenantId tenant = TenantScope.required();
        int removed = 0;
        for (RecordKind kind : RecordKind.values()) {
            removed += rows.removeBroughtBy(tenant, kind, source, MOST);
        }
        return removed;
    }

    @Transactional(readOnly = true)
    public Optional<ShopRecord> get(RecordKind kind, String id) {
        return rows.find(TenantScope.required(), kind, id);
    }
}

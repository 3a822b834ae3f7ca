package io.xiaoer.shopdata;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shopdata.internal.Arrivals;
import io.xiaoer.shopdata.internal.RecordRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
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

    ShopRecords(Arrivals arrivals, RecordRows rows) {
        this.arrivals = arrivals;
        this.rows = rows;
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
        return arrivals.take(TenantScope.required(), items, source);
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

    @Transactional(readOnly = true)
    public Optional<ShopRecord> get(RecordKind kind, String id) {
        return rows.find(TenantScope.required(), kind, id);
    }
}

package io.xiaoer.shopdata;

import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Records of a shop came and were looked at, in a transaction that has yet to commit.
 *
 * @param source who brought them, see {@link Freshness#source}
 * @param count of all of them
 * @param rejection which one was rejected and why; null if none was
 * @param newestUpdatedAt when the one changed last that changed last; null if none was valid
 */
public record RecordsArrived(
        TenantId tenant,
        String source,
        int count,
        @Nullable String rejection,
        @Nullable OffsetDateTime newestUpdatedAt) {}

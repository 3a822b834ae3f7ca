package io.xiaoer.shopdata.internal;

import io.xiaoer.shopdata.Aging;
import io.xiaoer.shopdata.Retention;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what a shop does not keep any longer, a little in each transaction, so that nobody waits for it. */
@Component
class Trimming {

    private static final Logger LOG = LoggerFactory.getLogger(Trimming.class);
    private static final int BATCH = 200;

    /** The rest has its turn the next night. */
    private static final int MOST_BATCHES = 1000;

    private final RetentionRows rows;
    private final Aging conversations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Trimming(RetentionRows rows, Aging conversations, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.conversations = conversations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were removed. */
    record Trimmed(int conversations, int orders) {}

    /** Of the bound shop. */
    Trimmed trim(TenantId tenant) {
        Retention kept = transaction.execute(status -> rows.find(tenant).orElse(Retention.DEFAULT));
        if (kept == null) {
            return new Trimmed(0, 0);
        }
        Trimmed trimmed = new Trimmed(
                inBatches(kept.conversationMonths(), (before, most) -> conversations.trimConversations(before, most)),
                inBatches(kept.orderMonths(), (before, most) -> rows.trimOrders(tenant, before, most)));
        if (trimmed.conversations() + trimmed.orders() > 0) {
            LOG.info("{} of tenant {} were too old and are removed", trimmed, tenant);
        }
        return trimmed;
    }

    /** Removes at most so many that are older, and says how many there were. */
    private interface Removal {
        int remove(OffsetDateTime before, int most);
    }

    private int inBatches(@Nullable Integer months, Removal removal) {
        if (months == null) {
            return 0;
        }
        OffsetDateTime before = OffsetDateTime.now(clock).minusMonths(months);
        int all = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            Integer removed = transaction.execute(status -> removal.remove(before, BATCH));
            if (removed == null || removed == 0) {
                break;
            }
            all += removed;
        }
        return all;
    }
}

package io.xiaoer.conversations.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.EntryHits;
import io.xiaoer.knowledge.EntryUse;
import io.xiaoer.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the knowledge which of its entries replies used. */
@Component
class UsedEntries implements EntryUse {

    private final TrafficRows rows;

    UsedEntries(TrafficRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, Long> since(BotId bot, Instant since) {
        return rows.hits(TenantScope.required(), bot, since).stream()
                .collect(Collectors.toMap(EntryHits::entryKey, hits -> (long) hits.hits()));
    }
}

package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.ClusterFilter;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.internal.QuestionRows.After;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads questions to fix of the bound shop, within the caller's transaction. */
@Component
public class QuestionReads {

    private final QuestionRows rows;
    private final Shops shops;
    private final Clock clock;

    QuestionReads(QuestionRows rows, Shops shops, Clock clock) {
        this.rows = rows;
        this.shops = shops;
        this.clock = clock;
    }

    public Page<QuestionCluster> list(BotId bot, ClusterFilter filter, @Nullable String cursor, int limit) {
        return Page.of(
                rows.list(TenantScope.required(), bot, filter, after(cursor), limit + 1, now(), texts()),
                limit,
                question -> question.shoppers() + "|" + question.count() + "|" + question.id());
    }

    public Map<Cause, Integer> open(BotId bot) {
        return rows.open(TenantScope.required(), bot, now().minusDays(ClusterFilter.DEFAULT_DAYS));
    }

    /** @throws Problem if there is none */
    public QuestionCluster get(BotId bot, String id) {
        return get(bot, Ids.parse(id).orElseThrow(() -> Problem.notFound("question")));
    }

    /** @throws Problem if there is none */
    public QuestionCluster get(BotId bot, UUID id) {
        return rows.find(TenantScope.required(), bot, id, now(), texts())
                .orElseThrow(() -> Problem.notFound("question"));
    }

    private InsightTexts texts() {
        return new InsightTexts(shops.current().locale());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static @Nullable After after(@Nullable String cursor) {
        String[] parts = Page.after(cursor).split("\\|", -1);
        if (parts.length == 1 && parts[0].isEmpty()) {
            return null;
        }
        try {
            return new After(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "must be a nextCursor from an earlier page");
        }
    }
}

package io.xiaoer.insights;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.insights.internal.OutcomeLine;
import io.xiaoer.insights.internal.UnmatchedRows;
import io.xiaoer.insights.internal.UnmatchedRows.Asked;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's shoppers said and no bot of it understood. */
@Service
@Requires(Permission.VIEW)
public class UnmatchedQuestions {

    private static final int BATCH = 500;

    private final UnmatchedRows rows;
    private final AskedQuestions asked;
    private final OutcomeLine line;

    UnmatchedQuestions(UnmatchedRows rows, AskedQuestions asked, OutcomeLine line) {
        this.rows = rows;
        this.asked = asked;
        this.line = line;
    }

    /**
     * One of them.
     *
     * @param text without what may tell who wrote it
     */
    public record Unmatched(ShopperRef shopper, String text) {}

    /** Newest first; not what staff said, and not what is forgotten. */
    @Transactional(readOnly = true)
    public List<Unmatched> since(OffsetDateTime since, int most) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        List<Asked> found = rows.since(tenant, since, most);
        List<Unmatched> unmatched = new ArrayList<>();
        for (int from = 0; from < found.size(); from += BATCH) {
            List<Asked> batch = found.subList(from, Math.min(found.size(), from + BATCH));
            Map<Place, String> texts =
                    asked.texts(batch.stream().map(Asked::message).toList());
            for (Asked one : batch) {
                String text = texts.get(one.message());
                if (text != null && !text.isBlank()) {
                    unmatched.add(new Unmatched(one.shopper(), text));
                }
            }
        }
        return List.copyOf(unmatched);
    }
}

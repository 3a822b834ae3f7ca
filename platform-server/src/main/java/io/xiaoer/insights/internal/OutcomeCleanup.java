package io.xiaoer.insights.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.shopdata.Retentions;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantCleanup;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night: forgets who asked what is as old as the conversations that the shop does not keep any longer. The counts stay. */
class OutcomeCleanup extends TenantCleanup {

    private final OutcomeRows rows;
    private final ForgottenQuestions questions;
    private final Bots bots;
    private final Retentions retentions;

    OutcomeCleanup(
            Directory directory,
            Resting resting,
            OutcomeRows rows,
            ForgottenQuestions questions,
            Bots bots,
            Retentions retentions,
            TransactionTemplate transaction,
            Clock clock) {
        super(directory, resting, transaction, clock);
        this.rows = rows;
        this.questions = questions;
        this.bots = bots;
        this.retentions = retentions;
    }

    @Override
    protected void clean(TenantId tenant, OffsetDateTime now) {
        Integer months = retentions.get().conversationMonths();
        if (months != null) {
            List<BotId> all = bots.all().stream().map(Bot::id).toList();
            OffsetDateTime before = now.minusMonths(months);
            questions.forgetBefore(tenant, all, before);
            rows.forgetBefore(tenant, all, before);
        }
    }
}

package io.xiaoer.insights.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Every few minutes: sorts what failed, and sees whether what was mended works. */
@DisallowConcurrentExecution
class QuestionSortingJob extends TenantJob {

    private final Bots bots;
    private final QuestionSorter sorter;
    private final MendingJudge judge;

    QuestionSortingJob(Directory directory, Resting resting, Bots bots, QuestionSorter sorter, MendingJudge judge) {
        super(directory, resting);
        this.bots = bots;
        this.sorter = sorter;
        this.judge = judge;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        for (Bot bot : bots.all()) {
            sorter.sort(tenant, bot.id());
            judge.judge(tenant, bot.id());
        }
    }
}

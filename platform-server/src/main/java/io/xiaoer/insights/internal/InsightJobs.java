package io.xiaoer.insights.internal;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightJobs {

    private static final String GROUP = "insights";
    private static final Duration CATCH_UP = Duration.ofMinutes(1);
    private static final Duration SORTING = Duration.ofMinutes(3);
    private static final Duration DIGEST = Duration.ofMinutes(15);

    @Bean
    JobDetail outcomeCatchUpJob() {
        return Schedules.job(CatchUpJob.class, GROUP, "outcome-catch-up");
    }

    @Bean
    Trigger outcomeCatchUpOften(JobDetail outcomeCatchUpJob) {
        return Schedules.every(outcomeCatchUpJob, CATCH_UP);
    }

    @Bean
    JobDetail questionSorting() {
        return Schedules.job(QuestionSortingJob.class, GROUP, "question-sorting");
    }

    @Bean
    Trigger questionSortingOften(JobDetail questionSorting) {
        return Schedules.every(questionSorting, SORTING);
    }

    @Bean
    JobDetail outcomeCleanup() {
        return Schedules.job(OutcomeCleanup.class, GROUP, "outcome-cleanup");
    }

    @Bean
    Trigger outcomeCleanupDaily(JobDetail outcomeCleanup) {
        return Schedules.daily(outcomeCleanup, 4, 37);
    }

    @Bean
    JobDetail dailyDigestJob() {
        return Schedules.job(DigestJob.class, GROUP, "daily-digest");
    }

    @Bean
    Trigger dailyDigestOften(JobDetail dailyDigestJob) {
        return Schedules.every(dailyDigestJob, DIGEST);
    }
}

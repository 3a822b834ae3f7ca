package io.xiaoer.rehearsal.internal;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RehearsalJobs {

    private static final String GROUP = "rehearsal";
    private static final Duration RESUMPTION = Duration.ofSeconds(20);

    @Bean
    JobDetail testRunResumption() {
        return Schedules.job(RunResumption.class, GROUP, "test-run-resumption");
    }

    @Bean
    Trigger testRunResumptionOften(JobDetail testRunResumption) {
        return Schedules.every(testRunResumption, RESUMPTION);
    }

    @Bean
    JobDetail replayCleanup() {
        return Schedules.job(ReplayCleanup.class, GROUP, "replay-cleanup");
    }

    @Bean
    Trigger replayCleanupDaily(JobDetail replayCleanup) {
        return Schedules.daily(replayCleanup, 4, 47);
    }
}

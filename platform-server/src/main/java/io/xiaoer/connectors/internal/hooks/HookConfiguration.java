package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HookConfiguration {

    private static final String GROUP = "connectors";

    @Bean
    JobDetail hookRound() {
        return Schedules.job(HookRound.class, GROUP, "hook-round");
    }

    @Bean
    Trigger hookRoundOften(JobDetail hookRound) {
        return Schedules.every(hookRound, Duration.ofSeconds(30));
    }

    @Bean
    JobDetail hookCleanup() {
        return Schedules.job(HookCleanup.class, GROUP, "hook-cleanup");
    }

    @Bean
    Trigger hookCleanupDaily(JobDetail hookCleanup) {
        return Schedules.daily(hookCleanup, 4, 41);
    }
}

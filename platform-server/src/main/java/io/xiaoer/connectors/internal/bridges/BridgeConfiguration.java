package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BridgeConfiguration {

    private static final String GROUP = "connectors";

    @Bean
    JobDetail bridgeRound() {
        return Schedules.job(BridgeRound.class, GROUP, "bridge-round");
    }

    @Bean
    Trigger bridgeRoundOften(JobDetail bridgeRound) {
        return Schedules.every(bridgeRound, Duration.ofSeconds(30));
    }

    @Bean
    JobDetail bridgeCleanup() {
        return Schedules.job(BridgeCleanup.class, GROUP, "bridge-cleanup");
    }

    @Bean
    Trigger bridgeCleanupDaily(JobDetail bridgeCleanup) {
        return Schedules.daily(bridgeCleanup, 4, 53);
    }
}

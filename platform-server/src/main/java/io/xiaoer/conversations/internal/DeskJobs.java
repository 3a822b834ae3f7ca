package io.xiaoer.conversations.internal;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskJobs {

    private static final String GROUP = "conversations";
    private static final Duration OFTEN = Duration.ofSeconds(15);

    @Bean
    JobDetail deskSweep() {
        return Schedules.job(DeskSweep.class, GROUP, "desk-sweep");
    }

    @Bean
    Trigger deskSweepOften(JobDetail deskSweep) {
        return Schedules.every(deskSweep, OFTEN);
    }
}

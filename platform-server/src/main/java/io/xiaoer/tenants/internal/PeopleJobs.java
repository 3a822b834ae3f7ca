package io.xiaoer.tenants.internal;

import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleJobs {

    @Bean
    JobDetail peopleCleanup() {
        return JobBuilder.newJob(PeopleCleanup.class)
                .withIdentity("people-cleanup", "tenants")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger peopleCleanupDaily(JobDetail peopleCleanup) {
        return TriggerBuilder.newTrigger()
                .forJob(peopleCleanup)
                .withIdentity("people-cleanup", "tenants")
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(3, 57))
                .build();
    }
}

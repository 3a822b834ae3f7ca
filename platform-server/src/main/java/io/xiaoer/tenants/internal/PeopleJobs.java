package io.xiaoer.tenants.internal;

import io.xiaoer.tenancy.Schedules;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleJobs {

    @Bean
    JobDetail peopleCleanup() {
        return Schedules.job(PeopleCleanup.class, "tenants", "people-cleanup");
    }

    @Bean
    Trigger peopleCleanupDaily(JobDetail peopleCleanup) {
        return Schedules.daily(peopleCleanup, 3, 57);
    }
}

package io.xiaoer.shopdata.internal;

import io.xiaoer.tenancy.Schedules;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShopdataJobs {

    @Bean
    JobDetail retentionTrim() {
        return Schedules.job(RetentionJob.class, "shopdata", "retention-trim");
    }

    @Bean
    Trigger retentionTrimDaily(JobDetail retentionTrim) {
        return Schedules.daily(retentionTrim, 4, 17);
    }
}

package io.xiaoer.operations.internal;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperationsJobs {

    @Bean
    JobDetail shopCount() {
        return Schedules.job(ShopFiguresJob.class, "operations", "shop-count");
    }

    @Bean
    Trigger shopCountEveryMinute(JobDetail shopCount) {
        return Schedules.every(shopCount, Duration.ofMinutes(1));
    }
}

package io.xiaoer.operations.internal;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperationsJobs {

    private static final String GROUP = "operations";

    @Bean
    JobDetail shopCount() {
        return JobBuilder.newJob(ShopFiguresJob.class)
                .withIdentity("shop-count", GROUP)
                .storeDurably()
                .build();
    }

    /** A minute that was missed is made up for by the next one. */
    @Bean
    Trigger shopCountEveryMinute(JobDetail shopCount) {
        return TriggerBuilder.newTrigger()
                .forJob(shopCount)
                .withIdentity("shop-count", GROUP)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}

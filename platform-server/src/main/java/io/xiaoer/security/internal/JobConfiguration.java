package io.xiaoer.security.internal;

import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    JobDetail signingKeyRotation() {
        return job(SigningKeyRotation.class, "signing-key-rotation");
    }

    @Bean
    Trigger signingKeyRotationDaily(JobDetail signingKeyRotation) {
        return daily(signingKeyRotation, 3, 17);
    }

    @Bean
    JobDetail idempotencyCleanup() {
        return job(IdempotencyCleanup.class, "idempotency-cleanup");
    }

    @Bean
    Trigger idempotencyCleanupDaily(JobDetail idempotencyCleanup) {
        return daily(idempotencyCleanup, 3, 37);
    }

    @Bean
    JobDetail errorCleanup() {
        return job(ErrorCleanup.class, "error-cleanup");
    }

    @Bean
    Trigger errorCleanupDaily(JobDetail errorCleanup) {
        return daily(errorCleanup, 3, 57);
    }

    private static JobDetail job(Class<? extends Job> type, String name) {
        return JobBuilder.newJob(type)
                .withIdentity(name, "security")
                .storeDurably()
                .build();
    }

    private static Trigger daily(JobDetail job, int hour, int minute) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName(), "security")
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(hour, minute))
                .build();
    }
}

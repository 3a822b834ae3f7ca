package io.xiaoer.security.internal;

import io.xiaoer.tenancy.Schedules;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    private static final String GROUP = "security";

    @Bean
    JobDetail signingKeyRotation() {
        return Schedules.job(SigningKeyRotation.class, GROUP, "signing-key-rotation");
    }

    @Bean
    Trigger signingKeyRotationDaily(JobDetail signingKeyRotation) {
        return Schedules.daily(signingKeyRotation, 3, 17);
    }

    @Bean
    JobDetail idempotencyCleanup() {
        return Schedules.job(IdempotencyCleanup.class, GROUP, "idempotency-cleanup");
    }

    @Bean
    Trigger idempotencyCleanupDaily(JobDetail idempotencyCleanup) {
        return Schedules.daily(idempotencyCleanup, 3, 37);
    }

    @Bean
    JobDetail errorCleanup() {
        return Schedules.job(ErrorCleanup.class, GROUP, "error-cleanup");
    }

    @Bean
    Trigger errorCleanupDaily(JobDetail errorCleanup) {
        return Schedules.daily(errorCleanup, 3, 57);
    }
}

package io.xiaoer.security.internal;

import java.time.Clock;
import java.time.Duration;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Rotates the signing key when it has signed long enough. */
class SigningKeyRotation extends QuartzJobBean {

    private static final Duration LIFETIME = Duration.ofDays(90);

    private final SigningKeys keys;
    private final Clock clock;

    SigningKeyRotation(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        if (keys.newestSince().plus(LIFETIME).isBefore(clock.instant())) {
            keys.rotate();
        }
    }

    /** When it runs: on one node, once a day. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail signingKeyRotation() {
            return JobBuilder.newJob(SigningKeyRotation.class)
                    .withIdentity("signing-key-rotation", "security")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger signingKeyRotationDaily(JobDetail signingKeyRotation) {
            return TriggerBuilder.newTrigger()
                    .forJob(signingKeyRotation)
                    .withIdentity("signing-key-rotation-daily", "security")
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(24))
                    .build();
        }
    }
}

package io.xiaoer.mail.internal;

import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letter;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final String GROUP = "mail";

    @Bean
    Carrier carrier(MailSettings settings, LetterBox box, Clock clock) {
        if (!settings.smtp().host().isBlank()) {
            return new SmtpCarrier(settings.smtp());
        }
        return settings.outbox() ? new ToMemory(box, clock) : new Nowhere();
    }

    @Bean
    JobDetail mailRound() {
        return JobBuilder.newJob(MailRound.class)
                .withIdentity("mail-round", GROUP)
                .storeDurably()
                .build();
    }

    @Bean
    Trigger mailRoundEveryMinute(JobDetail mailRound) {
        return TriggerBuilder.newTrigger()
                .forJob(mailRound)
                .withIdentity("mail-round", GROUP)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    @Bean
    JobDetail mailCleanup() {
        return JobBuilder.newJob(MailCleanup.class)
                .withIdentity("mail-cleanup", GROUP)
                .storeDurably()
                .build();
    }

    @Bean
    Trigger mailCleanupDaily(JobDetail mailCleanup) {
        return TriggerBuilder.newTrigger()
                .forJob(mailCleanup)
                .withIdentity("mail-cleanup", GROUP)
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(3, 47))
                .build();
    }

    private record ToMemory(LetterBox box, Clock clock) implements Carrier {

        @Override
        public Carriage carriage() {
            return Carriage.OUTBOX;
        }

        @Override
        public void carry(TenantId tenant, Letter letter) {
            box.add(tenant, letter, OffsetDateTime.now(clock));
        }
    }

    private record Nowhere() implements Carrier {

        @Override
        public Carriage carriage() {
            return Carriage.NONE;
        }

        @Override
        public void carry(TenantId tenant, Letter letter) {
            throw new IllegalStateException("This platform sends no mail");
        }
    }
}

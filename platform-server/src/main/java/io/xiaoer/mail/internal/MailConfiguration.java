package io.xiaoer.mail.internal;

import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letter;
import io.xiaoer.tenancy.Schedules;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.quartz.JobDetail;
import org.quartz.Trigger;
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
        return Schedules.job(MailRound.class, GROUP, "mail-round");
    }

    @Bean
    Trigger mailRoundEveryMinute(JobDetail mailRound) {
        return Schedules.every(mailRound, Duration.ofMinutes(1));
    }

    @Bean
    JobDetail mailCleanup() {
        return Schedules.job(MailCleanup.class, GROUP, "mail-cleanup");
    }

    @Bean
    Trigger mailCleanupDaily(JobDetail mailCleanup) {
        return Schedules.daily(mailCleanup, 3, 47);
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

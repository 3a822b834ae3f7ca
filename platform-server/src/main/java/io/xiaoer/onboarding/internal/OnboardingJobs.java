package io.xiaoer.onboarding.internal;

import io.xiaoer.tenancy.Schedules;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OnboardingJobs {

    @Bean
    JobDetail phraseJob() {
        return Schedules.job(PhraseJob.class, "onboarding", "phrases");
    }

    @Bean
    Trigger phraseJobDaily(JobDetail phraseJob) {
        return Schedules.daily(phraseJob, 4, 11);
    }
}

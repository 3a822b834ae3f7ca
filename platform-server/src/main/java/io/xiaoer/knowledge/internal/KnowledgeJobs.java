package io.xiaoer.knowledge.internal;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KnowledgeJobs {

    private static final String GROUP = "knowledge";
    private static final int RESUMPTION_SECONDS = 30;
    private static final int TWIN_SECONDS = 20;

    @Bean
    JobDetail importResumption() {
        return job(ImportResumption.class, "import-resumption");
    }

    @Bean
    Trigger importResumptionOften(JobDetail importResumption) {
        return every(importResumption, RESUMPTION_SECONDS);
    }

    @Bean
    JobDetail twinSearch() {
        return job(TwinSearch.class, "twin-search");
    }

    @Bean
    Trigger twinSearchOften(JobDetail twinSearch) {
        return every(twinSearch, TWIN_SECONDS);
    }

    private static JobDetail job(Class<? extends Job> type, String name) {
        return JobBuilder.newJob(type).withIdentity(name, GROUP).storeDurably().build();
    }

    private static Trigger every(JobDetail job, int seconds) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName(), GROUP)
                .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(seconds)
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}

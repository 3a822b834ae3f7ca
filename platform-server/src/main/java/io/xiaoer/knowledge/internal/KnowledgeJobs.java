package io.xiaoer.knowledge.internal;

import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KnowledgeJobs {

    private static final String GROUP = "knowledge";
    private static final Duration RESUMPTION = Duration.ofSeconds(30);
    private static final Duration TWINS = Duration.ofSeconds(20);

    @Bean
    JobDetail importResumption() {
        return Schedules.job(ImportResumption.class, GROUP, "import-resumption");
    }

    @Bean
    Trigger importResumptionOften(JobDetail importResumption) {
        return Schedules.every(importResumption, RESUMPTION);
    }

    @Bean
    JobDetail twinSearch() {
        return Schedules.job(TwinSearch.class, GROUP, "twin-search");
    }

    @Bean
    Trigger twinSearchOften(JobDetail twinSearch) {
        return Schedules.every(twinSearch, TWINS);
    }
}

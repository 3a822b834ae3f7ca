package io.xiaoer.conversations.internal;

import io.xiaoer.tenancy.Schedules;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationJobs {

    @Bean
    JobDetail conversationCleanup() {
        return Schedules.job(ConversationCleanup.class, "conversations", "conversation-cleanup");
    }

    @Bean
    Trigger conversationCleanupDaily(JobDetail conversationCleanup) {
        return Schedules.daily(conversationCleanup, 4, 7);
    }
}

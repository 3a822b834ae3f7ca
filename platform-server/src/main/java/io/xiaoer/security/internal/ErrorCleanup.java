package io.xiaoer.security.internal;

import io.xiaoer.security.ApiErrors;
import org.quartz.JobExecutionContext;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Daily: forgets failed calls of long ago. */
class ErrorCleanup extends QuartzJobBean {

    private final ApiErrors errors;

    ErrorCleanup(ApiErrors errors) {
        this.errors = errors;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        errors.trim();
    }
}

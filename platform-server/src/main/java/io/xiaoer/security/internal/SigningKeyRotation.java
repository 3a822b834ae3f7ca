package io.xiaoer.security.internal;

import org.quartz.JobExecutionContext;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Daily: replaces an old signing key, and forgets what the edge counted long ago. */
class SigningKeyRotation extends QuartzJobBean {

    private final SigningKeys keys;
    private final LoginBackoff backoff;
    private final RateLimits limits;

    SigningKeyRotation(SigningKeys keys, LoginBackoff backoff, RateLimits limits) {
        this.keys = keys;
        this.backoff = backoff;
        this.limits = limits;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        keys.maintain();
        backoff.removeForgotten();
        limits.removeExpired();
    }
}

package io.xiaoer.tenancy;

import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.QuartzJobBean;

/**
 * A Quartz job that does its work once for each tenant, with that tenant bound. Resting shops are left out and have their
 * turn in the first round after they go on. One tenant's failure is logged and does not keep the others from their turn;
 * the job then fails as a whole so that Quartz reports it.
 */
public abstract class TenantJob extends QuartzJobBean {

    private static final Logger LOG = LoggerFactory.getLogger(TenantJob.class);

    private final Directory directory;
    private final Resting resting;

    protected TenantJob(Directory directory, Resting resting) {
        this.directory = directory;
        this.resting = resting;
    }

    /** The work for one tenant; opens its own transactions. */
    protected abstract void executeFor(TenantId tenant);

    /** Whether the work is the platform's own, which goes on while a shop rests. */
    protected boolean visitsResting() {
        return false;
    }

    @Override
    protected final void executeInternal(JobExecutionContext context) throws JobExecutionException {
        runForEachTenant();
    }

    /** Does the work for each tenant in turn. */
    final void runForEachTenant() throws JobExecutionException {
        int failures = 0;
        for (TenantId tenant : directory.tenants()) {
            try {
                if (!visitsResting() && resting.isResting(tenant)) {
                    continue;
                }
                TenantScope.run(tenant, Actor.platform(), () -> executeFor(tenant));
            } catch (RuntimeException e) {
                failures++;
                LOG.error("{} failed for tenant {}", getClass().getSimpleName(), tenant, e);
            }
        }
        if (failures > 0) {
            throw new JobExecutionException(getClass().getSimpleName() + " failed for " + failures + " tenants");
        }
    }
}

package io.xiaoer.tenancy;

/** Knows which shops do nothing for now, so that no work is done on their behalf either. */
public interface Resting {

    /** Whether a shop rests, as it was some seconds ago at the latest. */
    boolean isResting(TenantId tenant);
}

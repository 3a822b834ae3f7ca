package io.xiaoer.tenancy;

import java.util.Optional;

/**
 * The tenant whose work the current thread does. Bound at the edges only: the security filter, widget and webhook
 * controllers after a directory look-up, sign-up, event listeners, jobs, and where the portal or a stream changes
 * threads. Every transaction begun inside carries the tenant to the database; without one, no tenant row is seen.
 */
public final class TenantScope {

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

    private TenantScope() {}

    /**
     * Runs {@code work} for {@code tenant}.
     *
     * @throws IllegalStateException if another tenant is bound already
     */
    public static void run(TenantId tenant, Runnable work) {
        refuseAnother(tenant);
        ScopedValue.where(TENANT, tenant).run(work);
    }

    /**
     * Runs {@code work} for {@code tenant} and returns its result.
     *
     * @throws IllegalStateException if another tenant is bound already
     * @throws X what {@code work} throws
     */
    public static <R, X extends Throwable> R call(TenantId tenant, ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        refuseAnother(tenant);
        return ScopedValue.where(TENANT, tenant).call(work);
    }

    /** The bound tenant, if any. */
    public static Optional<TenantId> current() {
        return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
    }

    /**
     * The bound tenant.
     *
     * @throws IllegalStateException if none is bound
     */
    public static TenantId required() {
        return current().orElseThrow(() -> new IllegalStateException("No tenant is bound"));
    }

    private static void refuseAnother(TenantId tenant) {
        if (TENANT.isBound() && !TENANT.get().equals(tenant)) {
            throw new IllegalStateException("Another tenant is bound already");
        }
    }
}

package io.xiaoer.tenancy;

import java.util.Optional;

/**
 * The tenant whose work the current thread does, and on whose behalf. Bound at the edges only: the security filter, widget and webhook
 * controllers after a directory look-up, sign-up, event listeners, jobs, and where the portal or a stream changes
 * threads. Every transaction begun inside carries the tenant to the database; without one, no tenant row is seen.
 */
public final class TenantScope {

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();
    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private TenantScope() {}

    /**
     * Runs {@code work} for {@code tenant} on nobody's behalf, so that nothing may be done that needs a permission.
     *
     * @throws IllegalStateException if another tenant is bound already
     */
    public static void run(TenantId tenant, Runnable work) {
        refuseAnother(tenant);
        ScopedValue.where(TENANT, tenant).run(work);
    }

    /**
     * Runs {@code work} for {@code tenant} on nobody's behalf and returns its result.
     *
     * @throws IllegalStateException if another tenant is bound already
     * @throws X what {@code work} throws
     */
    public static <R, X extends Throwable> R call(TenantId tenant, ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        refuseAnother(tenant);
        return ScopedValue.where(TENANT, tenant).call(work);
    }

    /**
     * Runs {@code work} for {@code tenant} on behalf of {@code actor}.
     *
     * @throws IllegalStateException if another tenant is bound already
     */
    public static void run(TenantId tenant, Actor actor, Runnable work) {
        refuseAnother(tenant);
        ScopedValue.where(TENANT, tenant).where(ACTOR, actor).run(work);
    }

    /**
     * Runs {@code work} for {@code tenant} on behalf of {@code actor} and returns its result.
     *
     * @throws IllegalStateException if another tenant is bound already
     * @throws X what {@code work} throws
     */
    public static <R, X extends Throwable> R call(
            TenantId tenant, Actor actor, ScopedValue.CallableOp<? extends R, X> work) throws X {
        refuseAnother(tenant);
        return ScopedValue.where(TENANT, tenant).where(ACTOR, actor).call(work);
    }

    /**
     * Runs {@code work} for no shop on behalf of {@code actor} and returns its result.
     *
     * @throws IllegalStateException if a tenant is bound already
     * @throws X what {@code work} throws
     */
    public static <R, X extends Throwable> R callAs(Actor actor, ScopedValue.CallableOp<? extends R, X> work) throws X {
        if (TENANT.isBound()) {
            throw new IllegalStateException("A tenant is bound already");
        }
        return ScopedValue.where(ACTOR, actor).call(work);
    }

    /** On whose behalf the work is done, if anybody's. */
    public static Optional<Actor> actor() {
        return ACTOR.isBound() ? Optional.of(ACTOR.get()) : Optional.empty();
    }

    /**
     * On whose behalf the work is done.
     *
     * @throws IllegalStateException if nobody is bound
     */
    public static Actor requiredActor() {
        return actor().orElseThrow(() -> new IllegalStateException("No actor is bound"));
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

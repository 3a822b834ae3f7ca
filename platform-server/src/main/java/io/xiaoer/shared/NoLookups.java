package io.xiaoer.shared;

/**
 * While work must go by what was kept - what really happened is told again - nothing live may be read: neither a shop's data nor its rules,
 * nor its own system. Whatever reads them asks {@link #check} first, so that a look-up ends the work instead of changing what comes of it.
 */
public final class NoLookups {

    private static final ScopedValue<Boolean> BOUND = ScopedValue.newInstance();

    private NoLookups() {}

    /** Something live was read where only what was kept may count: a mistake in the code. */
    public static final class LookedUp extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private final String what;

        private LookedUp(String what) {
            super("Looked up " + what + " where only what was kept may count");
            this.what = what;
        }

        /** What was read. */
        public String what() {
            return what;
        }
    }

    /** Does work in which nothing live may be read. */
    public static <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(BOUND, true).call(work);
    }

    /**
     * Whoever reads something live says so first.
     *
     * @param what in a word or two
     * @throws LookedUp where that must not be
     */
    public static void check(String what) {
        if (BOUND.isBound()) {
            throw new LookedUp(what);
        }
    }
}

package io.xiaoer.connectors.internal.bridges;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A platform did not do what was asked. */
public final class BridgeFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** What it was about, and so what is done about it. */
    public enum Why {
        /** It does not answer, or fails. It is asked again. */
        DOWN,
        /** It was asked too often. It is asked again, later and later. */
        BUSY,
        /** The access token is not good (any more). Another is fetched. */
        TOKEN,
        /** It does not let us in any more: the owner has to agree again. */
        REVOKED,
        /** It says no. It is asked again, since somebody may give us the right meanwhile. */
        REFUSED,
        /** It answers in a form that we do not know. It is asked again. */
        WRONG_FORM
    }

    private final Why why;
    private final @Nullable String detail;
    private final @Nullable Duration after;

    /** @param detail the platform's code or the like: neither personal nor secret */
    public BridgeFailed(Why why, @Nullable String detail) {
        this(why, detail, null);
    }

    /** @param after how long it wants to be left alone; null if it does not say */
    public BridgeFailed(Why why, @Nullable String detail, @Nullable Duration after) {
        super(why + (detail == null ? "" : ": " + detail));
        this.why = why;
        this.detail = detail;
        this.after = after;
    }

    public Why why() {
        return why;
    }

    public @Nullable String detail() {
        return detail;
    }

    public @Nullable Duration after() {
        return after;
    }
}

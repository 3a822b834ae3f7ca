package io.xiaoer.connectors.internal.outward;

/** A call that brought no usable answer. */
public final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a call brought none. */
    public enum Reason {
        /** The address is not one that is called. */
        REFUSED,
        /** Nobody knows the host name. */
        UNKNOWN_NAME,
        /** Nothing listens there, or the connection broke. */
        NOT_REACHED,
        /** The certificate is not valid for the name, or no TLS was agreed on. */
        CERTIFICATE,
        /** The time was up. */
        TIMEOUT,
        /** The answer was larger than allowed. */
        TOO_LARGE,
        /** The answer was compressed though nobody asked for it. */
        COMPRESSED
    }

    private final Reason reason;

    Unanswered(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package io.xiaoer.tenants;

/** Why a link leads nowhere. */
public enum LinkEnd {
    /** There never was such a link, or it was long ago. */
    UNKNOWN,
    EXPIRED,
    /** It has done its work. */
    USED,
    /** It was taken back. */
    REVOKED,
    /** Not for good: its shop is suspended. */
    SUSPENDED
}

package io.xiaoer.tenants;

/** What the link to a new password leads to. */
public sealed interface FoundReset {

    /** A new password can be set. */
    record Open(String email) implements FoundReset {}

    record Closed(LinkEnd why) implements FoundReset {}
}

package io.xiaoer.tenants;

/** What a member may do in the portal. */
public enum Role {
    /** Everything, members and API clients included. */
    OWNER,
    /** Words: entries, tone, releases. */
    EDITOR,
    /** Conversations. */
    AGENT,
    /** Looking only. */
    VIEWER
}

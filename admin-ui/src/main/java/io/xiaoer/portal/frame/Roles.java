package io.xiaoer.portal.frame;

/** Names of roles for {@link jakarta.annotation.security.RolesAllowed}; those of members are {@link io.xiaoer.tenants.Role}'s. */
public final class Roles {

    public static final String OWNER = "OWNER";
    public static final String EDITOR = "EDITOR";
    public static final String AGENT = "AGENT";
    public static final String VIEWER = "VIEWER";

    /** Vendor staff. */
    public static final String OPERATOR = "OPERATOR";

    private Roles() {}
}

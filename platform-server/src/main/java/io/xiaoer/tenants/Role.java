package io.xiaoer.tenants;

import static io.xiaoer.tenancy.Permission.ADMINISTER;
import static io.xiaoer.tenancy.Permission.CONVERSE;
import static io.xiaoer.tenancy.Permission.EDIT;
import static io.xiaoer.tenancy.Permission.SYNC;
import static io.xiaoer.tenancy.Permission.VIEW;

import io.xiaoer.tenancy.Permission;
import java.util.Set;

/** What a member may do in the portal. */
public enum Role {
    /** Everything, members and API clients included. */
    OWNER(VIEW, CONVERSE, EDIT, ADMINISTER, SYNC),
    /** Words: entries, tone, releases. */
    EDITOR(VIEW, CONVERSE, EDIT),
    /** Conversations. */
    AGENT(VIEW, CONVERSE),
    /** Looking only. */
    VIEWER(VIEW);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}

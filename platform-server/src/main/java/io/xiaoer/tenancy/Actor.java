package io.xiaoer.tenancy;

import java.util.Set;

/**
 * On whose behalf the current thread works for a shop.
 *
 * @param name as the shop's audit trail shows it: a member's e-mail address, a client's id, or the platform
 */
public record Actor(Kind kind, String name, Set<Permission> permissions) {

    /** What an actor is. */
    public enum Kind {
        MEMBER,
        CLIENT,
        SHOPPER,
        OPERATOR,
        PLATFORM
    }

    private static final Actor PLATFORM = new Actor(Kind.PLATFORM, "xiaoer", Set.of(Permission.values()));
    private static final Actor SHOPPER = new Actor(Kind.SHOPPER, "shopper", Set.of());

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** The platform itself: jobs, listeners, seeding. */
    public static Actor platform() {
        return PLATFORM;
    }

    /** Someone talking to a bot; may do nothing that needs a permission. */
    public static Actor shopper() {
        return SHOPPER;
    }

    /** Vendor staff, who may look after shops but not into them. */
    public static Actor operator(String name) {
        return new Actor(Kind.OPERATOR, name, Set.of(Permission.OPERATE));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}

package io.xiaoer.tenants;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a shop's team.
 *
 * @param name how the others know them; null for who never said
 */
public record Member(UUID id, String email, @Nullable String name, String passwordHash, Role role, int version) {

    @Override
    public String toString() {
        return "Member[" + id + ", " + role + "]";
    }
}

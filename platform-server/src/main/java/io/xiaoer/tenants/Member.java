package io.xiaoer.tenants;

import java.util.UUID;

/** A person of a shop's team. */
public record Member(UUID id, String email, String passwordHash, Role role) {

    @Override
    public String toString() {
        return "Member[" + id + ", " + role + "]";
    }
}

package io.xiaoer.tenancy;

import java.util.UUID;

/** One shop's account. */
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

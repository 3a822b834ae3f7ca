package io.xiaoer.tenants;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.OffsetDateTime;

/**
 * That a shop may do nothing for now. All it has stays as it is.
 *
 * @param category a short key, such as {@code payment}; the portal's texts name the usual ones
 */
public record Suspension(OffsetDateTime at, String category, String reason) {

    /** What those are told who call on the shop's behalf; why it is so is for its members only. */
    public Problem problem() {
        return new Problem(
                Code.SUSPENDED, "The shop is suspended. Nothing of it is lost; its owner sees why in the portal.");
    }
}

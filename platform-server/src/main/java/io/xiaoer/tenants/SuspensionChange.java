package io.xiaoer.tenants;

import java.time.OffsetDateTime;

/**
 * A line in the history of a shop's suspensions.
 *
 * @param number counts from 1
 * @param by the operator's address, or the id of a program
 */
public record SuspensionChange(
        int number, Action action, String category, String reason, String by, OffsetDateTime at) {

    /** What was done. */
    public enum Action {
        SUSPENDED,
        RESUMED
    }
}

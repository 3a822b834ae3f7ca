package io.xiaoer.security;

import io.xiaoer.shared.Problem;

/** How many new passwords may be asked for, counted by all nodes together. */
public interface ResetLimit {

    /**
     * Counts someone asking for a new password, whether or not the account exists.
     *
     * @param address network address that it comes from
     * @param email of the account, as typed
     * @throws Problem with {@link Problem.Code#RATE_LIMITED} if it is one too many; says in how many seconds to come again
     */
    void countReset(String address, String email);
}

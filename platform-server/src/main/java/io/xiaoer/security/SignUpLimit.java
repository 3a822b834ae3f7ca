package io.xiaoer.security;

import io.xiaoer.shared.Problem;

/** How many shops one network address may open, counted by all nodes together and whichever way a sign-up comes. */
public interface SignUpLimit {

    /**
     * Counts a sign-up; those of the public API are counted at its edge.
     *
     * @param address network address that it comes from
     * @throws Problem with {@link Problem.Code#RATE_LIMITED} if it is one too many; says in how many seconds to come again
     */
    void count(String address);
}

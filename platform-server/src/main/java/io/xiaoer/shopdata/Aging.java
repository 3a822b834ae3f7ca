package io.xiaoer.shopdata;

import java.time.OffsetDateTime;

/** Removes what a shop does not keep any longer; the module that keeps conversations implements it. */
public interface Aging {

    /**
     * Removes conversations of the bound shop in which nothing happened since, oldest first, in a transaction of the caller.
     *
     * @param most of them
     * @return how many were removed; fewer than {@code most} if none are left
     */
    int trimConversations(OffsetDateTime before, int most);
}

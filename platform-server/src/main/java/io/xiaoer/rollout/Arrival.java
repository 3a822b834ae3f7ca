package io.xiaoer.rollout;

import java.time.OffsetDateTime;
import java.util.Optional;

/** What tells whether a shopper is new; only asked when that must be decided. */
public interface Arrival {

    /** When the shop registered the shopper; empty if it has not said. */
    Optional<OffsetDateTime> registeredAt();

    /** When the shopper first talked to the bot, or was refused by it; empty if never before. */
    Optional<OffsetDateTime> firstSeenAt();
}

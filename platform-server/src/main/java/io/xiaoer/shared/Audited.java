package io.xiaoer.shared;

import org.jspecify.annotations.Nullable;

/**
 * A change in a shop that its audit trail keeps. Published inside the change's own transaction, so that neither is there
 * without the other; who did it is the bound actor. Values hold no secrets and no shopper's data, and are kept as JSON.
 *
 * @param action what was done, as {@code thing.verb}, for example {@code entry.changed}; the portal's texts name it
 * @param subject what it was done to, for example an entry's key or a member's address
 * @param before what it was before; null for something new
 * @param after what it is now; null for something gone
 */
public record Audited(
        String action,
        String subject,
        @Nullable Object before,
        @Nullable Object after) {}

package io.xiaoer.insights;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A frequent question that was marked for the instant reply: it became a similar question of its entry in the draft.
 *
 * @param by who marked it
 */
public record InstantReply(UUID id, String question, String entryKey, String by, OffsetDateTime at) {}

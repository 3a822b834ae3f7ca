package io.xiaoer.rollout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question.
 *
 * @param helpful what the shopper said of the answer; null if nothing
 */
public record Observation(
        UUID conversation,
        boolean unknown,
        boolean handedOver,
        boolean error,
        @Nullable Boolean helpful) {}

package io.xiaoer.insights.internal;

import io.xiaoer.insights.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What questions have in common besides what they ask: why they fail.
 *
 * @param missing what the answer needed and could not have, as {@code need:state}; null unless data is missing
 */
record Kind(Cause cause, @Nullable String missing) {}

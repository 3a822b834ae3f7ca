package io.xiaoer.insights;

import org.jspecify.annotations.Nullable;

/**
 * What is asked more often than before.
 *
 * @param text in one spelling, and by at least two shoppers
 * @param count in the period
 * @param before in as many days just before
 * @param entryKey that mostly answers it; null if none does
 */
public record GrowingQuestion(
        String text,
        int count,
        int before,
        int shoppers,
        @Nullable String entryKey) {}

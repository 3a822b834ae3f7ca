package io.xiaoer.conversations;

import java.time.Instant;

/**
 * Something the bot did not know, as it was last asked, without what may tell who asked.
 *
 * @param count how often it was asked, but for punctuation and spaces
 * @param last when it was last asked
 */
public record UnansweredQuestion(String text, int count, Instant last) {}

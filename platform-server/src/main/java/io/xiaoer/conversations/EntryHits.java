package io.xiaoer.conversations;

import java.time.Instant;

/**
 * How often an entry was what the bot replied with.
 *
 * @param last when it last was
 */
public record EntryHits(String entryKey, int hits, Instant last) {}

package io.xiaoer.insights;

/**
 * An entry that may be what is meant.
 *
 * @param likeness of the nearest of its wordings, 1 for the same
 */
public record NearEntry(String entryKey, String question, double likeness) {}

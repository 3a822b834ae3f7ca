package io.xiaoer.knowledge;

/**
 * Another entry that has the same question but for case, spaces, punctuation and closing particles.
 *
 * @param text the asked-for text
 * @param key of the other entry
 * @param question of the other entry
 */
public record AlikeEntry(String text, String key, String question) {}

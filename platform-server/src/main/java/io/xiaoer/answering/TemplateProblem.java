package io.xiaoer.answering;

/**
 * Something in an entry's answer that must be mended before publishing.
 *
 * @param message what is wrong and what to do about it, in the shop's language
 */
public record TemplateProblem(String entryKey, String message) {}

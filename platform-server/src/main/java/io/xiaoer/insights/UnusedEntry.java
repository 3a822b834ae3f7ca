package io.xiaoer.insights;

/** An entry of the live release that nothing came to. */
public record UnusedEntry(String entryKey, String question) {}

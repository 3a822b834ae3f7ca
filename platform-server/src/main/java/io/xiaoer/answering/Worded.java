package io.xiaoer.answering;

/**
 * A reply with the reasons for it.
 *
 * @param focus what the conversation is about after it
 */
public record Worded(Reply reply, Receipt receipt, Focus focus) {}

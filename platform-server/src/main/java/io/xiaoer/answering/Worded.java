package io.xiaoer.answering;

/** A reply with the reasons for it. */
public record Worded(Reply reply, Receipt receipt) {}

package io.xiaoer.answering;

/** What understanding a message led to. */
public enum Outcome {
    ANSWERED,
    CHOICES,
    UNKNOWN
}

package io.xiaoer.conversations;

/** Who answers. */
public enum Mode {
    BOT,
    WAITING,
    PERSON,
    CLOSED,
    /** Nobody here: the shopper is shown where else to go. */
    FALLBACK
}

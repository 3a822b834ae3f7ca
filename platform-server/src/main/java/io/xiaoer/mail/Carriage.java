package io.xiaoer.mail;

/** What becomes of a letter on this platform. */
public enum Carriage {
    /** A mail server takes it. */
    SMTP,
    /** It is kept in memory and can be read in the portal. */
    OUTBOX,
    /** Nothing: no letter is written. */
    NONE
}

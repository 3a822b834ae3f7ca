package io.xiaoer.answering;

/** Which made-up shopper an answer is heard by before anybody asks. */
public enum SampleCase {
    /** All is known, and allowed. */
    KNOWN,
    /** The rules refuse. */
    REFUSED,
    /** Nobody is signed in. */
    SIGNED_OUT,
    /** The shop has no rules, and the shopper nothing. */
    NOTHING
}

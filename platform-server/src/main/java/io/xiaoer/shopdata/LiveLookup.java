package io.xiaoer.shopdata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks the bound shop's own system about a shopper at question time; the module that talks to shops' systems implements it. Never throws:
 * a system that fails is a state like another.
 */
public interface LiveLookup {

    /**
     * What the shop's system last said about a shopper.
     *
     * @param at when it answered; null if it did not
     */
    record Looked(State state, @Nullable Instant at) {

        public static final Looked NONE = new Looked(State.NONE, null);
    }

    /** How well a look-up went. */
    enum State {
        /** The shop has no look-up; what it pushed is all there is. */
        NONE,
        /** It answered, a moment ago at most. */
        LIVE,
        /** It was asked and did not answer, or is not asked for a while because it fails. */
        DOWN
    }

    /** Whether {@link #refresh} would ask now: a look-up is set up, works, and was not asked about this shopper a moment ago. Reads memory only. */
    boolean wanted(String customerId);

    /**
     * Asks and stores what is newer. Holds no transaction and takes at most 800 ms; call it outside of both.
     *
     * @return the same as {@link #state} does afterwards
     */
    Looked refresh(String customerId);

    /** How the last look-up of this shopper went; reads memory only. */
    Looked state(String customerId);
}

package io.xiaoer.answering;

import java.time.Instant;
import java.util.List;

/**
 * The shopper's earlier messages of this conversation.
 *
 * @param turns oldest first
 */
public record History(List<Turn> turns) {

    /** One earlier message and what it led to. */
    public record Turn(String text, Instant at, Outcome outcome) {}

    public History {
        turns = List.copyOf(turns);
    }

    public static History none() {
        return new History(List.of());
    }
}

package io.xiaoer.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper says, and in what light it is read.
 *
 * @param history what was said before
 * @param focus what the conversation is about
 * @param goods names of goods that the text may mention: of the shopper's orders, and of the page
 * @param choiceId the choice that was pressed; null if none was
 */
public record Utterance(
        History history,
        Focus focus,
        List<String> goods,
        String text,
        @Nullable String choiceId) {

    public Utterance {
        goods = List.copyOf(goods);
    }

    /** Out of the blue, by somebody of whom nothing is known. */
    public static Utterance of(String text) {
        return new Utterance(History.none(), Focus.none(), List.of(), text, null);
    }
}

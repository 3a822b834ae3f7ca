package io.xiaoer.answering;

import io.xiaoer.answering.understanding.OffTopic;
import java.util.List;

/**
 * What the engine understands a language with.
 *
 * @param offTopic messages that are no shop's business
 */
public record Language(Embedder embedder, OffTopic offTopic) {

    /** @param outOfScope messages that are no shop's business; lines that start with # are skipped */
    public static Language of(Embedder embedder, List<String> outOfScope) {
        return new Language(embedder, new OffTopic(embedder, outOfScope));
    }
}

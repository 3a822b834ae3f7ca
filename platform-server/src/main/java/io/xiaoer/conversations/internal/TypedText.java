package io.xiaoer.conversations.internal;

import io.xiaoer.answering.Spelling;
import io.xiaoer.conversations.Redaction;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;

/** What a shopper typed, where it may be counted among what others typed. */
final class TypedText {

    /** What is longer was hardly typed by anybody else. */
    static final int MOST = 60;

    private TypedText() {}

    /** Empty if it is long, says nothing, or says anything that may tell who wrote it: then it is theirs alone. */
    static Optional<String> of(String text) {
        return Optional.of(text)
                .filter(all -> folded(Redaction.of(all)).equals(folded(all)))
                .map(Spelling::plain)
                .filter(plain -> !plain.isEmpty() && plain.length() <= MOST);
    }

    /** Redaction writes digits in one width. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Form.NFKC);
    }
}

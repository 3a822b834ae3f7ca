package io.xiaoer.answering.understanding;

import io.xiaoer.answering.Embedder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that are none of a shop's business, to measure how much a new message is like them. Embedded once, when first needed. */
public final class OffTopic {

    private final Embedder embedder;
    private final List<String> texts;
    private volatile @Nullable Vectors vectors;

    public OffTopic(Embedder embedder, List<String> texts) {
        this.embedder = embedder;
        this.texts = texts.stream()
                .filter(text -> !text.startsWith("#"))
                .map(Normalizer::normalise)
                .filter(text -> !Normalizer.bare(text).isEmpty())
                .distinct()
                .toList();
    }

    int size() {
        return texts.size();
    }

    String text(int i) {
        return texts.get(i);
    }

    float[] vector(int i) {
        return vectors().get(i);
    }

    /** Similarity to the nearest of them, −1 when there are none. */
    double nearest(float[] query) {
        return vectors().nearest(query, Index.NONE);
    }

    double nearestOther(int i) {
        return vectors().nearest(vector(i), i);
    }

    private Vectors vectors() {
        Vectors known = vectors;
        if (known == null) {
            synchronized (this) {
                known = vectors;
                if (known == null) {
                    known = Vectors.of(embedder.embedAll(texts));
                    vectors = known;
                }
            }
        }
        return known;
    }
}

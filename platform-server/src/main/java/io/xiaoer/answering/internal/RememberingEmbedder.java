package io.xiaoer.answering.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.answering.Embedder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;

/**
 * Embeds a text once: shops begin with the same packs, and a draft is compiled again after each small edit. Shoppers'
 * messages have a smaller memory of their own, so that they cannot drive the packs' texts out: many ask in the same words.
 */
class RememberingEmbedder implements Embedder {

    /** About 2 KB each. */
    private static final int TEXTS = 30_000;

    /** More than a preview of what a change would do asks, so that the next one need not embed them again. */
    private static final int MESSAGES = 6_000;

    private final Embedder embedder;
    private final Cache<String, float[]> known =
            Caffeine.newBuilder().maximumSize(TEXTS).build();
    private final Cache<String, float[]> messages =
            Caffeine.newBuilder().maximumSize(MESSAGES).build();

    RememberingEmbedder(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public float[] embed(String text) {
        return messages.get(text, embedder::embed);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        SequencedSet<String> unknown = new LinkedHashSet<>(texts);
        var found = new java.util.HashMap<>(known.getAllPresent(unknown));
        unknown.removeAll(found.keySet());
        List<String> fresh = new ArrayList<>(unknown);
        List<float[]> vectors = embedder.embedAll(fresh);
        for (int i = 0; i < fresh.size(); i++) {
            found.put(fresh.get(i), vectors.get(i));
            known.put(fresh.get(i), vectors.get(i));
        }
        return texts.stream()
                .map(text -> Objects.requireNonNull(found.get(text)))
                .toList();
    }

    @Override
    public String model() {
        return embedder.model();
    }
}

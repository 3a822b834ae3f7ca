package io.xiaoer.answering.internal;

import io.xiaoer.answering.Embedder;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads its model with the first text: an installation without shops of that language never pays for it. */
class LazyEmbedder implements Embedder {

    private final String model;
    private final Supplier<? extends Embedder> loading;
    private volatile @Nullable Embedder loaded;

    /** @param model what the loaded one will call itself */
    LazyEmbedder(String model, Supplier<? extends Embedder> loading) {
        this.model = model;
        this.loading = loading;
    }

    @Override
    public float[] embed(String text) {
        return loaded().embed(text);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.isEmpty() ? List.of() : loaded().embedAll(texts);
    }

    @Override
    public String model() {
        return model;
    }

    private Embedder loaded() {
        Embedder known = loaded;
        if (known == null) {
            synchronized (this) {
                known = loaded;
                if (known == null) {
                    known = loading.get();
                    loaded = known;
                }
            }
        }
        return known;
    }
}

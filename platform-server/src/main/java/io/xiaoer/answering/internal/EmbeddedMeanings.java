package io.xiaoer.answering.internal;

import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.answering.understanding.Normalizer;
import io.xiaoer.knowledge.Meanings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lends the engine's own understanding of a text. */
@Component
class EmbeddedMeanings implements Meanings {

    private final BgeEmbedder embedder;

    EmbeddedMeanings(BgeEmbedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public List<float[]> of(List<String> texts) {
        // one by one: this work waits for nobody, and shoppers' messages need the cores
        return texts.stream()
                .map(text -> embedder.embed(Normalizer.normalise(text)))
                .toList();
    }
}

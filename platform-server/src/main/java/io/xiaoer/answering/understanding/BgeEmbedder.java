package io.xiaoer.answering.understanding;

import java.nio.FloatBuffer;

/** The bge-small-zh-v1.5 model, for Chinese: the vector of the first token stands for the text. */
public final class BgeEmbedder extends BertEmbedder {

    public BgeEmbedder() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param cores how many texts may be embedded at the same time */
    public BgeEmbedder(int cores) {
        super("bge-small-zh-v1.5-q", cores);
    }

    @Override
    String asked(String text) {
        return text;
    }

    @Override
    float[] pooled(FloatBuffer hidden, int tokens) {
        float[] first = new float[hidden.remaining() / tokens];
        hidden.get(first);
        return first;
    }
}

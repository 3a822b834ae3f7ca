package io.xiaoer.answering.understanding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.xiaoer.answering.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A quantised model of the BERT family on the CPU. Texts are embedded one by one, never in padded batches: a quantised batch differs a
 * little from its single texts. One thread per text and as many texts at once as there are cores; further callers wait in turn.
 */
abstract class BertEmbedder implements Embedder, AutoCloseable {

    private static final int MAX_TOKENS = 128;

    private final String model;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Set<String> inputs;
    private final WordPiece wordPiece;
    private final Semaphore permits;
    private final int cores;

    /**
     * @param model its name, and of its files on the class path
     * @param cores how many texts may be embedded at the same time
     */
    BertEmbedder(String model, int cores) {
        this.model = model;
        this.cores = cores;
        this.permits = new Semaphore(cores, true);
        this.wordPiece = new WordPiece(vocabulary(model));
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(resource(model + ".onnx"), options);
            this.inputs = session.getInputNames();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be loaded", e);
        }
    }

    /** What the model expects to be given for the text. */
    abstract String asked(String text);

    /** One vector for the text, of any length, from those of its tokens. */
    abstract float[] pooled(FloatBuffer hidden, int tokens);

    @Override
    public String model() {
        return model;
    }

    @Override
    public float[] embed(String text) {
        long[] ids = wordPiece.encode(asked(text), MAX_TOKENS);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        permits.acquireUninterruptibly();
        try (var tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            Map<String, OnnxTensor> feed = new HashMap<>();
            feed.put("input_ids", tokens);
            feed.put("attention_mask", mask);
            feed.put("token_type_ids", types);
            feed.keySet().retainAll(inputs);
            try (var result = session.run(feed)) {
                float[] vector = pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
                normalise(vector);
                return vector;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed", e);
        } finally {
            permits.release();
        }
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (cores == 1 || texts.size() < 8) {
            return texts.stream().map(this::embed).toList();
        }
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> embed(texts.get(i)))
                .toList();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be closed", e);
        }
    }

    static void normalise(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        float factor = (float) (1 / Math.sqrt(sum));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static Map<String, Integer> vocabulary(String model) {
        var vocabulary = new HashMap<String, Integer>();
        new JsonMapper()
                .readTree(resource(model + "-tokenizer.json"))
                .path("model")
                .path("vocab")
                .properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().intValue()));
        return vocabulary;
    }

    static byte[] resource(String name) {
        try (InputStream in = BertEmbedder.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the classpath");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.xiaoer.answering;

import io.xiaoer.answering.understanding.IndexedText;
import io.xiaoer.answering.understanding.Vectors;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The bytes of a compiled release: a mark, the version, the content's fingerprint, texts, vectors and calibration, a check sum at the end. */
final class CompiledForm {

    /** Raised whenever the bytes or the meaning of what they hold change. */
    static final int FORMAT = 1;

    private static final int MARK = 0x58455243;
    private static final IndexedText.Kind[] KINDS = IndexedText.Kind.values();

    /** What the bytes hold. */
    record Parts(List<IndexedText> texts, Vectors vectors, Calibration calibration) {}

    private CompiledForm() {}

    static byte[] write(
            String version, ReleaseContent content, List<IndexedText> texts, Vectors vectors, Calibration calibration) {
        var bytes = new ByteArrayOutputStream(64 + vectors.size() * (vectors.dimensions() + 64));
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeUTF(version);
            out.writeLong(fingerprint(content));
            out.writeInt(texts.size());
            for (IndexedText text : texts) {
                out.writeInt(text.entry());
                out.writeByte(text.kind().ordinal());
                writeText(out, text.text());
            }
            vectors.writeTo(out);
            writeWeights(out, calibration.right());
            writeWeights(out, calibration.among());
            out.writeDouble(calibration.answerAt());
            out.writeDouble(calibration.choicesAt());
            out.writeInt(calibration.samples());
            out.writeLong(checkSum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when the bytes are damaged, of another version, or of other content */
    static Parts read(String version, ReleaseContent content, byte[] compiled) {
        int body = compiled.length - Long.BYTES;
        try (var in = new DataInputStream(new ByteArrayInputStream(compiled))) {
            if (body < 0 || in.readInt() != MARK || storedSum(compiled, body) != checkSum(compiled, body)) {
                throw new IllegalArgumentException("the compiled release is damaged");
            }
            String found = in.readUTF();
            if (!found.equals(version)) {
                throw new IllegalArgumentException("compiled for " + found + ", not for " + version);
            }
            if (in.readLong() != fingerprint(content)) {
                throw new IllegalArgumentException("compiled from other content");
            }
            int size = in.readInt();
            List<IndexedText> texts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                texts.add(new IndexedText(in.readInt(), KINDS[in.readByte()], readText(in)));
            }
            Vectors vectors = Vectors.readFrom(in);
            var calibration =
                    new Calibration(readWeights(in), readWeights(in), in.readDouble(), in.readDouble(), in.readInt());
            return new Parts(List.copyOf(texts), vectors, calibration);
        } catch (IOException e) {
            throw new IllegalArgumentException("the compiled release is cut short", e);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void writeWeights(DataOutputStream out, List<Double> weights) throws IOException {
        out.writeByte(weights.size());
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    private static List<Double> readWeights(DataInputStream in) throws IOException {
        int size = in.readByte();
        List<Double> weights = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            weights.add(in.readDouble());
        }
        return weights;
    }

    /** Of everything that is searched; two contents with the same fingerprint compile to the same bytes. */
    private static long fingerprint(ReleaseContent content) {
        long hash = hash(17, content.locale());
        for (ReleasedEntry entry : content.entries()) {
            hash = hash(hash, entry.key());
            hash = hash(hash, entry.question());
            hash = hash(hash, entry.answer());
            for (String text : entry.similar()) {
                hash = hash(hash, text);
            }
            for (String keyword : entry.keywords()) {
                hash = hash(hash + 1, keyword);
            }
        }
        for (String word : content.words()) {
            hash = hash(hash + 2, word);
        }
        for (List<String> group : content.synonyms()) {
            hash = hash(hash + 3, String.join("|", group));
        }
        return hash;
    }

    private static long hash(long hash, String text) {
        long result = hash * 1_000_003 + text.length();
        for (int i = 0; i < text.length(); i++) {
            result = result * 31 + text.charAt(i);
        }
        return result;
    }

    private static long storedSum(byte[] compiled, int at) {
        long sum = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            sum = (sum << 8) | (compiled[at + i] & 0xFF);
        }
        return sum;
    }

    private static long checkSum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}

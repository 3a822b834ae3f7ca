package io.xiaoer.answering;

import io.xiaoer.answering.understanding.Index;
import io.xiaoer.answering.understanding.IndexedText;
import io.xiaoer.answering.understanding.Vectors;
import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A release made ready to answer from: searchable texts, parsed templates, calibrated thresholds. Immutable and safe for many threads. */
public final class CompiledRelease {

    private final ReleaseContent content;
    private final String version;
    private final List<IndexedText> indexed;
    private final Vectors vectors;
    private final Calibration calibration;
    private final Index index;
    private final Map<String, ReleasedEntry> entries = new HashMap<>();
    private final Map<String, AnswerTemplate> templates = new HashMap<>();

    CompiledRelease(
            ReleaseContent content,
            String version,
            List<IndexedText> indexed,
            Vectors vectors,
            Index index,
            Calibration calibration) {
        this.content = content;
        this.version = version;
        this.indexed = indexed;
        this.vectors = vectors;
        this.index = index;
        this.calibration = calibration;
        for (ReleasedEntry entry : content.entries()) {
            entries.put(entry.key(), entry);
            templates.put(entry.key(), AnswerTemplate.of(entry.answer()));
        }
    }

    /** First line of a new conversation. */
    public String greeting() {
        return content.tone().greeting();
    }

    /** Something the shop tells a shopper that is no entry's answer, in the clerk's voice. */
    public String say(String text) {
        return new Voice(content.tone(), content.locale(), text).say(text);
    }

    public ReleaseContent content() {
        return content;
    }

    public Calibration calibration() {
        return calibration;
    }

    /** How many texts are searched by meaning. */
    public int texts() {
        return vectors.size();
    }

    /** Keys of the entries valid at {@code now} that a message names at once, without being searched for by meaning. */
    public List<String> named(String message, Instant now) {
        return index.named(message, now);
    }

    /** Bytes of memory, about. */
    public long weight() {
        return index.weight()
                + templates.values().stream().mapToLong(AnswerTemplate::weight).sum();
    }

    /** The compiled form, for {@link Engine#load}. */
    public byte[] toBytes() {
        return CompiledForm.write(version, content, indexed, vectors, calibration);
    }

    String version() {
        return version;
    }

    Index index() {
        return index;
    }

    List<IndexedText> indexed() {
        return indexed;
    }

    Vectors vectors() {
        return vectors;
    }

    @Nullable
    ReleasedEntry entry(String key) {
        return entries.get(key);
    }

    /** The facts that an entry's answer is over: those it names, and those it speaks of. */
    List<Need> needs(String key) {
        ReleasedEntry entry = entries.get(key);
        AnswerTemplate template = templates.get(key);
        return entry == null || template == null ? List.of() : List.copyOf(template.needs(entry.needs()));
    }

    boolean isEnglish() {
        return content.locale().startsWith("en");
    }

    @Nullable
    AnswerTemplate template(String key) {
        return templates.get(key);
    }
}

package io.xiaoer.answering;

import io.xiaoer.answering.understanding.Calibrator;
import io.xiaoer.answering.understanding.Index;
import io.xiaoer.answering.understanding.IndexedText;
import io.xiaoer.answering.understanding.Understanding;
import io.xiaoer.answering.understanding.Vectors;
import io.xiaoer.answering.wording.AnswerCheck;
import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Phrases;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands messages and words replies. Pure: the same release, history, message, facts and instant always give the same reply; nothing
 * is read from anywhere else. Safe for many threads.
 */
public final class Engine {

    private final Language chinese;
    private final Language english;

    /** Understands every language alike. */
    public Engine(Embedder embedder, List<String> outOfScope) {
        this(Language.of(embedder, outOfScope));
    }

    private Engine(Language any) {
        this(any, any);
    }

    public Engine(Language chinese, Language english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Names the compiled form and the models; a release compiled by another version must be compiled again. */
    public String version() {
        return CompiledForm.FORMAT
                + Stream.of(chinese, english)
                        .map(language -> "/" + language.embedder().model())
                        .distinct()
                        .collect(Collectors.joining());
    }

    private Language language(ReleaseContent content) {
        return content.locale().startsWith("en") ? english : chinese;
    }

    /** @param previous an earlier release of the same bot; texts that did not change are not embedded again */
    public CompiledRelease compile(ReleaseContent content, @Nullable CompiledRelease previous) {
        List<IndexedText> texts = IndexedText.of(content);
        Language language = language(content);
        CompiledRelease alike = previous != null && language(previous.content()).equals(language) ? previous : null;
        Vectors vectors = vectors(language.embedder(), texts, alike);
        var index = new Index(content, texts, vectors);
        return new CompiledRelease(
                content, version(), texts, vectors, index, Calibrator.calibrate(index, language.offTopic()));
    }

    private Vectors vectors(Embedder embedder, List<IndexedText> texts, @Nullable CompiledRelease previous) {
        Map<String, float[]> known = new HashMap<>();
        if (previous != null && previous.version().equals(version())) {
            List<IndexedText> earlier =
                    previous.indexed().stream().filter(IndexedText::hasVector).toList();
            for (int i = 0; i < earlier.size(); i++) {
                known.put(earlier.get(i).text(), previous.vectors().get(i));
            }
        }
        List<String> needed = texts.stream()
                .filter(IndexedText::hasVector)
                .map(IndexedText::text)
                .toList();
        List<String> unknown = needed.stream()
                .distinct()
                .filter(text -> !known.containsKey(text))
                .toList();
        List<float[]> embedded = embedder.embedAll(unknown);
        for (int i = 0; i < unknown.size(); i++) {
            known.put(unknown.get(i), embedded.get(i));
        }
        List<float[]> vectors = new ArrayList<>(needed.size());
        for (String text : needed) {
            float[] vector = known.get(text);
            if (vector == null) {
                throw new IllegalStateException("every text was embedded");
            }
            vectors.add(vector);
        }
        return Vectors.of(vectors);
    }

    /** @throws IllegalArgumentException when the bytes are damaged, of another {@link #version} or of other content */
    public CompiledRelease load(ReleaseContent content, byte[] compiled) {
        var parts = CompiledForm.read(version(), content, compiled);
        var index = new Index(content, parts.texts(), parts.vectors());
        return new CompiledRelease(content, version(), parts.texts(), parts.vectors(), index, parts.calibration());
    }

    /** What the message means. Only entries valid at {@code now} count. */
    public Plan understand(CompiledRelease release, History history, String message, Instant now) {
        Language language = language(release.content());
        return new Understanding(language.embedder(), language.offTopic(), release.index(), release.calibration(), now)
                .understand(history, message);
    }

    /** The shopper pressed a choice; unknown when the entry is gone or no longer valid. */
    public Plan choose(CompiledRelease release, String entryKey, Instant now) {
        Calibration calibration = release.calibration();
        ReleasedEntry entry = release.entry(entryKey);
        boolean answers = entry != null && entry.isValidAt(now);
        double probability = answers ? 1 : 0;
        var trace = new Trace(
                "chosen",
                "",
                false,
                List.of(),
                probability,
                probability,
                calibration.answerAt(),
                calibration.choicesAt(),
                0,
                -1,
                Map.of());
        if (entry == null || !answers) {
            return new Plan(Outcome.UNKNOWN, List.of(), List.of(), List.of(), trace);
        }
        var candidate = new Plan.Candidate(entry.key(), entry.question(), 1, 1);
        return new Plan(Outcome.ANSWERED, List.of(candidate), entry.needs(), List.of(), trace);
    }

    /** The reply in the shop's voice. Never throws for what an owner wrote: what cannot be worded is declined, and the receipt says why. */
    public Worded word(CompiledRelease release, Plan plan, Facts facts, Instant now) {
        long start = System.nanoTime();
        ReleaseContent content = release.content();
        var phrases = new Phrases(content.locale());
        return switch (plan.outcome()) {
            case ANSWERED -> answer(release, plan, facts, now, phrases, start);
            case CHOICES -> {
                var voice = new Voice(content.tone(), content.locale(), "choices");
                List<Reply.Choice> choices = plan.candidates().stream()
                        .map(candidate -> new Reply.Choice(candidate.entryKey(), candidate.question()))
                        .toList();
                yield worded(new Reply.Choices(voice.say(phrases.choices()), choices), plan, facts, null, start);
            }
            case UNKNOWN -> {
                var voice = new Voice(content.tone(), content.locale(), "unknown");
                yield worded(new Reply.Unknown(voice.say(phrases.unknown())), plan, facts, null, start);
            }
        };
    }

    private static Worded answer(
            CompiledRelease release, Plan plan, Facts facts, Instant now, Phrases phrases, long start) {
        ReleaseContent content = release.content();
        Plan.Candidate candidate = plan.candidates().getFirst();
        String key = candidate.entryKey();
        var voice = new Voice(content.tone(), content.locale(), key);
        AnswerTemplate template = release.template(key);
        ReleasedEntry entry = release.entry(key);
        if (template == null || entry == null || !entry.isValidAt(now)) {
            return declined(voice.say(phrases.noAnswer()), key, "gone", plan, facts, start);
        }
        List<String> lacking =
                plan.needs().stream().filter(need -> !facts.has(need)).toList();
        if (!lacking.isEmpty()) {
            String reason = "missing facts: " + String.join(", ", lacking);
            return declined(voice.say(phrases.noFacts()), key, reason, plan, facts, start);
        }
        return switch (template.render(values(content, facts))) {
            case AnswerTemplate.Rendered(String text) ->
                worded(new Reply.Answer(voice.say(text), key, candidate.probability()), plan, facts, null, start);
            case AnswerTemplate.Failed(AnswerTemplate.Cause cause, String detail) ->
                declined(voice.say(phrases.noAnswer()), key, cause + ": " + detail, plan, facts, start);
        };
    }

    private static Map<String, Object> values(ReleaseContent content, Facts facts) {
        Map<String, Object> values = new HashMap<>(facts.values());
        values.put("shop", Map.of("name", content.shopName()));
        return values;
    }

    private static Worded declined(String text, String key, String reason, Plan plan, Facts facts, long start) {
        return worded(new Reply.Declined(text, key, reason), plan, facts, reason, start);
    }

    private static Worded worded(Reply reply, Plan plan, Facts facts, @Nullable String problem, long start) {
        Collection<String> given = new TreeSet<>(facts.values().keySet());
        var receipt = new Receipt(
                reply.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                plan.outcome(),
                plan.candidates(),
                plan.readTogether(),
                plan.trace(),
                List.copyOf(given),
                problem,
                Map.of("word", (System.nanoTime() - start) / 1_000));
        return new Worded(reply, receipt);
    }

    /** What an owner must mend before publishing: templates that fail, answers that say a banned word. */
    public List<TemplateProblem> check(ReleaseContent content) {
        return AnswerCheck.check(content);
    }
}

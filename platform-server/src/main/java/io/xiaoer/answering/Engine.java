package io.xiaoer.answering;

import io.xiaoer.answering.facts.Providers;
import io.xiaoer.answering.facts.Samples;
import io.xiaoer.answering.understanding.Calibrator;
import io.xiaoer.answering.understanding.Index;
import io.xiaoer.answering.understanding.IndexedText;
import io.xiaoer.answering.understanding.Normalizer;
import io.xiaoer.answering.understanding.Understanding;
import io.xiaoer.answering.understanding.Vectors;
import io.xiaoer.answering.wording.AnswerCheck;
import io.xiaoer.releases.ReleaseContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        return understand(release, history, message, List.of(), now);
    }

    private Plan understand(CompiledRelease release, History history, String message, List<String> goods, Instant now) {
        Language language = language(release.content());
        return new Understanding(language.embedder(), language.offTopic(), release.index(), release.calibration(), now)
                .understand(history, message, goods);
    }

    /** The shopper pressed a choice; unknown when the entry is gone or no longer valid. */
    public Plan choose(CompiledRelease release, String choiceId, Instant now) {
        return new Hearing(release, Focus.none(), now).chosen(choiceId);
    }

    /**
     * Understands what is said, has what is known loaded, and words the reply.
     *
     * @param situation loads what the plan's facts are told from; asked once
     */
    public Worded answer(CompiledRelease release, Utterance said, Function<Plan, Situation> situation, Instant now) {
        Plan plan = hear(release, said, now);
        Facts facts = facts(release, plan, situation.apply(plan), said, now);
        return word(release, plan, facts, said.focus(), now);
    }

    /**
     * The same over facts that were told before. What the answer needs and they do not tell counts as not to be had.
     *
     * @param told for example what a receipt holds
     */
    public Retold answerAgain(CompiledRelease release, Utterance said, Facts told, Instant now) {
        Plan plan = hear(release, said, now);
        List<Need> missing =
                plan.needs().stream().filter(need -> told.of(need).isEmpty()).toList();
        return new Retold(word(release, plan, told.only(plan.needs()), said.focus(), now), missing);
    }

    /** What somebody is told who asks out of the blue, and of whom all is known and made up. */
    public Retold rehearse(CompiledRelease release, String text, Instant now) {
        Utterance said = Utterance.of(text);
        Plan plan = hear(release, said, now);
        List<Fact> samples = plan.needs().stream()
                .map(need -> Samples.of(need, SampleCase.KNOWN, release.isEnglish()))
                .toList();
        return new Retold(word(release, plan, new Facts(samples), said.focus(), now), plan.needs());
    }

    /**
     * A shopper sends a picture without a word: says that it cannot be seen, and how to go on. What the conversation is about stays.
     */
    public Worded pictureOnly(CompiledRelease release, Focus focus, Instant now) {
        return new Answering(release, Plan.pictureOnly(), Facts.none(), focus, now).unseen();
    }

    /** What is meant in the light of the conversation: an answer to the clerk's question, a follow-up, or what the text says by itself. */
    Plan hear(CompiledRelease release, Utterance said, Instant now) {
        var hearing = new Hearing(release, said.focus(), now);
        String choiceId = said.choiceId();
        return choiceId == null
                ? hearing.heard(said.text(), () -> understand(release, said.history(), said.text(), said.goods(), now))
                : hearing.chosen(choiceId);
    }

    /** @param said the same as the plan was made with */
    private static Facts facts(CompiledRelease release, Plan plan, Situation situation, Utterance said, Instant now) {
        if (plan.outcome() != Outcome.ANSWERED || plan.needs().isEmpty()) {
            return Facts.none();
        }
        var message = new StringBuilder();
        plan.readTogether()
                .forEach(i ->
                        message.append(said.history().turns().get(i).text()).append(' '));
        message.append(said.text());
        String topic = plan.candidates().getFirst().entryKey();
        return Providers.tell(plan, topic, situation, said.focus(), message.toString(), now, release.isEnglish());
    }

    /**
     * How near two messages are in meaning: a cosine, 1 for the same. One that was understood lately costs next to nothing.
     *
     * @param locale of the shop, a BCP 47 tag
     */
    public float likeness(String locale, String one, String other) {
        return nearness(meaning(locale, one), meaning(locale, other));
    }

    /**
     * What a text means, as a vector of length 1. One that was understood lately costs next to nothing.
     *
     * @param locale of the shop, a BCP 47 tag
     */
    public float[] meaning(String locale, String text) {
        return embedder(locale).embed(Normalizer.normalise(text));
    }

    /** Names how meanings are made; those of two models cannot be compared. */
    public String model(String locale) {
        return embedder(locale).model();
    }

    private Embedder embedder(String locale) {
        return (locale.startsWith("en") ? english : chinese).embedder();
    }

    /** How near two vectors of length 1 are: a cosine. */
    public static float nearness(float[] one, float[] other) {
        return Vectors.dot(one, other);
    }

    /** The form in which two texts are the same question: without marks, greetings, thanks and sentence particles. May be empty. */
    public static String bare(String text) {
        return Normalizer.bare(Normalizer.normalise(text));
    }

    /** Words the reply outside any conversation. */
    public Worded word(CompiledRelease release, Plan plan, Facts facts, Instant now) {
        return word(release, plan, facts, Focus.none(), now);
    }

    /** The reply in the shop's voice. Never throws for what an owner wrote: what cannot be worded is declined, and the receipt says why. */
    public Worded word(CompiledRelease release, Plan plan, Facts facts, Focus focus, Instant now) {
        return new Answering(release, plan, facts, focus, now).word();
    }

    /** What an owner must mend before publishing: templates that fail, answers that say a banned word. */
    public List<TemplateProblem> check(ReleaseContent content) {
        return AnswerCheck.check(content);
    }
}

package io.xiaoer.answering;

import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Phrases;
import io.xiaoer.answering.wording.Rehearsed;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.ToneProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer would sound before anything is saved or released: the same template, sandbox and voice that shoppers will meet. Pure, quick
 * (about as long as one answer takes) and safe for many threads.
 */
public final class VoicePreview {

    /** Stands for the shop while only the template is judged. */
    private static final String SOME_SHOP = "-";

    /** What came of an answer. */
    public sealed interface Sound {}

    /**
     * It can be said.
     *
     * @param banned words in it that the profile bans; such an answer can be saved, but not published
     */
    public record Said(String text, List<String> banned) implements Sound {
        public Said {
            banned = List.copyOf(banned);
        }
    }

    /**
     * It cannot be said.
     *
     * @param problem what is wrong and what to do about it, in the reader's language
     */
    public record Broken(String problem) implements Sound {}

    private VoicePreview() {}

    /**
     * Sample answers in a voice, in their order.
     *
     * @param locale the shop's, a BCP 47 tag
     * @param answers Liquid templates as entries have them; one that is broken comes back as it was written
     */
    public static List<String> voiced(ToneProfile profile, String locale, List<String> answers, String shopName) {
        return java.util.stream.IntStream.range(0, answers.size())
                .mapToObj(i -> switch (sound(profile, locale, shopName, "sample-" + i, answers.get(i), locale)) {
                    case Said said -> said.text();
                    case Broken broken -> answers.get(i);
                })
                .toList();
    }

    /**
     * One answer in a voice.
     *
     * @param locale the shop's, a BCP 47 tag
     * @param key of the entry; it chooses among several addresses and particles, as it will when shoppers ask
     * @param readerLocale the language in which a problem is explained
     */
    public static Sound sound(
            ToneProfile profile, String locale, String shopName, String key, String answer, String readerLocale) {
        return switch (render(answer, shopName, locale)) {
            case AnswerTemplate.Rendered(String text) ->
                new Said(
                        new Voice(profile, locale, key).say(text),
                        profile.banned().stream()
                                .filter(word -> !word.isBlank() && text.contains(word))
                                .toList());
            case AnswerTemplate.Failed failed -> new Broken(new Phrases(readerLocale).problem(failed));
        };
    }

    /** What a shopper hears while a fact that the answer needs cannot be had. */
    public static String withoutFacts(ToneProfile profile, String locale, String key) {
        return new Voice(profile, locale, key).say(new Phrases(locale).noFacts());
    }

    /** What keeps an answer from being saved, in the reader's language; empty if nothing. */
    public static Optional<String> problemOf(String answer, String readerLocale) {
        return render(answer, SOME_SHOP, readerLocale) instanceof AnswerTemplate.Failed failed
                ? Optional.of(new Phrases(readerLocale).problem(failed))
                : Optional.empty();
    }

    /** The entries whose answers say one of {@code banned}, with the words they say. */
    public static Map<String, List<String>> banned(
            List<ReleasedEntry> entries, List<String> banned, String shopName, String locale) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (ReleasedEntry entry : entries) {
            if (render(entry.answer(), shopName, locale) instanceof AnswerTemplate.Rendered(String text)) {
                List<String> words = banned.stream()
                        .filter(word -> !word.isBlank() && text.contains(word))
                        .toList();
                if (!words.isEmpty()) {
                    found.put(entry.key(), words);
                }
            }
        }
        return found;
    }

    private static AnswerTemplate.Result render(String answer, String shopName, String locale) {
        return switch (Rehearsed.of(answer, List.of(), shopName, locale)) {
            case Rehearsed.Heard(List<String> texts) -> new AnswerTemplate.Rendered(texts.getFirst());
            case Rehearsed.Broken(AnswerTemplate.Failed failed) -> failed;
        };
    }
}

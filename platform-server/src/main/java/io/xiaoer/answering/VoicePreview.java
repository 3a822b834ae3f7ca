package io.xiaoer.answering;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.answering.facts.Samples;
import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Composed;
import io.xiaoer.answering.wording.Phrases;
import io.xiaoer.answering.wording.Rehearsed;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.tone.ToneProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param banned words that the profile bans and the answer says, here or in another case; it can be saved, but not published
     */
    public record Said(String text, List<String> banned, List<Link> links, List<Card> cards) implements Sound {
        public Said {
            banned = List.copyOf(banned);
            links = List.copyOf(links);
            cards = List.copyOf(cards);
        }

        public Said(String text, List<String> banned) {
            this(text, banned, List.of(), List.of());
        }
    }

    /**
     * It cannot be said.
     *
     * @param problem what is wrong and what to do about it, in the reader's language
     */
    public record Broken(String problem) implements Sound {}

    /**
     * Who hears it.
     *
     * @param needs names of the facts that the entry needs, besides those its answer speaks of
     * @param rules that the shop has; null for made-up ones
     */
    public record Hearer(
            List<String> needs, SampleCase kind, @Nullable RulesInForce rules) {
        public Hearer {
            needs = List.copyOf(needs);
        }
    }

    private static final Hearer ANYBODY = new Hearer(List.of(), SampleCase.KNOWN, null);

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
        return sound(profile, locale, shopName, key, answer, ANYBODY, readerLocale);
    }

    /**
     * One answer in a voice, as a made-up shopper hears it.
     *
     * @see #sound(ToneProfile, String, String, String, String, String)
     */
    public static Sound sound(
            ToneProfile profile,
            String locale,
            String shopName,
            String key,
            String answer,
            Hearer hearer,
            String readerLocale) {
        return switch (Rehearsed.of(answer, hearer.needs(), shopName, locale)) {
            case Rehearsed.Broken(AnswerTemplate.Failed failed) ->
                new Broken(new Phrases(readerLocale).problem(failed));
            case Rehearsed.Heard(List<String> texts) -> {
                List<Fact> facts = facts(answer, hearer, locale);
                Voice voice = new Voice(profile, locale, key);
                List<String> banned = banned(texts, profile.banned());
                yield switch (Composed.of(AnswerTemplate.of(answer), facts, shopName, locale)) {
                    case Composed.Told(String text, List<Fact> told, String problem) ->
                        new Said(voice.say(text), banned, Facts.links(told), Facts.cards(told));
                    case Composed.Unsaid(String text, String reason) -> new Said(voice.say(text), banned);
                    case Composed.Asked(Fact question) -> new Said(voice.say(question.say()), banned);
                };
            }
        };
    }

    private static List<Fact> facts(String answer, Hearer hearer, String locale) {
        boolean english = locale.startsWith("en");
        RulesInForce rules = hearer.rules();
        return AnswerTemplate.of(answer).needs(hearer.needs()).stream()
                .map(need -> rules == null
                        ? Samples.of(need, hearer.kind(), english)
                        : Samples.of(need, hearer.kind(), english, rules))
                .toList();
    }

    private static List<String> banned(List<String> texts, List<String> banned) {
        return banned.stream()
                .filter(word -> !word.isBlank() && texts.stream().anyMatch(text -> text.contains(word)))
                .toList();
    }

    /** The facts that an answer is over. */
    public static Set<Need> needs(String answer, List<String> named) {
        return AnswerTemplate.of(answer).needs(named);
    }

    /** What keeps an answer from being saved, in the reader's language; empty if nothing. */
    public static Optional<String> problemOf(String answer, String readerLocale) {
        return Rehearsed.of(answer, List.of(), SOME_SHOP, readerLocale)
                        instanceof Rehearsed.Broken(AnswerTemplate.Failed failed)
                ? Optional.of(new Phrases(readerLocale).problem(failed))
                : Optional.empty();
    }

    /** The entries whose answers say one of {@code banned}, with the words they say. */
    public static Map<String, List<String>> banned(
            List<ReleasedEntry> entries, List<String> banned, String shopName, String locale) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (ReleasedEntry entry : entries) {
            if (Rehearsed.of(entry.answer(), entry.needs(), shopName, locale)
                    instanceof Rehearsed.Heard(List<String> texts)) {
                List<String> words = banned(texts, banned);
                if (!words.isEmpty()) {
                    found.put(entry.key(), words);
                }
            }
        }
        return found;
    }
}

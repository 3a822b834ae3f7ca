package io.xiaoer.answering;

import io.xiaoer.answering.facts.Samples;
import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Composed;
import io.xiaoer.answering.wording.Essentials;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.tone.TonePreset;
import io.xiaoer.tone.ToneProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether answers keep every number, date, condition and link under every voice: each is worded for made-up shoppers, plainly and in each
 * voice, and what matters in the two is compared, as often as it is there. Pure.
 */
public final class VoiceCheck {

    private final ToneProfile own;
    private final String shopName;
    private final String locale;
    private final @Nullable RulesInForce rules;
    private final Speaker speaker;

    /** How a text is said. */
    @FunctionalInterface
    interface Speaker {
        String say(ToneProfile tone, String locale, String key, String text);
    }

    /**
     * An answer that does not say the same.
     *
     * @param preset the voice it is said in; null for the shop's own
     * @param heardBy which made-up shopper
     * @param lost what is not said any more
     * @param added what was not there
     */
    public record Slip(
            String entryKey,
            String question,
            @Nullable TonePreset preset,
            SampleCase heardBy,
            List<String> lost,
            List<String> added,
            String plain,
            String said) {}

    /**
     * What came of it.
     *
     * @param wordings answers that were compared: of each entry one a voice and made-up shopper
     */
    public record Result(int entries, int voices, int wordings, List<Slip> slips) {
        public Result {
            slips = List.copyOf(slips);
        }
    }

    private VoiceCheck(ToneProfile own, String shopName, String locale, @Nullable RulesInForce rules, Speaker speaker) {
        this.own = own;
        this.shopName = shopName;
        this.locale = locale;
        this.rules = rules;
        this.speaker = speaker;
    }

    /**
     * Checks answers under every preset and under the shop's own voice.
     *
     * @param rules that the shop has; null for made-up ones
     */
    public static Result of(
            List<ReleasedEntry> entries,
            ToneProfile own,
            String shopName,
            String locale,
            @Nullable RulesInForce rules) {
        return of(
                entries,
                own,
                shopName,
                locale,
                rules,
                (tone, language, key, text) -> new Voice(tone, language, key).say(text));
    }

    static Result of(
            List<ReleasedEntry> entries,
            ToneProfile own,
            String shopName,
            String locale,
            @Nullable RulesInForce rules,
            Speaker speaker) {
        return new VoiceCheck(own, shopName, locale, rules, speaker).check(entries);
    }

    private Result check(List<ReleasedEntry> entries) {
        List<Slip> slips = new ArrayList<>();
        int wordings = 0;
        for (ReleasedEntry entry : entries) {
            for (Map.Entry<SampleCase, String> plain : plainly(entry).entrySet()) {
                wordings += 1 + TonePreset.values().length;
                add(slips, entry, null, plain);
                for (TonePreset preset : TonePreset.values()) {
                    add(slips, entry, preset, plain);
                }
            }
        }
        return new Result(entries.size(), 1 + TonePreset.values().length, wordings, slips);
    }

    /** What each made-up shopper hears before the voice; one alone where the answer is over no facts. */
    private Map<SampleCase, String> plainly(ReleasedEntry entry) {
        AnswerTemplate template = AnswerTemplate.of(entry.answer());
        Set<Need> needs = template.needs(entry.needs());
        Map<SampleCase, String> texts = new EnumMap<>(SampleCase.class);
        for (SampleCase kind : needs.isEmpty() ? List.of(SampleCase.KNOWN) : List.of(SampleCase.values())) {
            List<Fact> facts = needs.stream().map(need -> sample(need, kind)).toList();
            texts.put(
                    kind,
                    switch (Composed.of(template, facts, shopName, locale)) {
                        case Composed.Told(String text, List<Fact> told, String problem) -> text;
                        case Composed.Unsaid(String text, String reason) -> text;
                        case Composed.Asked(Fact question) -> question.say();
                    });
        }
        return texts;
    }

    private Fact sample(Need need, SampleCase kind) {
        boolean english = locale.startsWith("en");
        return rules == null ? Samples.of(need, kind, english) : Samples.of(need, kind, english, rules);
    }

    private void add(
            List<Slip> slips, ReleasedEntry entry, @Nullable TonePreset preset, Map.Entry<SampleCase, String> plain) {
        ToneProfile tone = preset == null ? own : preset.applyTo(own);
        String said = speaker.say(tone, locale, entry.key(), plain.getValue());
        Map<String, Integer> counts = new LinkedHashMap<>();
        Essentials.of(plain.getValue()).forEach(one -> counts.merge(one, 1, Integer::sum));
        Essentials.of(said).forEach(one -> counts.merge(one, -1, Integer::sum));
        List<String> lost = new ArrayList<>();
        List<String> added = new ArrayList<>();
        counts.forEach((one, difference) -> {
            if (difference > 0) {
                lost.add(one);
            } else if (difference < 0) {
                added.add(one);
            }
        });
        if (!lost.isEmpty() || !added.isEmpty()) {
            slips.add(new Slip(
                    entry.key(), entry.question(), preset, plain.getKey(), lost, added, plain.getValue(), said));
        }
    }
}

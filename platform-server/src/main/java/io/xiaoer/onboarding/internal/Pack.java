package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.FirstQuestion;
import io.xiaoer.onboarding.Topic.Area;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rules.PackRule;
import io.xiaoer.tone.ToneProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vertical pack: what a new shop's bot knows and how it speaks. Its form is held to JSON Schemas by the build.
 *
 * @param samples keys of entries whose answers show how a voice sounds
 * @param asked what the trade's shoppers ask most
 * @param tests what its bot is held to
 */
public record Pack(
        String key,
        String locale,
        int version,
        Map<String, String> name,
        Map<String, String> summary,
        List<Topic> topics,
        List<List<String>> synonyms,
        List<String> words,
        ToneProfile tone,
        List<Rule> rules,
        List<String> samples,
        List<FirstQuestion> asked,
        List<Test> tests) {

    /** A part of what the bot knows. */
    public record Topic(String key, Area area, Map<String, String> name, List<EntryDraft> entries) {}

    /**
     * A rule as shops of the trade often have it.
     *
     * @param entries keys of those whose answers speak of it
     */
    public record Rule(String type, String key, List<String> entries, Map<String, Object> params) {
        public PackRule toPackRule() {
            return new PackRule(type, key, params);
        }
    }

    /**
     * A question that the pack's bot is held to.
     *
     * @param required whether publishing waits for it; null for no
     * @param shop whether a new shop's bot is held to it too; null for yes
     */
    public record Test(
            String question,
            Expectation expect,
            @Nullable Boolean required,
            @Nullable Boolean shop) {}

    /** The questions as a new shop's cases, under the names of what they are about. */
    public List<TestCase.Draft> testCases() {
        Map<String, String> groups = new HashMap<>();
        topics.forEach(topic -> topic.entries()
                .forEach(entry -> groups.put(Objects.requireNonNull(entry.key()), Packs.text(topic.name(), locale))));
        return tests.stream()
                .filter(test -> !Boolean.FALSE.equals(test.shop()))
                .map(test -> {
                    String key = test.expect().entryKey();
                    String group = key == null ? null : groups.get(key);
                    return TestCase.Draft.of(
                            test.question(),
                            group == null ? (locale.startsWith("en") ? "Off topic" : "闲聊和无关的话") : group,
                            test.expect(),
                            Boolean.TRUE.equals(test.required()));
                })
                .toList();
    }

    public List<EntryDraft> entries() {
        return topics.stream().flatMap(topic -> topic.entries().stream()).toList();
    }

    public List<String> entryKeys() {
        return entries().stream()
                .map(EntryDraft::key)
                .map(Objects::requireNonNull)
                .toList();
    }
}

package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.FirstQuestion;
import io.xiaoer.onboarding.Topic.Area;
import io.xiaoer.rules.PackRule;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A vertical pack: what a new shop's bot knows and how it speaks. Its form is held to JSON Schemas by the build.
 *
 * @param samples keys of entries whose answers show how a voice sounds
 * @param asked what the trade's shoppers ask most
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
        List<FirstQuestion> asked) {

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

package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.FirstQuestion;
import io.xiaoer.onboarding.Topic.Area;
import io.xiaoer.shared.Problem;
import io.xiaoer.tone.ToneProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the packs on the class path, once. */
@Component
public class Packs {

    /** In the order owners are shown them. */
    private static final List<String> KEYS = List.of("fresh-food", "beauty");

    private final List<Pack> packs;

    Packs(JsonMapper json) {
        this.packs = KEYS.stream().map(key -> read(json, key)).toList();
    }

    public List<Pack> all() {
        return packs;
    }

    /** @throws Problem naming the packs there are */
    public Pack get(String key) {
        return packs.stream()
                .filter(pack -> pack.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("template", "must be one of " + KEYS));
    }

    private record Description(
            String key,
            String locale,
            int version,
            Map<String, String> name,
            Map<String, String> summary,
            List<Topic> topics,
            List<String> samples,
            List<FirstQuestion> asked) {}

    private record Topic(String key, Area area, Map<String, String> name) {}

    private record Rules(List<Pack.Rule> rules) {}

    private record Entries(List<EntryDraft> entries) {}

    private record Synonyms(List<List<String>> groups) {}

    private record Words(List<String> words) {}

    private static Pack read(JsonMapper json, String key) {
        String folder = "tenant-templates/" + key + "/";
        Description description = read(json, folder + "pack.json", Description.class);
        List<Pack.Topic> topics = description.topics().stream()
                .map(topic -> new Pack.Topic(
                        topic.key(),
                        topic.area(),
                        topic.name(),
                        read(json, folder + "entries/" + topic.key() + ".json", Entries.class)
                                .entries()))
                .toList();
        return new Pack(
                description.key(),
                description.locale(),
                description.version(),
                description.name(),
                description.summary(),
                topics,
                read(json, folder + "synonyms.json", Synonyms.class).groups(),
                read(json, folder + "words.json", Words.class).words(),
                read(json, folder + "tone.json", ToneProfile.class),
                read(json, folder + "rules.json", Rules.class).rules(),
                description.samples(),
                description.asked());
    }

    /** A text in a language, or in Chinese. */
    public static String text(Map<String, String> texts, String locale) {
        String found = texts.get(locale);
        return found == null ? texts.getOrDefault("zh-CN", "") : found;
    }

    private static <T> T read(JsonMapper json, String path, Class<T> type) {
        try (InputStream stream = new ClassPathResource(path).getInputStream()) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new IllegalStateException("The pack file " + path + " cannot be read", e);
        }
    }
}

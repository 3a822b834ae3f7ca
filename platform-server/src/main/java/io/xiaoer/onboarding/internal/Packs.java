package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.FirstQuestion;
import io.xiaoer.onboarding.Topic.Area;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tone.ToneProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the packs on the class path, once. */
@Component
public class Packs {

    /** In the order owners are shown them. */
    private static final List<String> KEYS = List.of("fresh-food", "beauty", "small-shop");

    /** Languages beside a pack's own that it may have been written in again, each in a folder such as {@code small-shop-en}. */
    private static final List<String> FURTHER_LOCALES = List.of("en");

    /** Each pack as it is now, in its languages. */
    private final Map<String, List<Pack>> packs = new LinkedHashMap<>();

    /** What they were, each in a folder such as {@code fresh-food/v1}. */
    private final List<Pack> earlier = new ArrayList<>();

    Packs(JsonMapper json) {
        for (String key : KEYS) {
            List<String> folders = new ArrayList<>(List.of(key));
            FURTHER_LOCALES.stream()
                    .map(locale -> key + "-" + locale)
                    .filter(folder -> file(folder, "pack.json").exists())
                    .forEach(folders::add);
            List<Pack> ofKey =
                    folders.stream().map(folder -> read(json, folder)).toList();
            packs.put(key, ofKey);
            for (int i = 0; i < folders.size(); i++) {
                readEarlier(json, folders.get(i), ofKey.get(i).version());
            }
        }
    }

    private void readEarlier(JsonMapper json, String pack, int version) {
        for (int before = 1; before < version; before++) {
            String folder = pack + "/v" + before;
            if (file(folder, "pack.json").exists()) {
                earlier.add(read(json, folder));
            }
        }
    }

    /** Each pack in a language, or in its own. */
    public List<Pack> all(@Nullable String locale) {
        return KEYS.stream().map(key -> get(key, locale)).toList();
    }

    /**
     * A pack in a language, or in its own where it has not been written in that one.
     *
     * @throws Problem naming the packs there are
     */
    public Pack get(String key, @Nullable String locale) {
        List<Pack> ofKey = packs.get(key);
        if (ofKey == null) {
            throw Problem.invalid("template", "must be one of " + KEYS);
        }
        return ofKey.stream()
                .filter(pack -> pack.locale().equals(locale))
                .findFirst()
                .orElse(ofKey.getFirst());
    }

    /** What a pack was, where that is known. */
    public Optional<Pack> earlier(String key, String locale, int version) {
        return earlier.stream()
                .filter(pack -> pack.key().equals(key) && pack.locale().equals(locale) && pack.version() == version)
                .findFirst();
    }

    /** The pack that a shop began with, as it is now. */
    public Pack of(Shop shop) {
        return get(shop.template(), shop.locale());
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

    private record Tests(List<Pack.Test> tests) {}

    private static Pack read(JsonMapper json, String folder) {
        Description description = read(json, folder, "pack.json", Description.class);
        List<Pack.Topic> topics = description.topics().stream()
                .map(topic -> new Pack.Topic(
                        topic.key(),
                        topic.area(),
                        topic.name(),
                        read(json, folder, "entries/" + topic.key() + ".json", Entries.class)
                                .entries()))
                .toList();
        return new Pack(
                description.key(),
                description.locale(),
                description.version(),
                description.name(),
                description.summary(),
                topics,
                read(json, folder, "synonyms.json", Synonyms.class).groups(),
                read(json, folder, "words.json", Words.class).words(),
                read(json, folder, "tone.json", ToneProfile.class),
                read(json, folder, "rules.json", Rules.class).rules(),
                description.samples(),
                description.asked(),
                read(json, folder, "tests.json", Tests.class).tests());
    }

    /** A text in a language, or in Chinese. */
    public static String text(Map<String, String> texts, String locale) {
        String found = texts.get(locale);
        return found == null ? texts.getOrDefault("zh-CN", "") : found;
    }

    private static <T> T read(JsonMapper json, String folder, String name, Class<T> type) {
        ClassPathResource file = file(folder, name);
        try (InputStream stream = file.getInputStream()) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new IllegalStateException("The pack file " + file.getPath() + " cannot be read", e);
        }
    }

    private static ClassPathResource file(String folder, String name) {
        return new ClassPathResource("tenant-templates/" + folder + "/" + name);
    }
}

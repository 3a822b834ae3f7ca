package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.internal.Pack;
import io.xiaoer.onboarding.internal.Packs;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenants.Shops;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a bot has from its shop's pack, by topic. An entry belongs to the topic that the pack lists its key under. */
@Service
@Requires(Permission.VIEW)
public class Topics {

    private static final int EXAMPLES = 3;

    private final Packs packs;
    private final Shops shops;
    private final KnowledgeDrafts knowledge;
    private final ApplicationEventPublisher events;

    Topics(Packs packs, Shops shops, KnowledgeDrafts knowledge, ApplicationEventPublisher events) {
        this.packs = packs;
        this.shops = shops;
        this.knowledge = knowledge;
        this.events = events;
    }

    /** @param locale language of the names */
    @Transactional(readOnly = true)
    public List<Topic> of(BotId bot, String locale) {
        Pack pack = packs.of(shops.current());
        Map<String, Entry> entries = knowledge.byKeys(bot, pack.entryKeys()).stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        return pack.topics().stream()
                .map(topic -> topic(topic, entries, locale))
                .toList();
    }

    /**
     * The name of each entry's topic, by the entry's key; entries that the shop made itself have none.
     *
     * @param locale language of the names
     */
    @Transactional(readOnly = true)
    public Map<String, String> byEntry(String locale) {
        Map<String, String> names = new HashMap<>();
        packs.of(shops.current())
                .topics()
                .forEach(topic -> topic.entries()
                        .forEach(entry ->
                                names.put(Objects.requireNonNull(entry.key()), Packs.text(topic.name(), locale))));
        return names;
    }

    private static Topic topic(Pack.Topic topic, Map<String, Entry> draft, String locale) {
        List<Entry> entries = topic.entries().stream()
                .map(EntryDraft::key)
                .map(draft::get)
                .filter(Objects::nonNull)
                .toList();
        return new Topic(
                topic.key(),
                topic.area(),
                Packs.text(topic.name(), locale),
                entries.size(),
                (int) entries.stream().filter(Entry::enabled).count(),
                entries.stream().limit(EXAMPLES).map(Entry::question).toList());
    }

    /**
     * Lets the draft's entries of a topic answer, or not.
     *
     * @throws Problem if the shop's pack has no such topic
     */
    @Transactional
    @Requires(Permission.EDIT)
    public void turn(BotId bot, String key, boolean on) {
        Pack.Topic topic = packs.of(shops.current()).topics().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("topic"));
        List<String> keys = topic.entries().stream()
                .map(EntryDraft::key)
                .map(Objects::requireNonNull)
                .toList();
        int switched = knowledge.setEnabled(bot, keys, on);
        if (switched > 0) {
            events.publishEvent(new Audited(
                    "topic.switched",
                    key,
                    Map.of("enabled", !on, "entries", switched),
                    Map.of("enabled", on, "entries", switched)));
        }
    }
}

package io.xiaoer.insights.internal;

import io.xiaoer.answering.Spelling;
import io.xiaoer.bots.BotId;
import io.xiaoer.insights.InstantReply;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives questions to entries of the draft, and takes them out again. */
@Component
public class InstantMarks {

    private final InstantRows rows;
    private final KnowledgeDrafts knowledge;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InstantMarks(InstantRows rows, KnowledgeDrafts knowledge, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.knowledge = knowledge;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a text is one of an entry's questions, however it is written. */
    public static boolean asks(Entry entry, String text) {
        return Stream.concat(Stream.of(entry.question()), entry.similar().stream())
                .anyMatch(own -> Spelling.isSame(own, text));
    }

    @Transactional
    public InstantReply mark(TenantId tenant, BotId bot, String text, String key) {
        Entry entry = knowledge.get(bot, key);
        if (!entry.enabled()) {
            throw Problem.invalid("entryKey", "names an entry that is switched off. Switch it on first.");
        }
        if (asks(entry, text)) {
            throw Problem.invalid(
                    "question",
                    "is one of the entry's questions already. It is answered at once when that is published.");
        }
        knowledge.alike(bot, key, List.of(text)).stream().findFirst().ifPresent(other -> {
            throw Problem.invalid(
                    "question",
                    "is a question of the entry " + other.key() + " (" + other.question()
                            + ") already. Take it out there first.");
        });
        knowledge.put(
                bot,
                key,
                withSimilar(
                        entry,
                        Stream.concat(entry.similar().stream(), Stream.of(text)).toList()));
        InstantReply reply = new InstantReply(
                Ids.next(), text, key, TenantScope.requiredActor().name(), OffsetDateTime.now(clock));
        rows.put(tenant, bot, reply);
        events.publishEvent(new Audited("instant-reply.marked", key, null, Map.of("question", text)));
        return reply;
    }

    @Transactional
    public void unmark(TenantId tenant, BotId bot, UUID id) {
        InstantReply reply = rows.find(tenant, bot, id).orElseThrow(() -> Problem.notFound("instant reply"));
        rows.delete(tenant, bot, id);
        knowledge.byKeys(bot, List.of(reply.entryKey())).forEach(entry -> {
            List<String> left = entry.similar().stream()
                    .filter(own -> !Spelling.isSame(own, reply.question()))
                    .toList();
            if (left.size() < entry.similar().size()) {
                knowledge.put(bot, entry.key(), withSimilar(entry, left));
            }
        });
        events.publishEvent(
                new Audited("instant-reply.unmarked", reply.entryKey(), Map.of("question", reply.question()), null));
    }

    private static EntryDraft withSimilar(Entry entry, List<String> similar) {
        EntryDraft old = entry.toDraft();
        return new EntryDraft(
                old.key(),
                old.question(),
                similar,
                old.keywords(),
                old.answer(),
                old.needs(),
                old.validFrom(),
                old.validTo(),
                old.enabled(),
                old.version());
    }
}

package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.internal.EntryRows;
import io.xiaoer.knowledge.internal.EntryVersionRows;
import io.xiaoer.knowledge.internal.LexiconRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's bots are being taught; shoppers meet it only after a release. */
@Service
@Requires(Permission.VIEW)
public class KnowledgeDrafts {

    /** The most entries of a bot. Two changes at the same moment may exceed it by what they add. */
    public static final int MAX_ENTRIES = 20_000;

    private static final int MOST_ALIKE = 20;

    private final EntryRows rows;
    private final EntryVersionRows versions;
    private final LexiconRows lexicons;
    private final ObjectProvider<AnswerCheck> answerCheck;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnowledgeDrafts(
            EntryRows rows,
            EntryVersionRows versions,
            LexiconRows lexicons,
            ObjectProvider<AnswerCheck> answerCheck,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.lexicons = lexicons;
        this.answerCheck = answerCheck;
        this.events = events;
        this.clock = clock;
    }

    /** Entries in key order. */
    @Transactional(readOnly = true)
    public Page<Entry> list(BotId bot, @Nullable String cursor, int limit) {
        return Page.of(rows.after(TenantScope.required(), bot, Page.after(cursor), limit + 1), limit, Entry::key);
    }

    /** All entries that a release would hold. */
    @Transactional(readOnly = true)
    public List<Entry> enabled(BotId bot) {
        return rows.enabled(TenantScope.required(), bot);
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public Entry get(BotId bot, String key) {
        return rows.find(TenantScope.required(), bot, key).orElseThrow(() -> Problem.notFound("entry"));
    }

    /** @throws Problem if the draft is not valid, its key is taken, or the bot has {@link #MAX_ENTRIES} */
    @Transactional
    @Requires(Permission.EDIT)
    public Entry add(BotId bot, EntryDraft draft) {
        validate(draft);
        requireRoom(bot, 1);
        String key = draft.key() == null ? "e-" + Ids.next() : draft.key();
        Entry entry = draft.toEntry(key, lastVersion(bot, draft.key()) + 1);
        if (!rows.insert(TenantScope.required(), bot, entry, OffsetDateTime.now(clock))) {
            throw new Problem(Problem.Code.VERSION_CONFLICT, "An entry with the key " + key + " exists already.");
        }
        events.publishEvent(new Audited("entry.created", key, null, entry));
        return entry;
    }

    /** Adds a pack's entries, which the build has checked. */
    @Transactional
    @Requires(Permission.EDIT)
    public void addAll(BotId bot, List<EntryDraft> drafts) {
        requireRoom(bot, drafts.size());
        Map<String, Integer> last = versions.last(
                TenantScope.required(),
                bot,
                drafts.stream().map(EntryDraft::key).filter(Objects::nonNull).toList());
        List<Entry> entries = drafts.stream()
                .map(draft -> {
                    draft.validate();
                    String key = draft.key() == null ? "e-" + Ids.next() : draft.key();
                    return draft.toEntry(key, last.getOrDefault(key, 0) + 1);
                })
                .toList();
        int added = rows.insertAll(TenantScope.required(), bot, entries, OffsetDateTime.now(clock));
        // one line for all: each entry's own history has its words
        events.publishEvent(new Audited("entries.added", bot.toString(), null, Map.of("count", added)));
    }

    /** Changes an entry, or makes it under {@code key}. */
    @Transactional
    @Requires(Permission.EDIT)
    public Entry put(BotId bot, String key, EntryDraft draft) {
        EntryDraft keyed = new EntryDraft(
                key,
                draft.question(),
                draft.similar(),
                draft.keywords(),
                draft.answer(),
                draft.needs(),
                draft.validFrom(),
                draft.validTo(),
                draft.enabled(),
                draft.version());
        Optional<Entry> old = rows.find(TenantScope.required(), bot, key);
        if (old.isEmpty()) {
            if (draft.version() != null) {
                throw Problem.notFound("entry");
            }
            return add(bot, keyed);
        }
        validate(keyed);
        int version = old.get().version();
        if (draft.version() != null && draft.version() != version) {
            throw Problem.versionConflict();
        }
        Entry fresh = keyed.toEntry(key, version + 1);
        if (!rows.update(TenantScope.required(), bot, fresh, OffsetDateTime.now(clock))) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("entry.changed", key, old.get(), fresh));
        return fresh;
    }

    /** @throws Problem if there is none */
    @Transactional
    @Requires(Permission.EDIT)
    public void delete(BotId bot, String key) {
        delete(bot, key, null);
    }

    /**
     * @param version the version there must be; null for whatever is there
     * @throws Problem if there is none, or someone else changed it
     */
    @Transactional
    @Requires(Permission.EDIT)
    public void delete(BotId bot, String key, @Nullable Integer version) {
        TenantId tenant = TenantScope.required();
        Entry gone = rows.delete(tenant, bot, key, version, OffsetDateTime.now(clock))
                .orElseThrow(() -> rows.find(tenant, bot, key).isPresent()
                        ? Problem.versionConflict()
                        : Problem.notFound("entry"));
        events.publishEvent(new Audited("entry.deleted", key, gone, null));
    }

    /**
     * Gives an entry the words of one of its versions again, as a new version; also an entry that is gone.
     *
     * @param version the version there must be now; null for whatever is there
     * @throws Problem if there is no such version, its words would no longer be accepted, or the bot has {@link #MAX_ENTRIES}
     */
    @Transactional
    @Requires(Permission.EDIT)
    public Entry restore(BotId bot, String key, int number, @Nullable Integer version) {
        TenantId tenant = TenantScope.required();
        Entry wanted = versions.find(tenant, bot, key, number)
                .orElseThrow(() -> Problem.notFound("version"))
                .entry();
        validate(wanted.toDraft());
        Optional<Entry> old = rows.find(tenant, bot, key);
        int current = old.map(Entry::version).orElse(0);
        if (version != null && version != current) {
            throw Problem.versionConflict();
        }
        if (old.isEmpty()) {
            requireRoom(bot, 1);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Entry fresh = wanted.withVersion(old.map(Entry::version).orElseGet(() -> lastVersion(bot, key)) + 1);
        boolean written = old.isPresent()
                ? rows.updateRestored(tenant, bot, fresh, now)
                : rows.insertRestored(tenant, bot, fresh, now);
        if (!written) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("entry.restored", key, old.orElse(null), fresh));
        return fresh;
    }

    /**
     * Other entries that already have one of {@code texts} as their question or a similar one, but for case, spaces, punctuation and closing
     * particles.
     *
     * @param exceptKey the entry that is being edited; null for a new one
     */
    @Transactional(readOnly = true)
    public List<AlikeEntry> alike(BotId bot, @Nullable String exceptKey, List<String> texts) {
        return rows.alike(TenantScope.required(), bot, exceptKey, texts, MOST_ALIKE);
    }

    /** The entries that have these keys, in the keys' order. */
    @Transactional(readOnly = true)
    public List<Entry> byKeys(BotId bot, List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return rows.byKeys(TenantScope.required(), bot, keys).stream()
                .sorted(Comparator.comparingInt(entry -> keys.indexOf(entry.key())))
                .toList();
    }

    /** Lets several entries answer, or not, and returns how many that changed. */
    @Transactional
    @Requires(Permission.EDIT)
    public int setEnabled(BotId bot, List<String> keys, boolean enabled) {
        return rows.setEnabled(TenantScope.required(), bot, keys, enabled, OffsetDateTime.now(clock));
    }

    @Transactional(readOnly = true)
    public Lexicon lexicon(BotId bot) {
        return lexicons.find(TenantScope.required(), bot).orElseGet(Lexicon::empty);
    }

    /** The lexicon with the version that {@link #saveLexicon(BotId, Lexicon, Integer)} checks; 0 before the first. */
    @Transactional(readOnly = true)
    public VersionedLexicon versionedLexicon(BotId bot) {
        return lexicons.findVersioned(TenantScope.required(), bot)
                .orElseGet(() -> new VersionedLexicon(Lexicon.empty(), 0));
    }

    /** Writes over whatever is there. */
    @Transactional
    @Requires(Permission.EDIT)
    public void saveLexicon(BotId bot, Lexicon lexicon) {
        saveLexicon(bot, lexicon, null);
    }

    /**
     * @param version the version the change was made on; null changes whatever is there
     * @return the new version
     * @throws Problem if a word stands in two groups, or someone else changed the lexicon
     */
    @Transactional
    @Requires(Permission.EDIT)
    public int saveLexicon(BotId bot, Lexicon lexicon, @Nullable Integer version) {
        lexicon.validate();
        TenantId tenant = TenantScope.required();
        VersionedLexicon old = lexicons.lock(tenant, bot).orElseGet(() -> new VersionedLexicon(Lexicon.empty(), 0));
        if (version != null && version != old.version()) {
            throw Problem.versionConflict();
        }
        lexicons.save(tenant, bot, lexicon);
        events.publishEvent(new Audited("lexicon.changed", bot.toString(), old.lexicon(), lexicon));
        return old.version() + 1;
    }

    private void requireRoom(BotId bot, int more) {
        if (rows.count(TenantScope.required(), bot) + more > MAX_ENTRIES) {
            throw new Problem(
                    Problem.Code.QUOTA_EXCEEDED,
                    "A bot may have " + MAX_ENTRIES + " entries. Delete some it does not need.");
        }
    }

    private int lastVersion(BotId bot, @Nullable String key) {
        return key == null
                ? 0
                : versions.last(TenantScope.required(), bot, List.of(key)).getOrDefault(key, 0);
    }

    private void validate(EntryDraft draft) {
        draft.validate();
        AnswerCheck check = answerCheck.getIfAvailable();
        String answer = draft.answer();
        if (check != null && answer != null) {
            check.problemOf(answer, "en")
                    .ifPresent(problem ->
                            new FieldErrors().reject("answer", problem).throwIfAny());
        }
    }
}

package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.internal.EntryRows;
import io.xiaoer.knowledge.internal.LexiconRows;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's bots are being taught; shoppers meet it only after a release. */
@Service
@Requires(Permission.VIEW)
public class KnowledgeDrafts {

    private final EntryRows rows;
    private final LexiconRows lexicons;
    private final ObjectProvider<AnswerCheck> answerCheck;
    private final Clock clock;

    KnowledgeDrafts(EntryRows rows, LexiconRows lexicons, ObjectProvider<AnswerCheck> answerCheck, Clock clock) {
        this.rows = rows;
        this.lexicons = lexicons;
        this.answerCheck = answerCheck;
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

    /** @throws Problem if the draft is not valid or its key is taken */
    @Transactional
    @Requires(Permission.EDIT)
    public Entry add(BotId bot, EntryDraft draft) {
        validate(draft);
        String key = draft.key() == null ? "e-" + Ids.next() : draft.key();
        Entry entry = draft.toEntry(key, 1);
        if (!rows.insert(TenantScope.required(), bot, entry, OffsetDateTime.now(clock))) {
            throw new Problem(Problem.Code.VERSION_CONFLICT, "An entry with the key " + key + " exists already.");
        }
        return entry;
    }

    /** Adds a pack's entries, which the build has checked. */
    @Transactional
    @Requires(Permission.EDIT)
    public void addAll(BotId bot, List<EntryDraft> drafts) {
        List<Entry> entries = drafts.stream()
                .map(draft -> {
                    draft.validate();
                    return draft.toEntry(draft.key() == null ? "e-" + Ids.next() : draft.key(), 1);
                })
                .toList();
        rows.insertAll(TenantScope.required(), bot, entries, OffsetDateTime.now(clock));
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
        return fresh;
    }

    /** @throws Problem if there is none */
    @Transactional
    @Requires(Permission.EDIT)
    public void delete(BotId bot, String key) {
        if (!rows.delete(TenantScope.required(), bot, key)) {
            throw Problem.notFound("entry");
        }
    }

    @Transactional(readOnly = true)
    public Lexicon lexicon(BotId bot) {
        return lexicons.find(TenantScope.required(), bot).orElseGet(Lexicon::empty);
    }

    @Transactional
    @Requires(Permission.EDIT)
    public void saveLexicon(BotId bot, Lexicon lexicon) {
        lexicon.validate();
        lexicons.save(TenantScope.required(), bot, lexicon);
    }

    private void validate(EntryDraft draft) {
        draft.validate();
        AnswerCheck check = answerCheck.getIfAvailable();
        String answer = draft.answer();
        if (check != null && answer != null) {
            check.problemOf(answer)
                    .ifPresent(problem ->
                            new FieldErrors().reject("answer", problem).throwIfAny());
        }
    }
}

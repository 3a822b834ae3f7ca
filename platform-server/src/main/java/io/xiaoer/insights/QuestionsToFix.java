package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.insights.internal.MemberTexts;
import io.xiaoer.insights.internal.MendRows;
import io.xiaoer.insights.internal.MendingJudge;
import io.xiaoer.insights.internal.Mends;
import io.xiaoer.insights.internal.NearEntries;
import io.xiaoer.insights.internal.OutcomeLine;
import io.xiaoer.insights.internal.QuestionReads;
import io.xiaoer.insights.internal.QuestionSorter;
import io.xiaoer.insights.internal.Suggestions;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effects;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions that the bound shop's bots fail, each once however it is worded, and what may be done about them. */
@Service
@Requires(Permission.VIEW)
public class QuestionsToFix {

    /** Of how many samples it is learnt how people answer. */
    private static final int LEARNT_FROM = 30;

    private static final int MOST_WORDINGS = 200;

    private final QuestionReads reads;
    private final MemberTexts texts;
    private final MendRows mends;
    private final NearEntries near;
    private final QuestionSorter sorter;
    private final MendingJudge judge;
    private final OutcomeLine line;
    private final KnowledgeDrafts drafts;
    private final Effects effects;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QuestionsToFix(
            QuestionReads reads,
            MemberTexts texts,
            MendRows mends,
            NearEntries near,
            QuestionSorter sorter,
            MendingJudge judge,
            OutcomeLine line,
            KnowledgeDrafts drafts,
            Effects effects,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.reads = reads;
        this.texts = texts;
        this.mends = mends;
        this.near = near;
        this.sorter = sorter;
        this.judge = judge;
        this.line = line;
        this.drafts = drafts;
        this.effects = effects;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those that fail most people first; open ones that failed nobody in the time are not among them. */
    @Transactional(readOnly = true)
    public Page<QuestionCluster> list(BotId bot, ClusterFilter filter, @Nullable String cursor, int limit) {
        return reads.list(bot, filter, cursor, limit);
    }

    /** How many open ones there are, by why they fail; causes of which there are none are not in it. */
    @Transactional(readOnly = true)
    public Map<Cause, Integer> open(BotId bot) {
        return reads.open(bot);
    }

    /**
     * Counted over {@link ClusterFilter#DEFAULT_DAYS}.
     *
     * @throws Problem if the bot has no such question
     */
    @Transactional(readOnly = true)
    public QuestionCluster get(BotId bot, String id) {
        return reads.get(bot, id);
    }

    /** Newest first, different wordings before the same again. */
    @Transactional(readOnly = true)
    public List<QuestionSample> samples(BotId bot, UUID id, int limit) {
        return samples(bot, List.of(id), limit).getOrDefault(id, List.of());
    }

    /** The same of several questions, of each so many at most. */
    @Transactional(readOnly = true)
    public Map<UUID, List<QuestionSample>> samples(BotId bot, List<UUID> ids, int mostEach) {
        return texts.samples(TenantScope.required(), bot, ids, mostEach);
    }

    /** The entries of the draft that are nearest to it, nearest first. Outside of any transaction. */
    public List<NearEntry> nearest(BotId bot, UUID id) {
        String question = inTransaction(() -> reads.get(bot, id)).question();
        return near.of(bot, List.of(question)).getOrDefault(question, List.of());
    }

    /** The same of several questions. */
    public Map<UUID, List<NearEntry>> nearest(BotId bot, List<QuestionCluster> questions) {
        return near.ofClusters(bot, questions);
    }

    /** How it was worded, the most frequent first, each once. */
    @Transactional(readOnly = true)
    public List<String> wordings(BotId bot, UUID id, int limit) {
        return texts.wordings(TenantScope.required(), bot, id, limit);
    }

    /**
     * What a form may begin with.
     *
     * @param entryKey the entry that is meant; null if that is not chosen yet
     * @throws Problem if the bot has no such question or entry
     */
    @Transactional(readOnly = true)
    public Mend suggested(BotId bot, UUID id, Mend.As as, @Nullable String entryKey) {
        QuestionCluster question = reads.get(bot, id);
        Entry entry = entryKey == null ? null : drafts.get(bot, entryKey);
        return switch (as) {
            case KEYWORD -> Suggestions.keyword(question.question(), wordings(bot, id, MOST_WORDINGS), entry);
            case SIMILAR -> Suggestions.similar(wordings(bot, id, MOST_WORDINGS), entry);
            case ENTRY ->
                Suggestions.entry(question.question(), wordings(bot, id, MOST_WORDINGS), samples(bot, id, LEARNT_FROM));
            case CONNECT -> Mend.connect();
            case IGNORE -> Mend.ignore();
        };
    }

    /**
     * What would change if it were mended so; nothing is kept. May take seconds. Outside of any transaction.
     *
     * @throws Problem if the mending is not valid
     */
    @Requires(Permission.EDIT)
    public Effect preview(BotId bot, UUID id, Mend mend) {
        Mends.validate(mend);
        return effects.of(bot, inTransaction(() -> {
            reads.get(bot, id);
            return switch (mend.as()) {
                case KEYWORD, SIMILAR -> List.of(changed(bot, mend));
                case ENTRY -> List.of(Mends.fresh(mend));
                case CONNECT, IGNORE -> List.<EntryDraft>of();
            };
        }));
    }

    /**
     * Mends it in the draft, or ignores it.
     *
     * @throws Problem if the mending is not valid, or somebody else changed the entry at the same moment
     */
    @Transactional
    @Requires(Permission.EDIT)
    public QuestionCluster resolve(BotId bot, UUID id, Mend mend) {
        Mends.validate(mend);
        QuestionCluster before = reads.get(bot, id);
        String key = switch (mend.as()) {
            case KEYWORD, SIMILAR -> changedEntry(bot, changed(bot, mend)).key();
            case ENTRY -> drafts.add(bot, Mends.fresh(mend)).key();
            case CONNECT, IGNORE -> null;
        };
        State state = switch (mend.as()) {
            case KEYWORD, SIMILAR, ENTRY -> State.DRAFTED;
            case CONNECT -> State.WATCHED;
            case IGNORE -> State.IGNORED;
        };
        OffsetDateTime now = OffsetDateTime.now(clock);
        mends.mend(
                TenantScope.required(),
                bot,
                id,
                mend,
                key,
                state,
                TenantScope.requiredActor().name(),
                now,
                mend.as() == Mend.As.CONNECT ? now : null);
        events.publishEvent(new Audited(
                "question.mended",
                id.toString(),
                before.state().key(),
                new Done(mend.as().key(), key)));
        return reads.get(bot, id);
    }

    /** What the audit trail keeps of it: no shopper's words. */
    private record Done(String as, @Nullable String entryKey) {}

    private EntryDraft changed(BotId bot, Mend mend) {
        return Mends.changed(drafts.get(bot, Objects.requireNonNull(mend.entryKey())), mend);
    }

    private Entry changedEntry(BotId bot, EntryDraft draft) {
        return drafts.put(bot, Objects.requireNonNull(draft.key()), draft);
    }

    /** It is to be fixed again. What was changed in the draft stays. */
    @Transactional
    @Requires(Permission.EDIT)
    public QuestionCluster reopen(BotId bot, UUID id) {
        QuestionCluster before = reads.get(bot, id);
        mends.reopen(TenantScope.required(), bot, id);
        events.publishEvent(
                new Audited("question.reopened", id.toString(), before.state().key(), State.OPEN.key()));
        return reads.get(bot, id);
    }

    /** Takes in what failed since and sees whether what went live works, as a job does every few minutes. Outside of any transaction. */
    public void refresh(BotId bot) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        sorter.sort(tenant, bot);
        judge.judge(tenant, bot);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}

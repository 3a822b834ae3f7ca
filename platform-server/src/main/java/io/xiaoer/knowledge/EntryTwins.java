package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.internal.TwinRows;
import io.xiaoer.knowledge.internal.twins.Twins.Twin;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of the bound shop's draft entries that ask nearly the same, and what a person makes of them. */
@Service
@Requires(Permission.VIEW)
public class EntryTwins {

    /**
     * The most questions of a bot, similar ones included, among which pairs are looked for. Beyond, what was found before stays listed, and what is
     * new or changed is not compared: the work grows with the square of their number.
     */
    public static final int MAX_PHRASINGS = 100_000;

    /** The most pairs that are read at once. */
    public static final int MAX = 200;

    private final TwinRows rows;
    private final KnowledgeDrafts drafts;
    private final Meanings meanings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryTwins(
            TwinRows rows, KnowledgeDrafts drafts, Meanings meanings, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.meanings = meanings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Two entries and the two of their questions that are nearest to each other.
     *
     * @param similarity a cosine, at most 1
     */
    public record Pair(Entry one, Entry other, String textOne, String textOther, float similarity) {}

    /** How two entries became one: the versions they had, which bring them back. */
    public record Merged(String kept, int keptVersion, int keptNow, String gone, int goneVersion) {}

    /** Pairs that nobody dismissed, the nearest first; {@code text} leaves out those in which it stands nowhere. */
    @Transactional(readOnly = true)
    public List<Pair> list(BotId bot, String text, int offset, int limit) {
        new FieldErrors()
                .optionalText("text", text, EntrySearch.MAX_TEXT)
                .rejectIf(limit < 1 || limit > MAX, "limit", "must be between 1 and " + MAX)
                .throwIfAny();
        List<Twin> twins = rows.open(TenantScope.required(), bot, text.strip(), offset, limit);
        Map<String, Entry> entries = drafts
                .byKeys(
                        bot,
                        twins.stream()
                                .flatMap(twin -> Stream.of(twin.keyA(), twin.keyB()))
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        List<Pair> pairs = new ArrayList<>();
        for (Twin twin : twins) {
            Entry one = entries.get(twin.keyA());
            Entry other = entries.get(twin.keyB());
            if (one != null && other != null) {
                pairs.add(new Pair(one, other, twin.textA(), twin.textB(), twin.similarity()));
            }
        }
        return pairs;
    }

    /** How many entries changed since they were compared; they are, within minutes, unless {@link #isTooMuch}. */
    @Transactional(readOnly = true)
    public int pending(BotId bot) {
        return rows.pending(TenantScope.required(), bot, meanings.model());
    }

    /** Whether the bot has more questions than are compared, {@link #MAX_PHRASINGS}. */
    @Transactional(readOnly = true)
    public boolean isTooMuch(BotId bot) {
        return rows.phrasings(TenantScope.required(), bot) > MAX_PHRASINGS;
    }

    /**
     * Makes one of two: the entry that is kept answers the other's questions too, in its own words.
     *
     * @param kept as the person saw it
     * @param gone as the person saw it
     * @throws Problem if someone else changed either, or the kept one would have too many questions
     */
    @Transactional
    @Requires(Permission.EDIT)
    public Merged merge(BotId bot, Entry kept, Entry gone) {
        Set<String> similar = new LinkedHashSet<>(kept.similar());
        similar.add(gone.question());
        similar.addAll(gone.similar());
        similar.remove(kept.question());
        Set<String> keywords = new LinkedHashSet<>(kept.keywords());
        keywords.addAll(gone.keywords());
        Entry now = drafts.put(
                bot,
                kept.key(),
                new EntryDraft(
                        kept.key(),
                        kept.question(),
                        List.copyOf(similar),
                        List.copyOf(keywords),
                        kept.answer(),
                        kept.needs(),
                        kept.validFrom(),
                        kept.validTo(),
                        kept.enabled(),
                        kept.version()));
        drafts.delete(bot, gone.key(), gone.version());
        return new Merged(kept.key(), kept.version(), now.version(), gone.key(), gone.version());
    }

    /**
     * Makes two of one again.
     *
     * @throws Problem if someone changed the kept one since
     */
    @Transactional
    @Requires(Permission.EDIT)
    public void undo(BotId bot, Merged merged) {
        drafts.restore(bot, merged.kept(), merged.keptVersion(), merged.keptNow());
        drafts.restore(bot, merged.gone(), merged.goneVersion(), null);
    }

    /** Two entries are different questions; they are no longer listed. */
    @Transactional
    @Requires(Permission.EDIT)
    public void dismiss(BotId bot, String one, String other) {
        TenantId tenant = TenantScope.required();
        String a = one.compareTo(other) < 0 ? one : other;
        String b = one.compareTo(other) < 0 ? other : one;
        if (!rows.areTwins(tenant, bot, a, b)) {
            throw Problem.notFound("pair");
        }
        if (rows.dismiss(tenant, bot, a, b, TenantScope.requiredActor().name(), OffsetDateTime.now(clock))) {
            events.publishEvent(new Audited("twins.dismissed", a, null, Map.of("other", b)));
        }
    }

    /** Takes a dismissal back. */
    @Transactional
    @Requires(Permission.EDIT)
    public void undismiss(BotId bot, String one, String other) {
        String a = one.compareTo(other) < 0 ? one : other;
        String b = one.compareTo(other) < 0 ? other : one;
        if (rows.undismiss(TenantScope.required(), bot, a, b)) {
            events.publishEvent(new Audited("twins.listed", a, Map.of("other", b), null));
        }
    }
}

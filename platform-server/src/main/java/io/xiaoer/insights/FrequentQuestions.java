package io.xiaoer.insights;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Spelling;
import io.xiaoer.bots.BotId;
import io.xiaoer.insights.FrequentQuestion.State;
import io.xiaoer.insights.internal.InstantMarks;
import io.xiaoer.insights.internal.InstantRows;
import io.xiaoer.insights.internal.OutcomeLine;
import io.xiaoer.insights.internal.ReportRows;
import io.xiaoer.insights.internal.ReportRows.By;
import io.xiaoer.insights.internal.ReportRows.Time;
import io.xiaoer.insights.internal.ReportRows.Typed;
import io.xiaoer.insights.internal.ReportTurns;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bound shop's shoppers ask most, and which of it is answered at once (秒回). Marking a question makes it a similar question of its entry
 * in the draft, so that after the next release it need not be searched for; unmarking takes it out again.
 */
@Service
@Requires(Permission.VIEW)
public class FrequentQuestions {

    /** The most that are listed. */
    public static final int MOST = 200;

    /** Where nobody says which entry a question belongs to, so many days tell. */
    private static final int DAYS_TOLD = 30;

    private final ReportRows rows;
    private final InstantRows marks;
    private final InstantMarks marking;
    private final ReportTurns turns;
    private final OutcomeLine line;
    private final CompiledReleases releases;
    private final Rollouts rollouts;
    private final KnowledgeDrafts knowledge;
    private final Shops shops;
    private final Clock clock;

    FrequentQuestions(
            ReportRows rows,
            InstantRows marks,
            InstantMarks marking,
            ReportTurns turns,
            OutcomeLine line,
            CompiledReleases releases,
            Rollouts rollouts,
            KnowledgeDrafts knowledge,
            Shops shops,
            Clock clock) {
        this.rows = rows;
        this.marks = marks;
        this.marking = marking;
        this.turns = turns;
        this.line = line;
        this.releases = releases;
        this.rollouts = rollouts;
        this.knowledge = knowledge;
        this.shops = shops;
        this.clock = clock;
    }

    /** A text, how often and by whom it was typed. */
    private record Asked(Typed typed, By by) {}

    /**
     * Most often asked first. Not for use in a transaction.
     *
     * @param limit at most {@link #MOST}
     */
    public List<FrequentQuestion> top(BotId bot, Period period, int limit) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        ZoneId zone = shops.current().timeZone();
        List<Asked> asked = turns.take(() -> asked(tenant, bot, new Time(period.begin(zone), period.end(zone)), limit));
        if (asked.isEmpty()) {
            return List.of();
        }
        CompiledRelease live = releases.get(bot, rollouts.get(bot).liveRelease());
        Instant now = clock.instant();
        Map<String, List<String>> named = new HashMap<>();
        asked.forEach(
                one -> named.put(one.typed().text(), live.named(one.typed().text(), now)));
        Map<String, InstantReply> marked = turns.take(() -> marks.all(tenant, bot)).stream()
                .collect(Collectors.toMap(InstantReply::question, Function.identity()));
        List<String> keys = asked.stream()
                .flatMap(one -> Stream.of(
                                only(named.getOrDefault(one.typed().text(), List.of())),
                                Optional.ofNullable(one.by().entryKey()),
                                Optional.ofNullable(marked.get(one.typed().text()))
                                        .map(InstantReply::entryKey))
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
        Map<String, Entry> draft =
                knowledge.byKeys(bot, keys).stream().collect(Collectors.toMap(Entry::key, Function.identity()));
        return asked.stream()
                .map(one -> frequent(
                        one,
                        named.getOrDefault(one.typed().text(), List.of()),
                        marked.get(one.typed().text()),
                        draft))
                .toList();
    }

    private List<Asked> asked(TenantId tenant, BotId bot, Time time, int limit) {
        List<Typed> typed = rows.frequent(tenant, bot, time);
        Map<String, By> by =
                rows.by(tenant, bot, time, typed.stream().map(Typed::text).toList());
        return typed.stream()
                .filter(one -> by.containsKey(one.text()))
                .limit(Math.clamp(limit, 1, MOST))
                .map(one -> new Asked(one, Objects.requireNonNull(by.get(one.text()))))
                .toList();
    }

    private static FrequentQuestion frequent(
            Asked asked, List<String> named, @Nullable InstantReply mark, Map<String, Entry> draft) {
        String text = asked.typed().text();
        Entry marked = mark == null ? null : draft.get(mark.entryKey());
        Entry holding = marked != null && InstantMarks.asks(marked, text) ? marked : null;
        Optional<String> atOnce = only(named);
        String usual = holding == null ? asked.by().entryKey() : holding.key();
        String key = atOnce.isPresent() ? atOnce.get() : usual;
        Entry entry = key == null ? null : draft.get(key);
        State state;
        if (atOnce.isPresent()) {
            state = State.INSTANT;
        } else if (entry == null) {
            state = State.UNANSWERED;
        } else {
            state = entry.enabled() && InstantMarks.asks(entry, text) ? State.WAITING : State.SEARCHED;
        }
        return new FrequentQuestion(
                text,
                asked.typed().count(),
                asked.by().shoppers(),
                state,
                key,
                entry == null ? null : entry.question(),
                holding == null || mark == null ? null : mark.id().toString());
    }

    /** Several entries that are named at once are offered, not answered. */
    private static Optional<String> only(List<String> named) {
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** What is marked and still a question of its entry in the draft, newest first. */
    @Transactional(readOnly = true)
    public List<InstantReply> marked(BotId bot) {
        List<InstantReply> all = marks.all(TenantScope.required(), bot);
        Map<String, Entry> draft =
                knowledge
                        .byKeys(
                                bot,
                                all.stream()
                                        .map(InstantReply::entryKey)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Entry::key, Function.identity()));
        List<InstantReply> standing = new ArrayList<>();
        for (InstantReply reply : all) {
            Entry entry = draft.get(reply.entryKey());
            if (entry != null && InstantMarks.asks(entry, reply.question())) {
                standing.add(reply);
            }
        }
        return standing;
    }

    /**
     * Makes a question one of an entry's in the draft.
     *
     * @param entryKey null for the entry that mostly answered it lately
     * @throws Problem if there is no such entry, it is switched off, or it or another has the question already
     */
    @Requires(Permission.EDIT)
    public InstantReply mark(BotId bot, String question, @Nullable String entryKey) {
        String text = Spelling.plain(question);
        if (text.isEmpty()) {
            throw Problem.invalid("question", "must say something");
        }
        String key = entryKey == null ? answering(bot, text) : entryKey;
        return marking.mark(TenantScope.required(), bot, text, key);
    }

    private String answering(BotId bot, String text) {
        TenantId tenant = TenantScope.required();
        ZoneId zone = shops.current().timeZone();
        Period lately = Period.last(DAYS_TOLD, LocalDate.now(clock.withZone(zone)));
        By by = turns.take(() -> rows.by(tenant, bot, new Time(lately.begin(zone), lately.end(zone)), List.of(text)))
                .get(text);
        String key = by == null ? null : by.entryKey();
        if (key == null) {
            throw Problem.invalid("entryKey", "must name the entry that answers it: none has lately");
        }
        return key;
    }

    /** @throws Problem if there is no such mark */
    @Requires(Permission.EDIT)
    public void unmark(BotId bot, String id) {
        marking.unmark(TenantScope.required(), bot, Ids.parse(id).orElseThrow(() -> Problem.notFound("instant reply")));
    }
}

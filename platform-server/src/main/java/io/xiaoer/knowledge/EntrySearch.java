package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryFilter.State;
import io.xiaoer.knowledge.internal.EntrySearchRows;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds draft entries of the bound shop's bots among thousands. */
@Service
@Requires(Permission.VIEW)
public class EntrySearch {

    /** How long an entry must have gone without a reply to count as never hit. */
    public static final Duration UNUSED_AFTER = Duration.ofDays(30);

    static final int MAX_TEXT = 100;

    private final EntrySearchRows rows;
    private final EntryUse use;
    private final Clock clock;

    EntrySearch(EntrySearchRows rows, EntryUse use, Clock clock) {
        this.rows = rows;
        this.use = use;
        this.clock = clock;
    }

    /** In what order rows come. */
    public enum Order {
        QUESTION,
        UPDATED
    }

    /**
     * What a list of entries says beside its rows.
     *
     * @param byState how many entries each state has, under one text
     * @param hits replies by entry key in the time that {@link State#NEVER_HIT} looks at
     */
    public record Counts(Map<State, Integer> byState, Map<String, Long> hits) {

        public int of(State state) {
            return byState.getOrDefault(state, 0);
        }
    }

    /**
     * @param counts of the same text: which entries were used is not counted again for each page
     * @param offset rows to leave out, for lists that scroll anywhere
     */
    @Transactional(readOnly = true)
    public List<EntryRow> rows(BotId bot, EntryFilter filter, Order order, Counts counts, int offset, int limit) {
        validate(filter);
        Set<String> used = filter.state() == State.NEVER_HIT ? counts.hits().keySet() : Set.of();
        return rows.find(TenantScope.required(), bot, filter, order, now(), used, offset, limit);
    }

    /** How many rows a filter has. */
    @Transactional(readOnly = true)
    public int count(BotId bot, EntryFilter filter) {
        validate(filter);
        return rows.count(TenantScope.required(), bot, filter, now(), used(bot, filter.state()));
    }

    /** How many rows each state would have under the same text, and how often each entry was used. */
    @Transactional(readOnly = true)
    public Counts counts(BotId bot, String text) {
        EntryFilter filter = new EntryFilter(text, State.ALL);
        validate(filter);
        Map<String, Long> hits = use.since(bot, since());
        return new Counts(rows.counts(TenantScope.required(), bot, filter, now(), hits.keySet()), hits);
    }

    private Set<String> used(BotId bot, State state) {
        return state == State.NEVER_HIT ? use.since(bot, since()).keySet() : Set.of();
    }

    private Instant since() {
        return clock.instant().minus(UNUSED_AFTER);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static void validate(EntryFilter filter) {
        new FieldErrors().optionalText("text", filter.text(), MAX_TEXT).throwIfAny();
    }
}

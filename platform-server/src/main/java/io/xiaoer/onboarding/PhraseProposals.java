package io.xiaoer.onboarding;

import io.xiaoer.onboarding.PhraseProposal.State;
import io.xiaoer.onboarding.internal.PhraseReads;
import io.xiaoer.onboarding.internal.PhraseRows;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What enough shops of a trade are asked in the same words without their bots understanding it, for whoever keeps the trade's pack. */
@Service
@Requires(Permission.OPERATE)
public class PhraseProposals {

    /** The fewest shops of whose shoppers something is shown. */
    public static final int FEWEST_SHOPS = 5;

    /** The fewest shoppers of a shop that must say it for the shop to count. */
    public static final int FEWEST_SHOPPERS = 2;

    private final PhraseReads reads;
    private final PhraseRows rows;
    private final JsonMapper json;
    private final Clock clock;

    PhraseProposals(PhraseReads reads, PhraseRows rows, JsonMapper json, Clock clock) {
        this.reads = reads;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** What a pack's keeper goes on from. */
    private record Skeleton(String key, String question, List<String> similar, List<String> keywords, String answer) {
        static Skeleton of(PhraseProposal proposal) {
            return new Skeleton(
                    "asked-" + proposal.id().toString().substring(24), proposal.text(), List.of(), List.of(), "");
        }
    }

    private record Skeletons(List<Skeleton> entries) {}

    /**
     * Those that most shops are asked first.
     *
     * @param vertical null for all
     * @param cursor from the page before; null for the first page
     */
    public Page<PhraseProposal> list(State state, @Nullable String vertical, @Nullable String cursor, int limit) {
        int offset = Page.afterNumber(cursor, 0);
        if (offset < 0) {
            throw Problem.invalid("cursor", "must be a nextCursor from an earlier page");
        }
        return Page.of(reads.list(state, vertical, offset, limit + 1), limit, last -> Integer.toString(offset + limit));
    }

    /** How many there are in each state. */
    public Map<State, Integer> counts() {
        return reads.counts();
    }

    /**
     * Decides what becomes of one; it can be decided anew.
     *
     * @throws Problem if there is none
     */
    @Transactional
    public PhraseProposal decide(UUID id, State state) {
        PhraseProposal proposal = reads.find(id).orElseThrow(() -> Problem.notFound("proposal"));
        String by = state == State.OPEN ? null : TenantScope.requiredActor().name();
        OffsetDateTime at = state == State.OPEN ? null : OffsetDateTime.now(clock);
        if (!rows.decide(id, state, by, at)) {
            throw Problem.notFound("proposal");
        }
        return new PhraseProposal(
                id,
                proposal.vertical(),
                proposal.locale(),
                proposal.text(),
                proposal.shops(),
                state,
                proposal.firstOn(),
                proposal.lastOn(),
                by,
                at);
    }

    /** What was taken for a pack, as entries to be completed: JSON in the form of a pack's files. */
    public byte[] skeletons(String vertical) {
        List<Skeleton> entries =
                reads.taken(vertical).stream().map(Skeleton::of).toList();
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Skeletons(entries))
                .getBytes(StandardCharsets.UTF_8);
    }
}

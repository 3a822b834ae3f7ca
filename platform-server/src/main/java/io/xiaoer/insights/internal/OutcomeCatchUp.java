package io.xiaoer.insights.internal;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.AskedQuestions.Given;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds receipts of which nothing was recorded: those of a node that ended before it had, those that came while the line was full, and those from
 * before outcomes were kept.
 */
@Component
class OutcomeCatchUp {

    /** How far back is looked the first time. */
    private static final Duration BEFORE = Duration.ofDays(30);

    /** A receipt bears the time at which its turn began; it may be committed some time later. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 40;

    private final AskedQuestions asked;
    private final OutcomeRows rows;
    private final CaughtUpRows progress;
    private final OutcomeRecorder recorder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutcomeCatchUp(
            AskedQuestions asked,
            OutcomeRows rows,
            CaughtUpRows progress,
            OutcomeRecorder recorder,
            TransactionTemplate transaction,
            Clock clock) {
        this.asked = asked;
        this.rows = rows;
        this.progress = progress;
        this.recorder = recorder;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Given receipts, and those of them that nothing was recorded of. */
    private record Found(List<Given> all, List<Place> missing) {}

    /** Of the bound shop, a bounded piece of its work; the rest has its turn in the next round. */
    void catchUp(TenantId tenant) {
        OffsetDateTime begun = Objects.requireNonNull(transaction.execute(status -> progress.readTo(tenant)
                .map(read -> read.minus(LONGEST_TURN))
                .orElseGet(() -> OffsetDateTime.now(clock).minus(BEFORE))));
        Given after = Given.since(begun);
        Given last = null;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            Given from = after;
            Found found = Objects.requireNonNull(transaction.execute(status -> find(tenant, from)));
            if (found.all().isEmpty()) {
                break;
            }
            if (!found.missing().isEmpty()) {
                recorder.record(tenant, found.missing());
            }
            last = found.all().getLast();
            after = last;
            if (found.all().size() < BATCH) {
                break;
            }
        }
        if (last != null && last.at().isAfter(begun.plus(LONGEST_TURN))) {
            OffsetDateTime read = last.at();
            transaction.executeWithoutResult(status -> progress.save(tenant, read));
        }
    }

    private Found find(TenantId tenant, Given after) {
        List<Given> given = asked.givenAfter(after, BATCH);
        if (given.isEmpty()) {
            return new Found(given, List.of());
        }
        Set<ConversationId> conversations =
                given.stream().map(one -> one.receipt().conversation()).collect(Collectors.toSet());
        Set<Place> recorded = rows.recorded(tenant, conversations);
        return new Found(
                given,
                given.stream()
                        .map(Given::receipt)
                        .filter(receipt -> !recorded.contains(receipt))
                        .toList());
    }
}

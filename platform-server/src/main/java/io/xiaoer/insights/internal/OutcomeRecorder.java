package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.AskedQuestions.FailedTurn;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.insights.internal.OutcomeRows.Standing;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what became of questions, each once, however often it is told of one. */
@Component
class OutcomeRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);

    private final OutcomeRows rows;
    private final AskedQuestions asked;
    private final AskedAgain askedAgain;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutcomeRecorder(
            OutcomeRows rows,
            AskedQuestions asked,
            AskedAgain askedAgain,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.asked = asked;
        this.askedAgain = askedAgain;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What these receipts tell; of the bound tenant, and outside of any transaction. */
    void record(TenantId tenant, Collection<Place> receipts) {
        List<AskedQuestion> fresh = Objects.requireNonNull(transaction.execute(status -> write(tenant, receipts)));
        fresh.stream().map(AskedQuestion::bot).distinct().forEach(bot -> tell(tenant, bot));
        askedAgain.judge(tenant, fresh);
    }

    private List<AskedQuestion> write(TenantId tenant, Collection<Place> receipts) {
        // before anything is read of a shopper who is being erased
        rows.lockTogether(tenant);
        List<AskedQuestion> all = asked.of(receipts);
        Set<Place> inserted = new HashSet<>(
                insert(tenant, all.stream().filter(one -> one.staff() != null).toList(), Map.of()));
        List<AskedQuestion> ofSomebody =
                all.stream().filter(one -> one.staff() == null).toList();
        if (!ofSomebody.isEmpty()) {
            Set<ConversationId> theirs =
                    ofSomebody.stream().map(AskedQuestion::conversation).collect(Collectors.toSet());
            inserted.addAll(insert(tenant, ofSomebody, rows.standings(tenant, theirs)));
        }
        for (AskedQuestion one : all) {
            boolean isFresh = inserted.contains(new Place(one.conversation(), one.question()));
            Boolean helpful = one.helpful();
            if (isFresh && one.chosen()) {
                rows.choiceTaken(tenant, one.conversation(), one.question());
            } else if (!isFresh && helpful != null) {
                rows.helped(tenant, one.conversation(), one.reply(), helpful);
            }
        }
        return all.stream()
                .filter(one -> inserted.contains(new Place(one.conversation(), one.question())))
                .toList();
    }

    private Set<Place> insert(TenantId tenant, List<AskedQuestion> all, Map<ConversationId, Standing> standings) {
        return rows.insert(
                tenant, all.stream().map(one -> outcome(one, standings)).toList());
    }

    /** Who writes to a person stands where they stood when the bot still answered them. */
    private static Outcome outcome(AskedQuestion one, Map<ConversationId, Standing> standings) {
        Boolean staff = one.staff();
        Standing standing = staff == null
                ? standings.getOrDefault(one.conversation(), Standing.NONE)
                : new Standing(staff, one.pilot());
        OutcomeKind kind = OutcomeKind.ofReply(one.kind());
        return new Outcome(
                one.conversation(),
                one.question(),
                one.reply(),
                one.bot(),
                one.shopper(),
                standing.pilot(),
                standing.staff(),
                one.release(),
                kind,
                one.handover(),
                one.entryKey(),
                one.missing(),
                false,
                one.helpful(),
                false,
                one.micros(),
                one.pageKind(),
                one.instant(),
                kind.isQuestion() && !standing.staff() ? one.text() : null,
                one.at());
    }

    /** A turn that failed; the same message that fails again counts once. */
    void recordFailure(TenantId tenant, ConversationId conversation) {
        Objects.requireNonNull(transaction.execute(status -> {
                    rows.lockTogether(tenant);
                    Optional<FailedTurn> failed = asked.failedIn(conversation);
                    failed.ifPresent(turn -> rows.insert(tenant, List.of(failure(conversation, turn))));
                    return failed;
                }))
                .ifPresent(turn -> tell(tenant, turn.bot()));
    }

    private Outcome failure(ConversationId conversation, FailedTurn turn) {
        return new Outcome(
                conversation,
                -turn.question(),
                null,
                turn.bot(),
                turn.shopper(),
                turn.pilot(),
                turn.staff(),
                turn.release(),
                OutcomeKind.ERROR,
                null,
                null,
                null,
                false,
                null,
                false,
                null,
                turn.pageKind(),
                false,
                null,
                OffsetDateTime.now(clock));
    }

    /** Whoever watches looks at the bot again. */
    void tell(TenantId tenant, BotId bot) {
        try {
            events.publishEvent(new OutcomesRecorded(tenant, bot));
        } catch (RuntimeException e) {
            LOG.warn("Somebody who watches the outcomes of bot {} failed", bot, e);
        }
    }
}

package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Utterance;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the live release would answer to a shopper's last questions, over the shopper's own facts. */
@Component
class Suggestions {

    private static final int LOOKED_AT = 20;
    private static final int QUESTIONS = 3;
    private static final int MOST = 3;

    /** A match of which the engine is less sure helps nobody. */
    private static final double LEAST = 0.1;

    private final ConversationRows rows;
    private final Rollouts rollouts;
    private final CompiledReleases releases;
    private final Engine engine;
    private final Situations situations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Suggestions(
            ConversationRows rows,
            Rollouts rollouts,
            CompiledReleases releases,
            Engine engine,
            Situations situations,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.rollouts = rollouts;
        this.releases = releases;
        this.engine = engine;
        this.situations = situations;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Asked(Conversation conversation, List<String> questions) {}

    /** Not for use in a transaction: a release may have to be loaded, and the shop's own system may be asked. */
    List<SuggestedReply> of(ConversationId id) {
        Asked asked = Objects.requireNonNull(transaction.execute(status -> asked(id)));
        Conversation conversation = asked.conversation();
        CompiledRelease release = releases.get(
                conversation.bot(), rollouts.get(conversation.bot()).liveRelease());
        Instant now = clock.instant();
        Situations.Known known = situations.of(conversation.shopper(), conversation.page());
        Map<String, Double> likely = new HashMap<>();
        for (String question : asked.questions()) {
            likely(release, question, now).forEach((key, chance) -> likely.merge(key, chance, Math::max));
        }
        List<SuggestedReply> suggested = new ArrayList<>();
        likely.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> suggestion(
                                release, conversation, known, entry.getKey(), entry.getValue(), asked.questions(), now)
                        .ifPresent(suggested::add));
        return suggested;
    }

    /** What the shopper said since a person last spoke; the newest of it, newest first. */
    private Asked asked(ConversationId id) {
        TenantId tenant = TenantScope.required();
        Conversation conversation = rows.find(tenant, id).orElseThrow(() -> Problem.notFound("conversation"));
        List<String> questions = rows.last(tenant, id, LOOKED_AT).reversed().stream()
                .takeWhile(message -> message.author() != Author.PERSON)
                .filter(message ->
                        message.author() == Author.SHOPPER && !message.text().isBlank())
                .limit(QUESTIONS)
                .map(Message::text)
                .toList();
        return new Asked(conversation, questions);
    }

    /** How likely each entry is meant: what would be answered or offered, and what came near. */
    private Map<String, Double> likely(CompiledRelease release, String question, Instant now) {
        Plan plan = engine.understand(release, History.none(), question, now);
        Map<String, Double> likely = new HashMap<>();
        plan.candidates().forEach(candidate -> likely.put(candidate.entryKey(), candidate.probability()));
        var best = plan.trace().best();
        if (!best.isEmpty()) {
            double top = best.getFirst().score();
            best.stream()
                    .filter(match -> top > 0)
                    .forEach(match ->
                            likely.putIfAbsent(match.entryKey(), plan.trace().probability() * match.score() / top));
        }
        likely.values().removeIf(chance -> chance < LEAST);
        return likely;
    }

    private Optional<SuggestedReply> suggestion(
            CompiledRelease release,
            Conversation conversation,
            Situations.Known known,
            String key,
            double chance,
            List<String> questions,
            Instant now) {
        Reply reply = engine.answer(
                        release,
                        new Utterance(
                                History.none(),
                                conversation.focus(),
                                known.records().goods(),
                                questions.getFirst(),
                                key),
                        plan -> situations.outsideTurn(known, plan, now),
                        now)
                .reply();
        return reply instanceof Reply.Answer answer
                ? Optional.of(new SuggestedReply(key, question(release, key), answer.text(), answer.links(), chance))
                : Optional.empty();
    }

    private static String question(CompiledRelease release, String key) {
        return release.content().entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(ReleasedEntry::question)
                .findFirst()
                .orElse(key);
    }
}

package io.xiaoer.answering;

import io.xiaoer.answering.Focus.Pending;
import io.xiaoer.answering.Plan.Picked;
import io.xiaoer.answering.facts.FactChoice;
import io.xiaoer.answering.facts.GoodsWords;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a message in the light of what the conversation is about: a pressed choice, an answer to the clerk's question, a follow-up. */
final class Hearing {

    /** 「那口红呢」: the same question about something else. */
    private static final Pattern SAME_AGAIN =
            Pattern.compile("^.{1,10}呢[？?~～]?$|^(?i:(?:and|what about|how about) .{1,30}\\?*)$");

    private final CompiledRelease release;
    private final Focus focus;
    private final Instant now;

    Hearing(CompiledRelease release, Focus focus, Instant now) {
        this.release = release;
        this.focus = focus;
        this.now = now;
    }

    /** What a choice stands for; unknown when its entry is gone or no longer valid. */
    Plan chosen(String choiceId) {
        Optional<FactChoice> fact = FactChoice.parse(choiceId);
        String key = fact.map(FactChoice::entryKey).orElse(choiceId);
        Picked picked = fact.map(FactChoice::picked).orElse(Picked.NOTHING);
        return topic(key, picked).orElseGet(() -> new Plan(Outcome.UNKNOWN, List.of(), List.of(), List.of(), trace(0)));
    }

    /** @param understand how the message is understood by itself */
    Plan heard(String message, Supplier<Plan> understand) {
        Pending pending = focus.pending();
        if (pending != null) {
            Optional<Plan> answered =
                    choice(pending, message).map(this::chosen).filter(plan -> plan.outcome() == Outcome.ANSWERED);
            if (answered.isPresent()) {
                return answered.get();
            }
        }
        Plan plan = understand.get();
        if (plan.outcome() == Outcome.ANSWERED) {
            String key = plan.candidates().getFirst().entryKey();
            return new Plan(plan.outcome(), plan.candidates(), release.needs(key), plan.readTogether(), plan.trace());
        }
        return sameAgain(message).orElse(plan);
    }

    /** The choice that a message names in words. */
    static Optional<String> choice(Pending pending, String message) {
        List<Reply.Choice> choices = pending.choices();
        if (pending.kind() == Focus.Kind.OPENED) {
            Boolean opened = GoodsWords.openedAnswer(message);
            return choices.stream()
                    .map(Reply.Choice::id)
                    .filter(id -> opened != null
                            && FactChoice.parse(id)
                                    .filter(choice -> opened.equals(choice.opened()))
                                    .isPresent())
                    .findFirst();
        }
        int place = GoodsWords.ordinal(message, choices.size());
        if (place >= 0) {
            return Optional.of(choices.get(place).id());
        }
        if (pending.kind() == Focus.Kind.TOPIC) {
            return Optional.empty();
        }
        int most = 4; // 「面膜那个」 says which, 「预售的面膜什么时候发」 asks something else
        int best = choices.stream()
                .mapToInt(choice -> GoodsWords.overlap(choice.label(), message))
                .max()
                .orElse(0);
        List<String> named = choices.stream()
                .filter(choice -> best > 0
                        && message.strip().length() <= best + most
                        && GoodsWords.overlap(choice.label(), message) == best)
                .map(Reply.Choice::id)
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private Optional<Plan> sameAgain(String message) {
        String last = focus.entryKey();
        return last == null
                        || !SAME_AGAIN.matcher(message.strip()).matches()
                        || release.needs(last).isEmpty()
                ? Optional.empty()
                : topic(last, Picked.NOTHING);
    }

    private Optional<Plan> topic(String key, Picked picked) {
        ReleasedEntry entry = release.entry(key);
        if (entry == null || !entry.isValidAt(now)) {
            return Optional.empty();
        }
        var candidate = new Plan.Candidate(entry.key(), entry.question(), 1, 1);
        return Optional.of(
                new Plan(Outcome.ANSWERED, List.of(candidate), release.needs(key), List.of(), picked, trace(1)));
    }

    private Trace trace(double probability) {
        Calibration calibration = release.calibration();
        return Trace.chosen(probability, calibration.answerAt(), calibration.choicesAt());
    }

    /** What the conversation is about after a reply. */
    static Focus after(Focus focus, Plan plan, Reply reply, Facts facts, @Nullable Fact question) {
        Focus next = focus;
        Fact.About goods = plan.picked().goods();
        Boolean opened = plan.picked().opened();
        if (goods != null && opened != null) {
            next = next.withOpened(goods, opened);
        }
        if (reply instanceof Reply.Unknown) {
            return next;
        }
        if (plan.outcome() == Outcome.CHOICES && reply instanceof Reply.Choices choices) {
            return new Focus(
                    next.entryKey(),
                    next.about(),
                    next.opened(),
                    new Pending(Focus.Kind.TOPIC, null, choices.choices()));
        }
        String key = plan.candidates().isEmpty()
                ? next.entryKey()
                : plan.candidates().getFirst().entryKey();
        Fact.About about = facts.facts().stream()
                .map(Fact::about)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(next.about());
        Pending pending = question == null
                ? null
                : new Pending(
                        question.state() == Fact.State.ASK ? Focus.Kind.OPENED : Focus.Kind.ORDER,
                        key,
                        question.choices());
        return new Focus(key, about, next.opened(), pending);
    }
}

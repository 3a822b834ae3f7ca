package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Utterance;
import io.xiaoer.answering.Worded;
import io.xiaoer.bots.BotId;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks the draft or any release of the bound shop's bots, as a shopper would, and changes nothing. */
@Service
@Requires(Permission.VIEW)
public class Asks {

    private final CompiledReleases releases;
    private final Engine engine;
    private final Situations situations;
    private final OfficeHours hours;
    private final Clock clock;

    Asks(CompiledReleases releases, Engine engine, Situations situations, OfficeHours hours, Clock clock) {
        this.releases = releases;
        this.engine = engine;
        this.situations = situations;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * What came of a question.
     *
     * @param questions of the entries that the receipt names, by their keys
     * @param handover why a person would take over after it; null if the bot would go on
     */
    public record Asked(
            List<Message> replies,
            Receipt receipt,
            Map<String, String> questions,
            @Nullable HandoverReason handover) {
        public Asked {
            replies = List.copyOf(replies);
            questions = Map.copyOf(questions);
        }
    }

    /**
     * May take seconds when the draft has changed: it is compiled first.
     *
     * @throws Problem if the question is not valid or there is no such release
     */
    public Asked ask(BotId bot, Question question) {
        question.validate();
        return of(bot, question.release()).ask(question);
    }

    /**
     * Makes a release, or the draft as it is now, ready to be asked many times. May take seconds.
     *
     * @throws Problem if there is no such release
     */
    public Asking of(BotId bot, ReleaseRef release) {
        return of(
                switch (release) {
                    case ReleaseRef.Draft draft -> releases.draft(bot);
                    case ReleaseRef.Number(int number) -> releases.get(bot, number);
                });
    }

    /** The same for what is compiled already. */
    public Asking of(CompiledRelease release) {
        DeskSettings settings = hours.settings();
        return question -> {
            question.validate();
            Instant at = question.at() == null ? clock.instant() : question.at().toInstant();
            Worded worded = new Talk(release, question, at).answer();
            return new Asked(
                    List.of(Replies.preview(worded.reply())),
                    worded.receipt(),
                    questions(release, worded.receipt()),
                    handover(question, worded, at, settings));
        };
    }

    /** Something to ask. */
    @FunctionalInterface
    public interface Asking {

        /** @throws Problem if the question is not valid; of which release it is asked is said already */
        Asked ask(Question question);
    }

    private static @Nullable HandoverReason handover(
            Question question, Worded worded, Instant at, DeskSettings settings) {
        String text = Objects.requireNonNull(question.text());
        if (HandoverPolicy.asksForPerson(text)) {
            return HandoverReason.ASKED_FOR;
        }
        return HandoverPolicy.after(
                        new HandoverPolicy.Said(text, at.atOffset(ZoneOffset.UTC), worded.reply(), worded.receipt()),
                        HandoverPolicy.Before.NOTHING,
                        settings.keywords(),
                        settings.automatic())
                .orElse(null);
    }

    /** A conversation that leaves no trace: each earlier text is answered as it came, so that the last one is read as it would be. */
    private final class Talk {
        private final CompiledRelease release;
        private final Question question;
        private final Instant at;
        private History history = History.none();
        private Focus focus = Focus.none();

        Talk(CompiledRelease release, Question question, Instant at) {
            this.release = release;
            this.question = question;
            this.at = at;
        }

        Worded answer() {
            List<String> earlier = question.history() == null ? List.of() : question.history();
            for (int i = 0; i < earlier.size(); i++) {
                Instant then = at.minus(question.apart().multipliedBy(earlier.size() - i));
                Worded worded = said(earlier.get(i), null, then);
                List<History.Turn> turns = new ArrayList<>(history.turns());
                turns.add(
                        new History.Turn(earlier.get(i), then, worded.receipt().outcome()));
                history = new History(turns);
            }
            return said(Objects.requireNonNull(question.text()), question.choiceId(), at);
        }

        private Worded said(String text, @Nullable String choiceId, Instant then) {
            Situations.Known known = situations.of(shopper(), question.page());
            Worded worded = engine.answer(
                    release,
                    new Utterance(history, focus, known.records().goods(), text, choiceId),
                    plan -> situations.outsideTurn(known, plan, at),
                    then);
            focus = worded.focus();
            return worded;
        }

        private ShopperRef shopper() {
            String customer = question.shopperId();
            return customer == null ? ShopperRef.visitor("") : ShopperRef.customer(customer);
        }
    }

    private static Map<String, String> questions(CompiledRelease release, Receipt receipt) {
        Map<String, String> questions = new HashMap<>();
        receipt.candidates().forEach(candidate -> questions.put(candidate.entryKey(), candidate.question()));
        List<String> matched = receipt.understanding().best().stream()
                .map(match -> match.entryKey())
                .toList();
        for (ReleasedEntry entry : release.content().entries()) {
            if (matched.contains(entry.key())) {
                questions.put(entry.key(), entry.question());
            }
        }
        return questions;
    }
}

package io.xiaoer.answering;

import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Composed;
import io.xiaoer.answering.wording.Phrases;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words one reply from a plan and its facts. */
final class Answering {

    private final CompiledRelease release;
    private final ReleaseContent content;
    private final Plan plan;
    private final Facts facts;
    private final Focus focus;
    private final Instant now;
    private final Phrases phrases;
    private final long start = System.nanoTime();

    Answering(CompiledRelease release, Plan plan, Facts facts, Focus focus, Instant now) {
        this.release = release;
        this.content = release.content();
        this.plan = plan;
        this.facts = facts;
        this.focus = focus;
        this.now = now;
        this.phrases = new Phrases(content.locale());
    }

    Worded word() {
        return switch (plan.outcome()) {
            case ANSWERED -> answer();
            case CHOICES ->
                worded(new Reply.Choices(voice("choices").say(phrases.choices()), choices(plan)), null, null);
            case UNKNOWN -> worded(new Reply.Unknown(voice("unknown").say(phrases.unknown())), null, null);
        };
    }

    /** The entries that may be meant, to be chosen from. */
    static List<Reply.Choice> choices(Plan plan) {
        return plan.candidates().stream()
                .map(candidate -> new Reply.Choice(candidate.entryKey(), candidate.question()))
                .toList();
    }

    /** Of a picture without a word: honest, and about nothing new. */
    Worded unseen() {
        Worded worded = worded(new Reply.Unknown(voice("picture").say(phrases.picture())), null, null);
        return new Worded(worded.reply(), worded.receipt(), focus);
    }

    private Worded answer() {
        String key = key();
        AnswerTemplate template = release.template(key);
        ReleasedEntry entry = release.entry(key);
        if (template == null || entry == null || !entry.isValidAt(now)) {
            return declined(phrases.noAnswer(), "gone");
        }
        List<Fact> told = plan.needs().stream().map(this::told).toList();
        return switch (Composed.of(template, told, content.shopName(), content.locale())) {
            case Composed.Asked(Fact question) ->
                worded(new Reply.Choices(voice(key).say(question.say()), question.choices()), null, question);
            case Composed.Told(String text, List<Fact> from, String problem) ->
                worded(answer(text, from), problem, null);
            case Composed.Unsaid(String text, String reason) -> declined(text, reason);
        };
    }

    private Fact told(Need need) {
        return facts.of(need).orElseGet(() -> Fact.of(need, Fact.State.DOWN, Map.of(), phrases.noFacts()));
    }

    private Reply.Answer answer(String text, List<Fact> told) {
        return new Reply.Answer(
                voice(key()).say(text),
                key(),
                plan.candidates().getFirst().probability(),
                Facts.links(told),
                Facts.cards(told));
    }

    private String key() {
        return plan.candidates().getFirst().entryKey();
    }

    private Voice voice(String key) {
        return new Voice(content.tone(), content.locale(), key);
    }

    private Worded declined(String text, String reason) {
        return worded(new Reply.Declined(voice(key()).say(text), key(), reason), reason, null);
    }

    private Worded worded(Reply reply, @Nullable String problem, @Nullable Fact question) {
        var receipt = new Receipt(
                reply.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                plan.outcome(),
                plan.candidates(),
                plan.readTogether(),
                plan.trace(),
                facts.facts(),
                problem,
                Map.of("word", (System.nanoTime() - start) / 1_000));
        return new Worded(reply, receipt, Hearing.after(focus, plan, reply, facts, question));
    }
}

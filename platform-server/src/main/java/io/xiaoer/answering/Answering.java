package io.xiaoer.answering;

import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.answering.wording.AnswerTemplate;
import io.xiaoer.answering.wording.Phrases;
import io.xiaoer.answering.wording.Voice;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            case CHOICES -> {
                List<Reply.Choice> choices = plan.candidates().stream()
                        .map(candidate -> new Reply.Choice(candidate.entryKey(), candidate.question()))
                        .toList();
                yield worded(new Reply.Choices(voice("choices").say(phrases.choices()), choices), null, null);
            }
            case UNKNOWN -> worded(new Reply.Unknown(voice("unknown").say(phrases.unknown())), null, null);
        };
    }

    private Worded answer() {
        String key = key();
        AnswerTemplate template = release.template(key);
        ReleasedEntry entry = release.entry(key);
        if (template == null || entry == null || !entry.isValidAt(now)) {
            return declined(phrases.noAnswer(), "gone");
        }
        List<Fact> told = plan.needs().stream().map(this::told).toList();
        Optional<Fact> question =
                told.stream().filter(fact -> fact.state().isQuestion()).findFirst();
        if (question.isPresent()) {
            Fact asked = question.get();
            return worded(new Reply.Choices(voice(key).say(asked.say()), asked.choices()), null, asked);
        }
        for (Fact fact : told) {
            boolean mentioned = template.needs().contains(fact.need());
            if (fact.isKnown() ? fact.refuses() && !mentioned : !handled(template, fact)) {
                return instead(fact);
            }
        }
        return rendered(template, told);
    }

    /** Whether the answer deals with a fact that is not known: by asking, or by saying what is to be said then. */
    private static boolean handled(AnswerTemplate template, Fact fact) {
        return template.handlesUnknown(fact.need());
    }

    private Fact told(Need need) {
        return facts.of(need)
                .orElseGet(() -> new Fact(
                        need,
                        Fact.State.DOWN,
                        Map.of(),
                        phrases.noFacts(),
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of()));
    }

    /** What a fact says stands for the answer: it refuses, or it says why it cannot be told. */
    private Worded instead(Fact fact) {
        boolean tellsSomething = fact.isKnown() || !fact.values().isEmpty();
        if (!tellsSomething) {
            return declined(
                    fact.say(),
                    "missing facts: " + fact.need().key() + " (" + fact.state().key() + ")");
        }
        return worded(answer(fact.say(), List.of(fact)), null, null);
    }

    private Worded rendered(AnswerTemplate template, List<Fact> told) {
        Map<String, Object> values = new HashMap<>();
        values.put("shop", Map.of("name", content.shopName()));
        told.forEach(fact -> values.put(fact.need().variable(), fact.forTemplates()));
        String unmentioned = told.stream()
                .filter(fact -> fact.isKnown() && !template.needs().contains(fact.need()))
                .map(Fact::say)
                .collect(Collectors.joining());
        return switch (template.render(values)) {
            case AnswerTemplate.Rendered(String text) -> worded(answer(join(text, unmentioned), told), null, null);
            case AnswerTemplate.Failed(AnswerTemplate.Cause cause, String detail) -> {
                String said = told.stream().map(Fact::say).collect(Collectors.joining());
                yield cause == AnswerTemplate.Cause.EMPTY && !said.isEmpty()
                        ? worded(answer(said, told), cause.name(), null)
                        : declined(phrases.noAnswer(), cause + ": " + detail);
            }
        };
    }

    private String join(String text, String more) {
        return more.isEmpty() ? text : release.isEnglish() ? text + " " + more : text + more;
    }

    private Reply.Answer answer(String text, List<Fact> told) {
        List<Link> links =
                told.stream().flatMap(fact -> fact.links().stream()).distinct().toList();
        Map<String, Card> cards = new LinkedHashMap<>();
        told.forEach(fact -> fact.cards().forEach(card -> cards.putIfAbsent(card.kind() + card.id(), card)));
        return new Reply.Answer(
                voice(key()).say(text),
                key(),
                plan.candidates().getFirst().probability(),
                links,
                List.copyOf(cards.values()));
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

package io.xiaoer.onboarding;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Utterance;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Situations;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.internal.Pack;
import io.xiaoer.onboarding.internal.Packs;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks a bot's draft what shoppers ask most, and anything else an owner can think of; changes nothing. */
@Service
@Requires(Permission.VIEW)
public class FirstQuestions {

    /** As in a conversation. */
    private static final int MAX_QUESTION = 2000;

    private static final int MAX_AT_ONCE = 20;

    private final Packs packs;
    private final Shops shops;
    private final KnowledgeDrafts knowledge;
    private final CompiledReleases releases;
    private final Engine engine;
    private final Situations situations;
    private final Clock clock;

    FirstQuestions(
            Packs packs,
            Shops shops,
            KnowledgeDrafts knowledge,
            CompiledReleases releases,
            Engine engine,
            Situations situations,
            Clock clock) {
        this.packs = packs;
        this.shops = shops;
        this.knowledge = knowledge;
        this.releases = releases;
        this.engine = engine;
        this.situations = situations;
        this.clock = clock;
    }

    /** The questions that the trade's shoppers ask most, without those whose entry is disabled or gone. */
    public List<FirstQuestion> of(BotId bot) {
        List<FirstQuestion> asked = packs.of(shops.current()).asked();
        List<String> keys = asked.stream().map(FirstQuestion::entry).toList();
        List<String> answering = knowledge.byKeys(bot, keys).stream()
                .filter(Entry::enabled)
                .map(Entry::key)
                .toList();
        return asked.stream()
                .filter(question -> answering.contains(question.entry()))
                .toList();
    }

    /** Answers of the pack that show how a voice sounds, as the draft has them now. */
    public List<Entry> samples(BotId bot) {
        Pack pack = packs.of(shops.current());
        return knowledge.byKeys(bot, pack.samples());
    }

    /** Asks the draft each question on its own. Makes the draft ready first, which takes seconds after a large change. */
    public List<Heard> ask(BotId bot, List<String> questions) {
        new FieldErrors()
                .texts("questions", questions, MAX_AT_ONCE, MAX_QUESTION)
                .throwIfAny();
        CompiledRelease draft = releases.draft(bot);
        Instant now = clock.instant();
        List<Reply> replies =
                questions.stream().map(question -> reply(draft, question, now)).toList();
        Map<String, Entry> entries = knowledge
                .byKeys(
                        bot,
                        replies.stream()
                                .map(FirstQuestions::entryKey)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        return IntStream.range(0, questions.size())
                .mapToObj(i -> {
                    String key = entryKey(replies.get(i));
                    return new Heard(questions.get(i), replies.get(i), key == null ? null : entries.get(key));
                })
                .toList();
    }

    private Reply reply(CompiledRelease draft, String question, Instant now) {
        return engine.answer(draft, Utterance.of(question), plan -> situations.stranger(plan, now), now)
                .reply();
    }

    private static @Nullable String entryKey(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer.entryKey();
            case Reply.Declined declined -> declined.entryKey();
            case Reply.Choices ignored -> null;
            case Reply.Unknown ignored -> null;
            case Reply.HandOver ignored -> null;
            case Reply.Fallback ignored -> null;
            case Reply.PersonReply ignored -> null;
        };
    }
}

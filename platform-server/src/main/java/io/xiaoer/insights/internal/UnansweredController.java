package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.ClusterFilter;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.Mending;
import io.xiaoer.insights.NearEntry;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.insights.QuestionSample;
import io.xiaoer.insights.QuestionsToFix;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a bot fails, and how it is mended. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/unanswered")
class UnansweredController {

    private static final int SAMPLES = 3;
    private static final int NEAREST = 3;

    private final Bots bots;
    private final QuestionsToFix questions;

    UnansweredController(Bots bots, QuestionsToFix questions) {
        this.bots = bots;
        this.questions = questions;
    }

    record SampleResource(
            String conversationId,
            int seq,
            OffsetDateTime at,
            String text,
            String replied,
            @Nullable String person) {

        static SampleResource of(QuestionSample sample) {
            return new SampleResource(
                    sample.conversation().toString(),
                    sample.seq(),
                    sample.at(),
                    sample.text(),
                    sample.replied(),
                    sample.person());
        }
    }

    record MendingResource(
            String as,
            @Nullable String entryKey,
            List<String> texts,
            String by,
            OffsetDateTime at,
            @Nullable Integer release,
            int answered,
            int of,
            int since) {

        static MendingResource of(Mending mending) {
            return new MendingResource(
                    mending.as().key(),
                    mending.entryKey(),
                    mending.texts(),
                    mending.by(),
                    mending.at(),
                    mending.release(),
                    mending.answered(),
                    mending.of(),
                    mending.since());
        }
    }

    record QuestionResource(
            UUID id,
            String question,
            String cause,
            @Nullable String missing,
            String why,
            String state,
            int count,
            int shoppers,
            int lastWeek,
            int weekBefore,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            @Nullable MendingResource mending,
            List<SampleResource> samples,
            List<NearEntry> nearest) {}

    /** @param state one, or several with commas between; without it those that are not done with */
    @GetMapping
    Page<QuestionResource> list(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        BotId id = bots.get(bot).id();
        ClusterFilter filter = new ClusterFilter(
                state == null || state.isBlank()
                        ? Set.of()
                        : Arrays.stream(state.split(","))
                                .map(one -> named("state", State.values(), State::key, one))
                                .collect(Collectors.toSet()),
                cause == null ? null : named("cause", Cause.values(), Cause::key, cause),
                days == null ? ClusterFilter.DEFAULT_DAYS : days);
        int most = Page.limit(limit);
        questions.refresh(id);
        Page<QuestionCluster> page = questions.list(id, filter, cursor, most);
        return new Page<>(resources(id, page.items()), page.nextCursor());
    }

    @GetMapping("/{question}")
    QuestionResource get(@PathVariable String bot, @PathVariable String question) {
        BotId id = bots.get(bot).id();
        questions.refresh(id);
        return resource(id, questions.get(id, question));
    }

    /** What is to be done; without texts those that are proposed. */
    record MendResource(
            @Nullable String as,
            @Nullable String entryKey,
            @Nullable List<String> texts,
            @Nullable EntryDraft entry) {}

    @PostMapping("/{question}/preview")
    PreviewResource preview(@PathVariable String bot, @PathVariable String question, @RequestBody MendResource mend) {
        BotId id = bots.get(bot).id();
        UUID cluster = questions.get(id, question).id();
        return PreviewResource.of(questions.preview(id, cluster, mend(id, cluster, mend)));
    }

    @PostMapping("/{question}/resolve")
    QuestionResource resolve(@PathVariable String bot, @PathVariable String question, @RequestBody MendResource mend) {
        BotId id = bots.get(bot).id();
        UUID cluster = questions.get(id, question).id();
        return resource(id, questions.resolve(id, cluster, mend(id, cluster, mend)));
    }

    @PostMapping("/{question}/reopen")
    QuestionResource reopen(@PathVariable String bot, @PathVariable String question) {
        BotId id = bots.get(bot).id();
        return resource(id, questions.reopen(id, questions.get(id, question).id()));
    }

    private Mend mend(BotId bot, UUID cluster, MendResource wanted) {
        Mend.As as = named("as", Mend.As.values(), Mend.As::key, wanted.as() == null ? "" : wanted.as());
        return switch (as) {
            case KEYWORD, SIMILAR -> {
                List<String> texts = wanted.texts();
                if (texts != null && texts.contains(null)) {
                    throw Problem.invalid("texts", "must not hold null");
                }
                yield texts == null
                        ? questions.suggested(bot, cluster, as, wanted.entryKey())
                        : new Mend(as, wanted.entryKey(), texts, null);
            }
            case ENTRY ->
                wanted.entry() == null ? questions.suggested(bot, cluster, as, null) : Mend.entry(wanted.entry());
            case CONNECT -> Mend.connect();
            case IGNORE -> Mend.ignore();
        };
    }

    private QuestionResource resource(BotId bot, QuestionCluster question) {
        return resources(bot, List.of(question)).getFirst();
    }

    private List<QuestionResource> resources(BotId bot, List<QuestionCluster> all) {
        Map<UUID, List<QuestionSample>> samples =
                questions.samples(bot, all.stream().map(QuestionCluster::id).toList(), SAMPLES);
        Map<UUID, List<NearEntry>> nearest = questions.nearest(bot, all);
        return all.stream()
                .map(one -> resource(
                        one, samples.getOrDefault(one.id(), List.of()), nearest.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static QuestionResource resource(
            QuestionCluster one, List<QuestionSample> samples, List<NearEntry> nearest) {
        Mending mending = one.mending();
        return new QuestionResource(
                one.id(),
                one.question(),
                one.cause().key(),
                one.missing(),
                one.why(),
                one.state().key(),
                one.count(),
                one.shoppers(),
                one.lastWeek(),
                one.weekBefore(),
                one.firstAt(),
                one.lastAt(),
                mending == null ? null : MendingResource.of(mending),
                samples.stream().map(SampleResource::of).toList(),
                nearest.stream().limit(NEAREST).toList());
    }

    private static <T> T named(String field, T[] values, Function<T, String> key, String name) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        field,
                        "must be one of " + Arrays.stream(values).map(key).collect(Collectors.joining(", "))));
    }
}

package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.Replays;
import io.xiaoer.rehearsal.Said;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays what shoppers asked a bot, and tells what came of it. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/replay")
class ReplayController {

    private static final int DAYS = 7;
    private static final int SAMPLES = 10;

    private final Bots bots;
    private final Replays replays;

    ReplayController(Bots bots, Replays replays) {
        this.bots = bots;
        this.replays = replays;
    }

    /**
     * @param release {@code draft}, or a release's number; null for the draft
     * @param days how far back; null for a week
     * @param background whether the answer comes at once, while the replay goes on
     */
    record ReplayRequest(
            @Nullable String release,
            @Nullable Integer days,
            @Nullable Boolean background) {
        ReleaseRef toRelease() {
            return release == null
                    ? ReleaseRef.draft()
                    : ReleaseRef.parse(release)
                            .orElseThrow(() -> Problem.invalid("release", "must be \"draft\" or a release's number"));
        }
    }

    /** A question to which something else is said. */
    record DifferenceResource(
            @Nullable UUID conversation,
            int seq,
            OffsetDateTime at,
            String asked,
            String group,
            Said before,
            Said after) {

        static DifferenceResource of(Difference one) {
            return new DifferenceResource(
                    one.conversation() == null ? null : one.conversation().value(),
                    one.seq(),
                    one.at(),
                    one.asked(),
                    key(one.group()),
                    one.before(),
                    one.after());
        }
    }

    /**
     * A replay as far as it is.
     *
     * @param factsMissing of the questions that were done, how many were compared by their entry alone
     * @param samples some of each group that differs
     */
    record ReplayResource(
            UUID id,
            String release,
            int days,
            String state,
            int total,
            int done,
            int newlyAnswered,
            int changed,
            int lost,
            int same,
            int factsMissing,
            @Nullable String problem,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt,
            List<DifferenceResource> samples) {}

    @PostMapping
    ReplayResource replay(@PathVariable String bot, @RequestBody ReplayRequest request) {
        BotId id = bots.get(bot).id();
        ReleaseRef release = request.toRelease();
        int days = request.days() == null ? DAYS : request.days();
        return resource(
                Boolean.TRUE.equals(request.background())
                        ? replays.start(id, release, days)
                        : replays.runNow(id, release, days));
    }

    @GetMapping("/{id}")
    ReplayResource get(@PathVariable String bot, @PathVariable String id) {
        return resource(replays.get(bots.get(bot).id(), id));
    }

    /** @param group {@code newly-answered}, {@code changed} or {@code lost}; null for all */
    @GetMapping("/{id}/differences")
    Page<DifferenceResource> differences(
            @PathVariable String bot,
            @PathVariable String id,
            @RequestParam @Nullable String group,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        Replay replay = replays.get(bots.get(bot).id(), id);
        Page<Difference> page =
                replays.differences(replay, group == null ? null : named(group), cursor, Page.limit(limit));
        return new Page<>(page.items().stream().map(DifferenceResource::of).toList(), page.nextCursor());
    }

    private static Group named(String group) {
        return Stream.of(Group.values())
                .filter(one -> key(one).equals(group))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("group", "must be \"newly-answered\", \"changed\", \"lost\" or \"same\""));
    }

    private static String key(Group group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ReplayResource resource(Replay replay) {
        return new ReplayResource(
                replay.id(),
                replay.release().toString(),
                replay.days(),
                replay.state().name().toLowerCase(Locale.ROOT),
                replay.total(),
                replay.done(),
                replay.newlyAnswered(),
                replay.changed(),
                replay.lost(),
                replay.same(),
                replay.factsMissing(),
                replay.problem(),
                replay.createdAt(),
                replay.finishedAt(),
                Stream.of(Group.NEWLY_ANSWERED, Group.CHANGED, Group.LOST)
                        .flatMap(group -> replays.differences(replay, group, null, SAMPLES).items().stream())
                        .map(DifferenceResource::of)
                        .toList());
    }
}

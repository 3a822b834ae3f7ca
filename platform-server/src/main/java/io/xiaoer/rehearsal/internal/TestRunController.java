package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.Mismatch;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRuns;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs a bot's cases, and tells what came of them. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/tests")
class TestRunController {

    private final Bots bots;
    private final TestRuns runs;

    TestRunController(Bots bots, TestRuns runs) {
        this.bots = bots;
        this.runs = runs;
    }

    /**
     * @param release {@code draft}, or a release's number; null for the draft
     * @param background whether the answer comes at once, while the run goes on
     */
    record RunRequest(@Nullable String release, @Nullable Boolean background) {
        ReleaseRef toRelease() {
            return release == null
                    ? ReleaseRef.draft()
                    : ReleaseRef.parse(release)
                            .orElseThrow(() -> Problem.invalid("release", "must be \"draft\" or a release's number"));
        }
    }

    record CaseResource(
            UUID id,
            String question,
            String group,
            Expectation expect,
            boolean required,
            @Nullable Boolean passed,
            @Nullable Boolean livePassed,
            @Nullable String kind,
            @Nullable String entryKey,
            @Nullable String said,
            List<Mismatch> mismatches) {

        static CaseResource of(TestResult result) {
            return new CaseResource(
                    result.tested().id(),
                    result.tested().question(),
                    result.tested().group(),
                    result.tested().expect(),
                    result.tested().required(),
                    result.passed(),
                    result.livePassed(),
                    result.kind(),
                    result.entryKey(),
                    result.said(),
                    result.mismatches());
        }
    }

    /**
     * A run as far as it is.
     *
     * @param liveRelease the live release that was asked too; null if the run's own was the live one
     * @param newlyFixed ids of cases that pass, and do not on the live release
     * @param newlyBroken ids of cases that fail, and do not on the live release
     */
    record RunResource(
            UUID id,
            String release,
            @Nullable Integer liveRelease,
            String state,
            int total,
            int done,
            int passed,
            int failed,
            List<UUID> newlyFixed,
            List<UUID> newlyBroken,
            @Nullable String problem,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt,
            List<CaseResource> cases) {}

    @PostMapping("/run")
    RunResource run(@PathVariable String bot, @RequestBody(required = false) @Nullable RunRequest body) {
        RunRequest request = body == null ? new RunRequest(null, null) : body;
        BotId id = bots.get(bot).id();
        boolean background = request.background() != null && request.background();
        return resource(background ? runs.start(id, request.toRelease()) : runs.runNow(id, request.toRelease()));
    }

    @GetMapping("/runs/{id}")
    RunResource get(@PathVariable String bot, @PathVariable String id) {
        return resource(runs.get(bots.get(bot).id(), id));
    }

    private RunResource resource(TestRun run) {
        List<TestResult> results = runs.results(run);
        return new RunResource(
                run.id(),
                run.release().toString(),
                run.liveRelease(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.total(),
                run.done(),
                run.passed(),
                run.failed(),
                ids(results, TestResult::isNewlyFixed),
                ids(results, TestResult::isNewlyBroken),
                run.problem(),
                run.createdAt(),
                run.finishedAt(),
                results.stream().map(CaseResource::of).toList());
    }

    private static List<UUID> ids(List<TestResult> results, Predicate<TestResult> wanted) {
        return results.stream()
                .filter(wanted)
                .map(result -> result.tested().id())
                .toList();
    }
}

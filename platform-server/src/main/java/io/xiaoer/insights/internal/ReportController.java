package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.Beacons;
import io.xiaoer.conversations.Beacons.BrowserErrors;
import io.xiaoer.insights.Day;
import io.xiaoer.insights.FailedQuestion;
import io.xiaoer.insights.Outcomes;
import io.xiaoer.insights.Slice;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a pilot goes: what the portal's page shows, for shops' own systems. */
@RestController
class ReportController {

    private static final int DAYS = 14;
    private static final int FAILED = 50;

    private final Bots bots;
    private final Rollouts rollouts;
    private final Outcomes outcomes;
    private final Beacons beacons;
    private final Clock clock;

    ReportController(Bots bots, Rollouts rollouts, Outcomes outcomes, Beacons beacons, Clock clock) {
        this.bots = bots;
        this.rollouts = rollouts;
        this.outcomes = outcomes;
        this.beacons = beacons;
        this.clock = clock;
    }

    record DayResource(LocalDate date, SharesResource members, SharesResource rest) {

        static DayResource of(Day day) {
            return new DayResource(day.date(), SharesResource.of(day.members()), SharesResource.of(day.rest()));
        }
    }

    record FailedResource(
            String conversationId,
            int seq,
            OffsetDateTime at,
            String text,
            String cause,
            String why,
            @Nullable String entryKey) {

        static FailedResource of(FailedQuestion failed) {
            return new FailedResource(
                    failed.conversation().toString(),
                    failed.seq(),
                    failed.at(),
                    failed.text(),
                    failed.cause().key(),
                    failed.why(),
                    failed.entryKey());
        }
    }

    record ErrorsResource(String browser, @Nullable String pageKind, int count, OffsetDateTime lastAt) {

        static ErrorsResource of(BrowserErrors errors) {
            return new ErrorsResource(errors.browser(), errors.pageKind(), errors.count(), errors.last());
        }
    }

    /** @param pilot 0 if there was none yet */
    record ReportResource(
            int pilot,
            int release,
            OffsetDateTime from,
            OffsetDateTime to,
            SharesResource members,
            SharesResource rest,
            List<DayResource> daily,
            List<FailedResource> failed,
            List<ErrorsResource> widgetErrors,
            int slowReplies) {}

    @GetMapping("/api/v1/bots/{bot}/rollout/report")
    ReportResource report(@PathVariable String bot, @RequestParam(required = false) @Nullable Integer days) {
        BotId id = bots.get(bot).id();
        int wanted = days == null ? DAYS : days;
        if (wanted < 1 || wanted > Outcomes.MOST_DAYS) {
            throw Problem.invalid("days", "must be between 1 and " + Outcomes.MOST_DAYS);
        }
        Rollout rollout = rollouts.get(id);
        int pilot = rollout.pilot().number();
        OffsetDateTime to = OffsetDateTime.now(clock);
        OffsetDateTime from = to.minusDays(wanted);
        // what is committed within this moment counts too
        OffsetDateTime end = to.plusSeconds(1);
        Beacons.OfMembers told = beacons.ofMembers(id, pilot, from);
        return new ReportResource(
                pilot,
                rollout.piloted(),
                from,
                to,
                SharesResource.of(outcomes.shares(id, Slice.members(pilot, from, end))),
                SharesResource.of(outcomes.shares(id, Slice.rest(pilot, from, end))),
                outcomes.daily(id, pilot, wanted).stream().map(DayResource::of).toList(),
                outcomes.failed(id, pilot, null, FAILED).items().stream()
                        .map(FailedResource::of)
                        .toList(),
                told.errors().stream().map(ErrorsResource::of).toList(),
                told.slowReplies());
    }
}

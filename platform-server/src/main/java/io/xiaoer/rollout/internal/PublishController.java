package io.xiaoer.rollout.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishing and rolling back. */
@RestController
@RequestMapping("/api/v1/bots/{bot}")
class PublishController {

    private final Bots bots;
    private final Releases releases;
    private final Rollouts rollouts;

    PublishController(Bots bots, Releases releases, Rollouts rollouts) {
        this.bots = bots;
        this.releases = releases;
        this.rollouts = rollouts;
    }

    record PublishRequest(@Nullable String note, @Nullable Boolean live) {}

    record Published(int number) {}

    @GetMapping("/releases")
    Page<ReleaseSummary> releases(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return releases.list(bots.get(bot).id(), cursor, Page.limit(limit));
    }

    @PostMapping("/releases")
    @ResponseStatus(HttpStatus.CREATED)
    Published publish(@PathVariable String bot, @RequestBody(required = false) @Nullable PublishRequest body) {
        PublishRequest request = body == null ? new PublishRequest(null, null) : body;
        BotId id = bots.get(bot).id();
        String note = request.note() == null ? "" : request.note();
        return new Published(rollouts.publish(id, note, request.live() == null || request.live()));
    }

    @PostMapping("/releases/{number}/rollback")
    RolloutResource rollBack(@PathVariable String bot, @PathVariable String number) {
        Bot found = bots.get(bot);
        int release;
        try {
            release = Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw Problem.notFound("release");
        }
        Rollout back = rollouts.rollBack(found.id(), release);
        return RolloutResource.of(found, back, rollouts.gates(back));
    }
}

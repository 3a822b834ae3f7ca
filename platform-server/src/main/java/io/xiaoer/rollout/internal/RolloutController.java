package io.xiaoer.rollout.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.rollout.Cohorts;
import io.xiaoer.rollout.Member;
import io.xiaoer.rollout.PilotSettings;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.Stage;
import io.xiaoer.rollout.Targets;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Letting a bot out: stages, the pilot and its members, a candidate, and what has changed. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/rollout")
class RolloutController {

    private static final int HISTORY = 100;

    private final Bots bots;
    private final Rollouts rollouts;
    private final Cohorts cohorts;

    RolloutController(Bots bots, Rollouts rollouts, Cohorts cohorts) {
        this.bots = bots;
        this.rollouts = rollouts;
        this.cohorts = cohorts;
    }

    record PilotRequest(
            @Nullable Integer size,
            @Nullable Double sampleRate,
            @Nullable Integer newWithinDays) {

        PilotSettings over(PilotSettings now) {
            return new PilotSettings(
                    Objects.requireNonNullElse(size, now.size()),
                    Objects.requireNonNullElse(sampleRate, now.sampleRate()),
                    Objects.requireNonNullElse(newWithinDays, now.newWithinDays()));
        }
    }

    record TargetsRequest(
            @Nullable Double resolved,
            @Nullable Double unknown,
            @Nullable Double handover,
            @Nullable Double thumbsDown,
            @Nullable Double slow,
            @Nullable Double widgetErrors,
            @Nullable Integer conversations) {

        Targets over(Targets now) {
            return new Targets(
                    Objects.requireNonNullElse(resolved, now.resolved()),
                    Objects.requireNonNullElse(unknown, now.unknown()),
                    Objects.requireNonNullElse(handover, now.handover()),
                    Objects.requireNonNullElse(thumbsDown, now.thumbsDown()),
                    Objects.requireNonNullElse(slow, now.slow()),
                    Objects.requireNonNullElse(widgetErrors, now.widgetErrors()),
                    Objects.requireNonNullElse(conversations, now.conversations()));
        }
    }

    /**
     * What is missing stays as it is.
     *
     * @param candidate JSON {@code null} withdraws the one there is
     */
    record RolloutRequest(
            @Nullable Stage stage,

            @Schema(type = "integer", nullable = true) @Nullable
            JsonNode candidate,

            @Nullable List<String> staff,
            @Nullable PilotRequest pilot,
            @Nullable TargetsRequest targets,
            @Nullable String reason,
            @Nullable Integer version) {}

    record PromoteRequest(@Nullable String reason, @Nullable Integer version) {}

    record MemberResource(ShopperRef.Kind kind, String shopperId, OffsetDateTime since) {}

    @GetMapping
    RolloutResource get(@PathVariable String bot) {
        Bot found = bots.get(bot);
        return resource(found, rollouts.get(found.id()));
    }

    @PutMapping
    @Transactional
    public RolloutResource change(@PathVariable String bot, @RequestBody RolloutRequest request) {
        Bot found = bots.get(bot);
        Rollout rollout = rollouts.get(found.id());
        if (request.version() != null && request.version() != rollout.version()) {
            throw Problem.versionConflict();
        }
        if (request.staff() != null && !request.staff().equals(rollout.staff())) {
            rollouts.listStaff(found.id(), request.staff());
        }
        if (request.pilot() != null || request.targets() != null) {
            rollouts.set(
                    found.id(),
                    request.pilot() == null
                            ? null
                            : request.pilot().over(rollout.pilot().settings()),
                    request.targets() == null ? null : request.targets().over(rollout.targets()),
                    null);
        }
        String reason = request.reason() == null ? "" : request.reason();
        if (request.candidate() != null) {
            rollouts.candidate(found.id(), release(request.candidate()), reason, null);
        }
        if (request.stage() != null) {
            rollouts.moveTo(found.id(), request.stage(), reason, null);
        }
        return resource(found, rollouts.get(found.id()));
    }

    @PostMapping("/promote")
    RolloutResource promote(@PathVariable String bot, @RequestBody(required = false) @Nullable PromoteRequest body) {
        Bot found = bots.get(bot);
        PromoteRequest request = body == null ? new PromoteRequest(null, null) : body;
        String reason = request.reason() == null ? "" : request.reason();
        return resource(found, rollouts.promote(found.id(), reason, request.version()));
    }

    @GetMapping("/history")
    List<RolloutChange> history(@PathVariable String bot) {
        return rollouts.history(bots.get(bot).id(), HISTORY);
    }

    @GetMapping("/members")
    Page<MemberResource> members(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Rollout rollout = rollouts.get(bots.get(bot).id());
        Page<Member> page = cohorts.members(rollout.bot(), rollout.pilot().number(), cursor, Page.limit(limit));
        return new Page<>(
                page.items().stream()
                        .map(member -> new MemberResource(
                                member.shopper().kind(), member.shopper().id(), member.since()))
                        .toList(),
                page.nextCursor());
    }

    private static @Nullable Integer release(JsonNode candidate) {
        if (candidate.isNull()) {
            return null;
        }
        if (!candidate.isInt()) {
            throw Problem.invalid("candidate", "must be the number of a release, or null to withdraw the one there is");
        }
        return candidate.intValue();
    }

    private RolloutResource resource(Bot bot, Rollout rollout) {
        return RolloutResource.of(bot, rollout, rollouts.gates(rollout));
    }
}

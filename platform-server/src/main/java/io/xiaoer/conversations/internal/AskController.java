package io.xiaoer.conversations.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Facts;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Worded;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.internal.Wire.ReplyResource;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks the draft or any release, as a shopper would, and changes nothing. */
@RestController
class AskController {

    private final Bots bots;
    private final CompiledReleases releases;
    private final Engine engine;
    private final Clock clock;

    AskController(Bots bots, CompiledReleases releases, Engine engine, Clock clock) {
        this.bots = bots;
        this.releases = releases;
        this.engine = engine;
        this.clock = clock;
    }

    record AskRequest(
            @Nullable String text,
            @Nullable String release,
            @Nullable String shopperId,
            @Nullable Map<String, Object> page,
            @Nullable OffsetDateTime at,
            @Nullable List<String> history) {}

    record Asked(List<ReplyResource> replies, Receipt receipt) {}

    @PostMapping("/api/v1/bots/{bot}/ask")
    Asked ask(@PathVariable String bot, @RequestBody AskRequest request) {
        BotId id = bots.get(bot).id();
        new FieldErrors()
                .text("text", request.text(), IncomingMessage.MAX_TEXT)
                .texts("history", request.history(), 20, IncomingMessage.MAX_TEXT)
                .throwIfAny();
        Instant at = request.at() == null ? clock.instant() : request.at().toInstant();
        CompiledRelease release = release(id, request.release());
        // each earlier text is understood as it came, so that the last one is read as it would be in a conversation
        io.xiaoer.answering.History history = io.xiaoer.answering.History.none();
        List<String> earlier = request.history() == null ? List.of() : request.history();
        for (String text : earlier) {
            Outcome outcome = engine.understand(release, history, text, at).outcome();
            var turns = new java.util.ArrayList<>(history.turns());
            turns.add(new io.xiaoer.answering.History.Turn(text, at, outcome));
            history = new io.xiaoer.answering.History(turns);
        }
        Plan plan = engine.understand(release, history, Objects.requireNonNull(request.text()), at);
        Worded worded = engine.word(release, plan, Facts.none(), at);
        return new Asked(List.of(ReplyResource.of(Conversations.preview(worded.reply()))), worded.receipt());
    }

    private CompiledRelease release(BotId bot, @Nullable String release) {
        if (release == null || release.equals("draft")) {
            return releases.draft(bot);
        }
        try {
            return releases.get(bot, Integer.parseInt(release));
        } catch (NumberFormatException e) {
            throw Problem.invalid("release", "must be \"draft\" or a release's number");
        }
    }
}

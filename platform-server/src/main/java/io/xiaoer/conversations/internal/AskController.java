package io.xiaoer.conversations.internal;

import io.xiaoer.answering.Receipt;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.Asks;
import io.xiaoer.conversations.Question;
import io.xiaoer.conversations.internal.Wire.ReplyResource;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.Problem;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks the draft or any release, as a shopper would, and changes nothing. */
@RestController
class AskController {

    private final Bots bots;
    private final Asks asks;

    AskController(Bots bots, Asks asks) {
        this.bots = bots;
        this.asks = asks;
    }

    record AskRequest(
            @Nullable String text,
            @Nullable String release,
            @Nullable String shopperId,
            @Nullable String choiceId,
            @Nullable Map<String, Object> page,
            @Nullable OffsetDateTime at,
            @Nullable List<String> history) {

        Question toQuestion() {
            ReleaseRef wanted = release == null
                    ? ReleaseRef.draft()
                    : ReleaseRef.parse(release)
                            .orElseThrow(() -> Problem.invalid("release", "must be \"draft\" or a release's number"));
            return new Question(text, wanted, shopperId, choiceId, page, at, history, Duration.ZERO);
        }
    }

    record AskedResource(List<ReplyResource> replies, Receipt receipt) {}

    @PostMapping("/api/v1/bots/{bot}/ask")
    AskedResource ask(@PathVariable String bot, @RequestBody AskRequest request) {
        Asks.Asked asked = asks.ask(bots.get(bot).id(), request.toQuestion());
        return new AskedResource(asked.replies().stream().map(ReplyResource::of).toList(), asked.receipt());
    }
}

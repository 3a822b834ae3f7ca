package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.insights.FrequentQuestions;
import io.xiaoer.insights.InstantReply;
import io.xiaoer.shared.FieldErrors;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Frequent questions marked for the instant reply. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/instant-replies")
class InstantReplyController {

    private static final int LONGEST = 200;

    private final Bots bots;
    private final FrequentQuestions frequent;

    InstantReplyController(Bots bots, FrequentQuestions frequent) {
        this.bots = bots;
        this.frequent = frequent;
    }

    /** @param entryKey null for the entry that mostly answered it lately */
    record MarkRequest(@Nullable String question, @Nullable String entryKey) {}

    record InstantReplyResource(String id, String question, String entryKey, String by, OffsetDateTime at) {

        static InstantReplyResource of(InstantReply reply) {
            return new InstantReplyResource(
                    reply.id().toString(), reply.question(), reply.entryKey(), reply.by(), reply.at());
        }
    }

    @GetMapping
    List<InstantReplyResource> list(@PathVariable String bot) {
        return frequent.marked(bots.get(bot).id()).stream()
                .map(InstantReplyResource::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InstantReplyResource mark(@PathVariable String bot, @RequestBody MarkRequest request) {
        BotId id = bots.get(bot).id();
        new FieldErrors().text("question", request.question(), LONGEST).throwIfAny();
        String question = request.question() == null ? "" : request.question();
        return InstantReplyResource.of(frequent.mark(id, question, request.entryKey()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmark(@PathVariable String bot, @PathVariable String id) {
        frequent.unmark(bots.get(bot).id(), id);
    }
}

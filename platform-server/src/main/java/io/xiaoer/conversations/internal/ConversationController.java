package io.xiaoer.conversations.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.ShopperProfile;
import io.xiaoer.conversations.internal.Wire.MessagesResource;
import io.xiaoer.conversations.internal.Wire.OpenedResource;
import io.xiaoer.conversations.internal.Wire.TurnResource;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.FieldErrors;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Conversations as the shop's own systems lead them; they vouch for the shopper's id. */
@RestController
class ConversationController {

    private final Bots bots;
    private final ConversationCalls calls;

    ConversationController(Bots bots, ConversationCalls calls) {
        this.bots = bots;
        this.calls = calls;
    }

    record Shopper(
            @Nullable String id,
            @Nullable String name,
            @Nullable String registeredAt) {}

    record OpenRequest(@Nullable Shopper shopper, @Nullable Map<String, Object> page) {}

    @PostMapping("/api/v1/bots/{bot}/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedResource open(@PathVariable String bot, @RequestBody OpenRequest request) {
        BotId id = bots.get(bot).id();
        String shopper = request.shopper() == null ? null : request.shopper().id();
        FieldErrors errors = new FieldErrors().text("shopper.id", shopper, 128);
        ShopperProfile profile = profile(request.shopper(), errors);
        errors.throwIfAny();
        return calls.open(id, ShopperRef.customer(Objects.requireNonNull(shopper)), profile, request.page());
    }

    private static ShopperProfile profile(@Nullable Shopper shopper, FieldErrors errors) {
        if (shopper == null) {
            return ShopperProfile.NONE;
        }
        errors.optionalText("shopper.name", shopper.name(), 60);
        OffsetDateTime registeredAt = null;
        if (shopper.registeredAt() != null) {
            try {
                registeredAt = OffsetDateTime.parse(shopper.registeredAt());
            } catch (DateTimeParseException e) {
                errors.reject("shopper.registeredAt", "must be a time such as 2026-01-31T08:00:00+08:00");
            }
        }
        return new ShopperProfile(shopper.name(), registeredAt);
    }

    @PostMapping("/api/v1/conversations/{id}/messages")
    TurnResource send(@PathVariable String id, @RequestBody IncomingMessage message) {
        return calls.send(id, null, null, message);
    }

    @GetMapping("/api/v1/conversations/{id}/messages")
    MessagesResource messages(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer after) {
        return calls.messages(id, null, null, limit, cursor, after);
    }

    @GetMapping(path = "/api/v1/conversations/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return calls.events(id, null, null, lastEventId);
    }
}

package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.NewWebhookEndpoint;
import io.xiaoer.connectors.WebhookDeliveries;
import io.xiaoer.connectors.WebhookDeliveries.Filter;
import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookEndpoint;
import io.xiaoer.connectors.WebhookEndpointDraft;
import io.xiaoer.connectors.WebhookEndpoints;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.connectors.WebhookTrial;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.ShownOnce;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;

    WebhookController(WebhookEndpoints endpoints, WebhookDeliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    record EndResource(String because, OffsetDateTime at) {}

    /** @param secret only where it was just made */
    record EndpointResource(
            String id,
            String url,
            @Nullable String note,
            List<String> events,
            boolean enabled,
            @Nullable String secret,
            OffsetDateTime secretCreatedAt,
            @Nullable OffsetDateTime oldSecretValidUntil,
            @Nullable OffsetDateTime failingSince,
            @Nullable EndResource ended,
            OffsetDateTime createdAt,
            int version) {

        static EndpointResource of(WebhookEndpoint endpoint, @Nullable String secret) {
            WebhookEndpoint.End end = endpoint.end();
            return new EndpointResource(
                    endpoint.id().toString(),
                    endpoint.url(),
                    endpoint.note(),
                    endpoint.events().stream().sorted().map(WebhookEvent::key).toList(),
                    endpoint.enabled(),
                    secret,
                    endpoint.secret().createdAt(),
                    endpoint.secret().oldValidUntil(),
                    endpoint.failingSince(),
                    end == null ? null : new EndResource(end.because().name().toLowerCase(Locale.ROOT), end.at()),
                    endpoint.createdAt(),
                    endpoint.version());
        }
    }

    record FaultResource(String code, String message, String action) {

        static @Nullable FaultResource of(@Nullable WebhookFault fault) {
            return fault == null ? null : new FaultResource(fault.key(), fault.message(), fault.action());
        }
    }

    record TrialResource(
            boolean ok,
            @Nullable Integer status,
            long millis,
            @Nullable FaultResource error) {}

    record TryResource(
            OffsetDateTime at,
            @Nullable Integer status,
            long millis,
            @Nullable FaultResource error) {

        static TryResource of(Try one) {
            return new TryResource(one.at(), one.status(), one.millis(), FaultResource.of(one.fault()));
        }
    }

    record DeliveryResource(
            String id,
            String event,
            @Nullable String conversationId,
            OffsetDateTime happenedAt,
            String state,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable Integer status,
            @Nullable FaultResource error,
            List<TryResource> tries) {

        static DeliveryResource of(WebhookDelivery delivery) {
            UUID conversation = delivery.conversationId();
            return new DeliveryResource(
                    delivery.eventId().toString(),
                    delivery.event().key(),
                    conversation == null ? null : conversation.toString(),
                    delivery.happenedAt(),
                    delivery.state().name().toLowerCase(Locale.ROOT),
                    delivery.attempts(),
                    delivery.nextAttemptAt(),
                    delivery.status(),
                    FaultResource.of(delivery.fault()),
                    delivery.tries().stream().map(TryResource::of).toList());
        }
    }

    record Renewal(@Nullable Boolean revokeOld) {}

    /**
     * @param deliveryId one to replay; null for all that were given up
     * @param since only those that happened since then
     */
    record Replay(@Nullable String deliveryId, @Nullable OffsetDateTime since) {}

    record Replayed(int count) {}

    @GetMapping
    Page<EndpointResource> list() {
        return new Page<>(
                endpoints.list().stream()
                        .map(endpoint -> EndpointResource.of(endpoint, null))
                        .toList(),
                null);
    }

    @PostMapping
    ResponseEntity<EndpointResource> add(@RequestBody WebhookEndpointDraft draft, HttpServletRequest request) {
        request.setAttribute(ShownOnce.FIELDS, List.of("secret"));
        NewWebhookEndpoint fresh = endpoints.add(draft);
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + fresh.endpoint().id()))
                .body(EndpointResource.of(fresh.endpoint(), fresh.secret()));
    }

    @GetMapping("/{id}")
    EndpointResource get(@PathVariable String id) {
        return EndpointResource.of(endpoints.get(id), null);
    }

    @PutMapping("/{id}")
    EndpointResource change(@PathVariable String id, @RequestBody WebhookEndpointDraft draft) {
        return EndpointResource.of(endpoints.change(id, draft), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        endpoints.remove(id);
    }

    @PostMapping("/{id}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    EndpointResource renewSecret(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Renewal renewal,
            HttpServletRequest request) {
        request.setAttribute(ShownOnce.FIELDS, List.of("secret"));
        NewWebhookEndpoint fresh =
                endpoints.renewSecret(id, renewal != null && Boolean.TRUE.equals(renewal.revokeOld()));
        return EndpointResource.of(fresh.endpoint(), fresh.secret());
    }

    @PostMapping("/{id}/test")
    TrialResource test(@PathVariable String id) {
        WebhookTrial trial = endpoints.test(id);
        return new TrialResource(trial.ok(), trial.status(), trial.millis(), FaultResource.of(trial.fault()));
    }

    @GetMapping("/{id}/deliveries")
    Page<DeliveryResource> deliveries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        UUID endpoint = endpoints.get(id).id();
        Page<WebhookDelivery> page = deliveries.list(
                new Filter(endpoint, state == null ? null : state(state), event == null ? null : event(event)),
                cursor,
                Page.limit(limit));
        return new Page<>(page.items().stream().map(DeliveryResource::of).toList(), page.nextCursor());
    }

    @PostMapping("/{id}/replay")
    Replayed replay(@PathVariable String id, @RequestBody(required = false) @Nullable Replay wanted) {
        UUID endpoint = endpoints.get(id).id();
        String delivery = wanted == null ? null : wanted.deliveryId();
        if (delivery == null) {
            return new Replayed(deliveries.replayDead(endpoint, wanted == null ? null : wanted.since()));
        }
        deliveries.replay(endpoint, Ids.parse(delivery).orElseThrow(() -> Problem.notFound("delivery")));
        return new Replayed(1);
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", "must be waiting, delivered or dead"));
    }

    private static WebhookEvent event(String text) {
        return WebhookEvent.of(text).orElseThrow(() -> Problem.invalid("event", "is none that is told"));
    }
}

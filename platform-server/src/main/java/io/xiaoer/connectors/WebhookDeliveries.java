package io.xiaoer.connectors;

import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.internal.hooks.DeliveryLog;
import io.xiaoer.connectors.internal.hooks.HookLanes;
import io.xiaoer.connectors.internal.hooks.HookPayloads;
import io.xiaoer.connectors.internal.hooks.HookRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the endpoints of the bound shop were told in the last {@link #KEPT} and how it went. */
@Service
@Requires(Permission.ADMINISTER)
public class WebhookDeliveries {

    /** How long it is known that an event was told. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** As many as one call replays. */
    public static final int MOST_REPLAYED = 1000;

    private final DeliveryLog log;
    private final HookRows hooks;
    private final HookPayloads payloads;
    private final HookLanes lanes;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WebhookDeliveries(
            DeliveryLog log,
            HookRows hooks,
            HookPayloads payloads,
            HookLanes lanes,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.log = log;
        this.hooks = hooks;
        this.payloads = payloads;
        this.lanes = lanes;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Which deliveries are meant.
     *
     * @param endpoint null for all
     * @param state null for any
     * @param event null for any
     */
    public record Filter(
            @Nullable UUID endpoint,
            @Nullable State state,
            @Nullable WebhookEvent event) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<WebhookDelivery> list(Filter filter, @Nullable String cursor, int limit) {
        return log.list(TenantScope.required(), filter, cursor, limit);
    }

    /** What is told of an event, as it is sent; empty if what it speaks of is gone. */
    public Optional<String> payload(UUID endpoint, UUID eventId) {
        TenantId tenant = TenantScope.required();
        return Objects.requireNonNull(transaction.execute(status -> log.find(tenant, endpoint, eventId)))
                .flatMap(payloads::of)
                .map(body -> new String(body, StandardCharsets.UTF_8));
    }

    /**
     * Tells an endpoint of an event again, under the same id, as if it had just happened.
     *
     * @throws Problem if there is no such delivery, or the endpoint is turned off
     */
    @Transactional
    public void replay(UUID endpoint, UUID eventId) {
        TenantId tenant = TenantScope.required();
        String url = requireEnabled(tenant, endpoint);
        if (!log.replay(tenant, endpoint, eventId, OffsetDateTime.now(clock))) {
            throw Problem.notFound("delivery");
        }
        events.publishEvent(new Audited("webhook.replayed", url, null, Map.of("count", 1)));
        lanes.wakeAfterCommit(tenant, endpoint);
    }

    /**
     * Tells an endpoint again of what was given up, oldest first and {@value #MOST_REPLAYED} at most.
     *
     * @param since null for all that is still known
     * @return how many
     */
    @Transactional
    public int replayDead(UUID endpoint, @Nullable OffsetDateTime since) {
        TenantId tenant = TenantScope.required();
        String url = requireEnabled(tenant, endpoint);
        OffsetDateTime now = OffsetDateTime.now(clock);
        int count = log.replayDead(tenant, endpoint, since == null ? now.minus(KEPT) : since, now, MOST_REPLAYED);
        if (count > 0) {
            events.publishEvent(new Audited("webhook.replayed", url, null, Map.of("count", count)));
            lanes.wakeAfterCommit(tenant, endpoint);
        }
        return count;
    }

    private String requireEnabled(TenantId tenant, UUID endpoint) {
        HookRows.Row hook = hooks.find(tenant, endpoint).orElseThrow(() -> Problem.notFound("webhook"));
        if (!hook.enabled()) {
            throw new Problem(
                    Code.INVALID_INPUT, "The endpoint is turned off. Turn it on before you replay what it missed.");
        }
        return hook.url();
    }
}

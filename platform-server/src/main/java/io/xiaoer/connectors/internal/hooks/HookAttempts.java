package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookEndpoint.Because;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.connectors.internal.hooks.HookRows.Row;
import io.xiaoer.tenancy.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells an endpoint of what is due longest. An attempt is counted before it is made, so that one which takes the node down with it is not
 * made for ever, and two nodes never make the same one. Nothing is locked while the endpoint is asked.
 */
@Component
class HookAttempts {

    /** An endpoint to which nothing got through for so long is turned off. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** After that an attempt of which nothing was heard is taken for lost with its node. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(1);

    private final DeliveryRows rows;
    private final HookRows hooks;
    private final HookSecretRows secrets;
    private final DeliveryLog log;
    private final HookPayloads payloads;
    private final HookCalls calls;
    private final HookEnds ends;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    HookAttempts(
            DeliveryRows rows,
            HookRows hooks,
            HookSecretRows secrets,
            DeliveryLog log,
            HookPayloads payloads,
            HookCalls calls,
            HookEnds ends,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.hooks = hooks;
        this.secrets = secrets;
        this.log = log;
        this.payloads = payloads;
        this.calls = calls;
        this.ends = ends;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a look for something to tell. */
    enum Came {
        /** Nothing was due. */
        NOTHING,
        /** Something was settled without a call, or it arrived. */
        WELL,
        BADLY
    }

    /** @param again how long to wait until the same is tried again; null for what is not */
    record Result(Came came, @Nullable Duration again) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Due(Row hook, WebhookDelivery delivery, List<String> secrets, byte @Nullable [] body) {}

    /** Makes one attempt for the bound tenant, if one is due. */
    Result next(TenantId tenant, UUID hook) {
        Due due = Objects.requireNonNull(transaction.execute(status -> take(tenant, hook)))
                .orElse(null);
        if (due == null) {
            return new Result(Came.NOTHING, null);
        }
        WebhookDelivery delivery = due.delivery();
        byte[] body = due.body();
        if (body == null) {
            return new Result(Came.WELL, null);
        }
        Try attempt =
                calls.tell(due.hook().url(), due.secrets(), delivery.eventId().toString(), body);
        Duration wait = attempt.fault() == null || attempt.fault() == WebhookFault.GONE
                ? null
                : Backoff.after(delivery.attempts(), random).orElse(null);
        transaction.executeWithoutResult(status -> settle(tenant, due.hook(), delivery, attempt, wait));
        return new Result(attempt.fault() == null ? Came.WELL : Came.BADLY, wait);
    }

    /** Counts the attempt that is about to be made; settles at once what there is no sense in telling. */
    private Optional<Due> take(TenantId tenant, UUID hookId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Row hook = hooks.find(tenant, hookId).orElse(null);
        if (hook == null) {
            rows.removeOf(tenant, hookId);
            return Optional.empty();
        }
        if (!hook.enabled()) {
            log.giveUpAll(tenant, hookId, now);
            return Optional.empty();
        }
        WebhookDeliveryRow row = rows.lockDue(tenant, hookId, now).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        WebhookDelivery delivery = row.delivery();
        if (delivery.attempts() >= Backoff.MOST) {
            return settled(tenant, hook, delivery, WebhookFault.INTERRUPTED, now);
        }
        byte[] body = payloads.of(row).orElse(null);
        if (body == null) {
            return settled(tenant, hook, delivery, WebhookFault.ERASED, now);
        }
        int attempts = delivery.attempts() + 1;
        rows.count(tenant, delivery, attempts, now.plus(LOST_AFTER));
        WebhookDelivery counted = new WebhookDelivery(
                delivery.eventId(),
                delivery.endpointId(),
                delivery.event(),
                delivery.conversationId(),
                delivery.happenedAt(),
                delivery.state(),
                attempts,
                null,
                delivery.status(),
                delivery.fault(),
                delivery.tries());
        return Optional.of(new Due(hook, counted, secrets.secrets(tenant, hookId, now), body));
    }

    private Optional<Due> settled(
            TenantId tenant, Row hook, WebhookDelivery delivery, WebhookFault fault, OffsetDateTime now) {
        rows.tried(tenant, delivery, State.DEAD, new Try(now, null, fault, 0), null);
        return Optional.of(new Due(hook, delivery, List.of(), null));
    }

    private void settle(TenantId tenant, Row hook, WebhookDelivery delivery, Try attempt, @Nullable Duration wait) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        WebhookFault fault = attempt.fault();
        if (fault == null) {
            rows.tried(tenant, delivery, State.DELIVERED, attempt, null);
            hooks.works(tenant, hook.id());
            return;
        }
        rows.tried(
                tenant,
                delivery,
                wait == null ? State.DEAD : State.WAITING,
                attempt,
                wait == null ? null : now.plus(wait));
        hooks.fails(tenant, hook.id(), now);
        OffsetDateTime failingSince = hook.failingSince();
        if (fault == WebhookFault.GONE) {
            ends.end(tenant, hook, Because.GONE, now);
        } else if (failingSince != null && failingSince.plus(PATIENCE).isBefore(now)) {
            ends.end(tenant, hook, Because.FAILING, now);
        }
    }
}

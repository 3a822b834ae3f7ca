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

    private final HookDeliveryRows rows;
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
            HookDeliveryRows rows,
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

    private record Due(Row hook, WebhookDeliveryRow row, WebhookDelivery delivery, List<String> secrets) {}

    /** Makes one attempt for the bound tenant, if one is due; holds no transaction while it is made. */
    Result next(TenantId tenant, UUID hook) {
        Due due = Objects.requireNonNull(transaction.execute(status -> take(tenant, hook)))
                .orElse(null);
        if (due == null) {
            return new Result(Came.NOTHING, null);
        }
        WebhookDelivery delivery = due.delivery();
        if (delivery.attempts() > Backoff.MOST) {
            return settled(tenant, delivery, WebhookFault.INTERRUPTED);
        }
        byte[] body = payloads.of(due.row()).orElse(null);
        if (body == null) {
            return settled(tenant, delivery, WebhookFault.ERASED);
        }
        Try attempt =
                calls.tell(due.hook().url(), due.secrets(), delivery.eventId().toString(), body);
        Duration wait = attempt.fault() == null || attempt.fault() == WebhookFault.GONE
                ? null
                : Backoff.after(delivery.attempts(), random).orElse(null);
        transaction.executeWithoutResult(status -> settle(tenant, due.hook(), delivery, attempt, wait));
        return new Result(attempt.fault() == null ? Came.WELL : Came.BADLY, wait);
    }

    /** Counts the attempt that is about to be made. */
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
        return rows.lockDue(tenant, hookId, now).map(row -> {
            WebhookDelivery counted = row.delivery().attempted();
            rows.count(tenant, counted, now.plus(LOST_AFTER));
            return new Due(hook, row, counted, secrets.secrets(tenant, hookId, now));
        });
    }

    /** There is no sense in telling it. */
    private Result settled(TenantId tenant, WebhookDelivery delivery, WebhookFault fault) {
        Try none = new Try(OffsetDateTime.now(clock), null, fault, 0);
        transaction.executeWithoutResult(status -> rows.tried(tenant, delivery, State.DEAD, none, null));
        return new Result(Came.WELL, null);
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

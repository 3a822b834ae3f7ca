package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookTrial;
import io.xiaoer.connectors.internal.hooks.HookRows.Row;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells an endpoint of an event that nothing has caused, to see whether it gets there. */
@Component
public class HookTrials {

    private final HookRows hooks;
    private final HookSecretRows secrets;
    private final HookPayloads payloads;
    private final HookCalls calls;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HookTrials(
            HookRows hooks,
            HookSecretRows secrets,
            HookPayloads payloads,
            HookCalls calls,
            TransactionTemplate transaction,
            Clock clock) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.payloads = payloads;
        this.calls = calls;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Target(String url, List<String> secrets) {}

    /** @throws Problem if there is no such endpoint */
    public WebhookTrial make(TenantId tenant, UUID id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Target target = Objects.requireNonNull(transaction.execute(status -> {
            Row row = hooks.find(tenant, id).orElseThrow(() -> Problem.notFound("webhook"));
            return new Target(row.url(), secrets.secrets(tenant, id, now));
        }));
        Try attempt =
                calls.tell(target.url(), target.secrets(), "test_" + Ids.next(), payloads.trial(id.toString(), now));
        return new WebhookTrial(attempt.status(), attempt.fault(), attempt.millis());
    }
}

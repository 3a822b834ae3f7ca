package io.xiaoer.connectors;

import io.xiaoer.connectors.internal.Signatures;
import io.xiaoer.connectors.internal.hooks.DeliveryLog;
import io.xiaoer.connectors.internal.hooks.HookRows;
import io.xiaoer.connectors.internal.hooks.HookRows.Row;
import io.xiaoer.connectors.internal.hooks.HookSecretRows;
import io.xiaoer.connectors.internal.hooks.HookTrials;
import io.xiaoer.connectors.internal.hooks.Subscriptions;
import io.xiaoer.connectors.internal.outward.AddressRefused;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the bound shop wants told of what happens in its conversations. */
@Service
@Requires(Permission.ADMINISTER)
public class WebhookEndpoints {

    /** As many as a shop may have. */
    public static final int MOST = 5;

    /** How long a replaced secret goes on signing, so that a shop can change without a break. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int MAX_URL = 2000;
    private static final int MAX_NOTE = 100;
    private static final int MOST_SECRETS = 4;

    private final HookRows rows;
    private final HookSecretRows secrets;
    private final DeliveryLog log;
    private final Subscriptions subscriptions;
    private final HookTrials trials;
    private final AllowedHosts allowed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WebhookEndpoints(
            HookRows rows,
            HookSecretRows secrets,
            DeliveryLog log,
            Subscriptions subscriptions,
            HookTrials trials,
            AllowedHosts allowed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.log = log;
        this.subscriptions = subscriptions;
        this.trials = trials;
        this.allowed = allowed;
        this.events = events;
        this.clock = clock;
    }

    /** In the order in which they were added. */
    @Transactional(readOnly = true)
    public List<WebhookEndpoint> list() {
        TenantId tenant = TenantScope.required();
        Map<UUID, WebhookEndpoint.Secret> states = secrets.states(tenant, OffsetDateTime.now(clock));
        return rows.all(tenant).stream()
                .map(row -> endpoint(row, states.get(row.id())))
                .toList();
    }

    /**
     * How the endpoints do.
     *
     * @param count how many there are
     * @param off how many of them are turned off
     * @param failing how many of the others have not taken the last event
     */
    public record Summary(int count, int off, int failing) {}

    @Transactional(readOnly = true)
    public Summary summary() {
        List<Row> all = rows.all(TenantScope.required());
        int off = (int) all.stream().filter(row -> !row.enabled()).count();
        int failing = (int) all.stream()
                .filter(row -> row.enabled() && row.failingSince() != null)
                .count();
        return new Summary(all.size(), off, failing);
    }

    /** @throws Problem if there is none; another shop's looks the same */
    @Transactional(readOnly = true)
    public WebhookEndpoint get(String id) {
        TenantId tenant = TenantScope.required();
        Row row = Ids.parse(id).flatMap(value -> rows.find(tenant, value)).orElseThrow(WebhookEndpoints::missing);
        return endpoint(row, secrets.states(tenant, OffsetDateTime.now(clock)).get(row.id()));
    }

    /**
     * Adds an endpoint; its secret is in the result and can be read nowhere else.
     *
     * @throws Problem naming each field that is wrong, or with {@link Code#QUOTA_EXCEEDED} if there are {@value #MOST}
     */
    @Transactional
    public NewWebhookEndpoint add(WebhookEndpointDraft draft) {
        Valid valid = validate(draft);
        TenantId tenant = TenantScope.required();
        rows.lockAll(tenant);
        if (rows.all(tenant).size() >= MOST) {
            throw Problem.quota("webhooks", "A shop has at most " + MOST + " webhook endpoints. Remove one first.");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Row row = new Row(
                Ids.next(), valid.url(), valid.note(), valid.events(), valid.enabled(), now, null, null, null, 1);
        rows.insert(tenant, row);
        String secret = Signatures.newSecret();
        secrets.insert(tenant, row.id(), secret, now);
        subscriptions.changed(tenant);
        events.publishEvent(new Audited("webhook.added", row.url(), null, told(row)));
        return new NewWebhookEndpoint(endpoint(row, new WebhookEndpoint.Secret(now, null)), secret);
    }

    /**
     * Changes an endpoint. Turning it off gives up what waits for it.
     *
     * @throws Problem naming each field that is wrong, or if the change was made on an older version
     */
    @Transactional
    public WebhookEndpoint change(String id, WebhookEndpointDraft draft) {
        TenantId tenant = TenantScope.required();
        Row old = lock(tenant, id);
        Valid valid = validate(draft);
        if (draft.version() != null && draft.version() != old.version()) {
            throw Problem.versionConflict();
        }
        boolean fresh = valid.enabled() && (!old.enabled() || !valid.url().equals(old.url()));
        Row row = new Row(
                old.id(),
                valid.url(),
                valid.note(),
                valid.events(),
                valid.enabled(),
                old.createdAt(),
                fresh ? null : old.failingSince(),
                valid.enabled() ? null : old.endedBecause(),
                valid.enabled() ? null : old.endedAt(),
                old.version() + 1);
        rows.update(tenant, row);
        if (!row.enabled()) {
            log.giveUpAll(tenant, row.id(), OffsetDateTime.now(clock));
        }
        subscriptions.changed(tenant);
        events.publishEvent(new Audited("webhook.changed", row.url(), told(old), told(row)));
        return get(id);
    }

    /** Takes an endpoint away, with its secrets and the log of what it was told. */
    @Transactional
    public void remove(String id) {
        TenantId tenant = TenantScope.required();
        Row row = lock(tenant, id);
        log.removeAll(tenant, row.id());
        secrets.removeAll(tenant, row.id());
        rows.remove(tenant, row.id());
        subscriptions.changed(tenant);
        events.publishEvent(new Audited("webhook.removed", row.url(), told(row), null));
    }

    /**
     * Gives an endpoint a new secret; it is in the result and can be read nowhere else. For {@link #OVERLAP} events are signed with the
     * one before, too.
     *
     * @param revokeOld whether those before end at once
     */
    @Transactional
    public NewWebhookEndpoint renewSecret(String id, boolean revokeOld) {
        TenantId tenant = TenantScope.required();
        Row row = lock(tenant, id);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (revokeOld) {
            secrets.removeAll(tenant, row.id());
        } else {
            secrets.endNewest(tenant, row.id(), now.plus(OVERLAP));
            secrets.removeEnded(tenant, row.id(), now, MOST_SECRETS - 1);
        }
        String secret = Signatures.newSecret();
        secrets.insert(tenant, row.id(), secret, now);
        events.publishEvent(new Audited(
                "webhook-secret.made",
                row.url(),
                null,
                revokeOld ? Map.of("oldEnded", true) : Map.of("oldSecretValidUntil", now.plus(OVERLAP))));
        return new NewWebhookEndpoint(get(id), secret);
    }

    /**
     * Sends an endpoint a signed event of type {@code webhook.test} now, whether it is turned on or not. Holds no transaction while it
     * waits for the answer.
     */
    public WebhookTrial test(String id) {
        return trials.make(TenantScope.required(), Ids.parse(id).orElseThrow(WebhookEndpoints::missing));
    }

    private record Valid(String url, @Nullable String note, Set<WebhookEvent> events, boolean enabled) {}

    private Valid validate(WebhookEndpointDraft draft) {
        FieldErrors errors = new FieldErrors()
                .text("url", draft.url(), MAX_URL)
                .optionalText("note", draft.note(), MAX_NOTE)
                .rejectIf(draft.events() == null || draft.events().isEmpty(), "events", "is required");
        String url = draft.url() == null ? "" : draft.url().strip();
        if (!url.isEmpty() && url.length() <= MAX_URL) {
            try {
                GuardedAddress.parse(url, allowed);
            } catch (AddressRefused e) {
                errors.reject("url", e.reason());
            }
        }
        Set<WebhookEvent> chosen = new TreeSet<>();
        if (draft.events() != null) {
            draft.events()
                    .forEach(key -> WebhookEvent.of(String.valueOf(key))
                            .ifPresentOrElse(chosen::add, () -> errors.reject("events", "must be among " + known())));
        }
        errors.throwIfAny();
        String note = draft.note() == null || draft.note().isBlank()
                ? null
                : draft.note().strip();
        return new Valid(url, note, chosen, draft.enabled() == null || draft.enabled());
    }

    private static String known() {
        return java.util.Arrays.stream(WebhookEvent.values())
                .map(WebhookEvent::key)
                .collect(Collectors.joining(", "));
    }

    private Row lock(TenantId tenant, String id) {
        return Ids.parse(id).flatMap(value -> rows.lock(tenant, value)).orElseThrow(WebhookEndpoints::missing);
    }

    private static Problem missing() {
        return Problem.notFound("webhook");
    }

    private static WebhookEndpoint endpoint(Row row, WebhookEndpoint.@Nullable Secret secret) {
        return new WebhookEndpoint(
                row.id(),
                row.url(),
                row.note(),
                row.events(),
                row.enabled(),
                secret == null ? new WebhookEndpoint.Secret(row.createdAt(), null) : secret,
                row.createdAt(),
                row.failingSince(),
                row.endedBecause() == null || row.endedAt() == null
                        ? null
                        : new WebhookEndpoint.End(row.endedBecause(), row.endedAt()),
                row.version());
    }

    private static Map<String, Object> told(Row row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("url", row.url());
        told.put("events", row.events().stream().sorted().map(WebhookEvent::key).toList());
        told.put("enabled", row.enabled());
        return told;
    }
}

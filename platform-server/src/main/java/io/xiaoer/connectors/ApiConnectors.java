package io.xiaoer.connectors;

import io.xiaoer.connectors.WayHealth.Hour;
import io.xiaoer.connectors.WayHealth.State;
import io.xiaoer.connectors.internal.Connections;
import io.xiaoer.connectors.internal.ConnectorRows;
import io.xiaoer.connectors.internal.ConnectorRows.Row;
import io.xiaoer.connectors.internal.LookupTrials;
import io.xiaoer.connectors.internal.ShopLookups;
import io.xiaoer.connectors.internal.Signatures;
import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.connectors.internal.WayRows;
import io.xiaoer.connectors.internal.WayRows.Standing;
import io.xiaoer.connectors.internal.outward.AddressRefused;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How the bound shop's own system is connected, and how well that works. */
@Service
@Requires(Permission.ADMINISTER)
public class ApiConnectors {

    /** How long a replaced secret goes on working, so that a shop can change without a break. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int MOST_ACCEPTED = 4;
    private static final int ENDPOINT_BYTES = 18;
    private static final int HOURS = 24;
    private static final Duration FAULTS_SHOWN = Duration.ofDays(7);

    private final ConnectorRows rows;
    private final Connections connections;
    private final LookupTrials trials;
    private final ShopLookups lookups;
    private final WayLog log;
    private final WayRows ways;
    private final AllowedHosts allowed;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiConnectors(
            ConnectorRows rows,
            Connections connections,
            LookupTrials trials,
            ShopLookups lookups,
            WayLog log,
            WayRows ways,
            AllowedHosts allowed,
            Directory directory,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.connections = connections;
        this.trials = trials;
        this.lookups = lookups;
        this.log = log;
        this.ways = ways;
        this.allowed = allowed;
        this.directory = directory;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public ApiConnector get() {
        TenantId tenant = TenantScope.required();
        ApiConnector.Secret secret =
                rows.secretState(tenant, OffsetDateTime.now(clock)).orElse(null);
        return rows.find(tenant)
                .map(row -> new ApiConnector(
                        secret == null ? null : row.endpoint(), row.lookupUrl(), row.enabled(), secret, row.version()))
                .orElse(ApiConnector.NONE);
    }

    /** @throws Problem if the address is not one that may be called, or the change was made on an older version */
    @Transactional
    public ApiConnector change(ApiConnectorChange change) {
        String url = change.lookupUrl() == null || change.lookupUrl().isBlank()
                ? null
                : change.lookupUrl().strip();
        boolean enabled = change.enabled() == null ? url != null : change.enabled();
        check(url);
        TenantId tenant = TenantScope.required();
        Row old = ensured(tenant);
        if (change.version() != null && change.version() != old.version()) {
            throw Problem.versionConflict();
        }
        rows.update(tenant, url, enabled, old.version() + 1, OffsetDateTime.now(clock));
        connections.changed(tenant);
        events.publishEvent(new Audited(
                "connector.changed", "api", setting(old.lookupUrl(), old.enabled()), setting(url, enabled)));
        return get();
    }

    /**
     * Makes the secret that signs look-ups and webhooks; it is in the result and can be read nowhere else.
     *
     * @param revokeOld whether those before end at once, instead of after {@link #OVERLAP}
     */
    @Transactional
    public NewConnectorSecret renewSecret(boolean revokeOld) {
        TenantId tenant = TenantScope.required();
        Row row = ensured(tenant);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (revokeOld) {
            rows.deleteSecrets(tenant);
        } else {
            rows.endNewestSecret(tenant, now.plus(OVERLAP));
            rows.deleteEndedSecrets(tenant, now, MOST_ACCEPTED - 1);
        }
        String secret = Signatures.newSecret();
        rows.insertSecret(tenant, secret, now);
        connections.changed(tenant);
        events.publishEvent(new Audited(
                "connector-secret.made",
                "api",
                null,
                revokeOld ? Map.of("oldEnded", true) : Map.of("oldSecretValidUntil", now.plus(OVERLAP))));
        return new NewConnectorSecret(secret, row.endpoint());
    }

    /**
     * Asks the look-up endpoint about a customer now, whether look-ups are on or not; what arrives is stored. Holds no transaction while
     * it asks.
     *
     * @throws Problem with {@link Code#INVALID_INPUT} if that is no customer id
     */
    public LookupTrial test(String customerId) {
        new FieldErrors().text("customerId", customerId, 128).throwIfAny();
        return trials.make(TenantScope.required(), customerId);
    }

    /** One for each way, as far as all nodes have written it down; this one does so first. */
    @Requires(Permission.VIEW)
    public List<WayHealth> health() {
        log.flush(TenantScope.required());
        return Objects.requireNonNull(transaction.execute(status -> readHealth(TenantScope.required())));
    }

    private List<WayHealth> readHealth(TenantId tenant) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime first = now.withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.HOURS)
                .minusHours(HOURS - 1);
        Map<Way, Standing> standings = ways.standings(tenant);
        Map<Way, List<Hour>> hours = ways.hours(tenant, first);
        Map<Way, List<Fault>> faults = ways.faults(tenant, now.minus(FAULTS_SHOWN));
        return Arrays.stream(Way.values())
                .map(way -> health(
                        way,
                        standings.getOrDefault(way, Standing.NONE),
                        filled(hours.getOrDefault(way, List.of()), first),
                        faults.getOrDefault(way, List.of()),
                        now))
                .toList();
    }

    private WayHealth health(Way way, Standing standing, List<Hour> hours, List<Fault> faults, OffsetDateTime now) {
        OffsetDateTime success = standing.lastSuccessAt();
        OffsetDateTime newest = standing.newestUpdatedAt();
        State state;
        if (way == Way.LOOKUP && lookups.isResting()) {
            state = State.RESTING;
        } else if (faults.isEmpty()) {
            state = success == null ? State.UNUSED : State.WORKING;
        } else {
            boolean recovered =
                    success != null && !success.isBefore(faults.getFirst().lastAt());
            state = recovered ? State.WORKING : State.FAILING;
        }
        return new WayHealth(
                way, state, success, newest, newest == null ? null : Duration.between(newest, now), hours, faults);
    }

    private static List<Hour> filled(List<Hour> hours, OffsetDateTime first) {
        Map<OffsetDateTime, Hour> known = hours.stream()
                .collect(Collectors.toMap(
                        hour -> hour.begin().withOffsetSameInstant(ZoneOffset.UTC), Function.identity()));
        return IntStream.range(0, HOURS)
                .mapToObj(first::plusHours)
                .map(begin -> known.getOrDefault(begin, new Hour(begin, 0, 0)))
                .toList();
    }

    private void check(@Nullable String url) {
        if (url == null) {
            return;
        }
        try {
            GuardedAddress.parse(url, allowed);
        } catch (AddressRefused e) {
            throw Problem.invalid("lookupUrl", e.reason());
        }
    }

    private Row ensured(TenantId tenant) {
        String endpoint = "e_" + Ids.secret(ENDPOINT_BYTES);
        if (rows.ensure(tenant, endpoint, OffsetDateTime.now(clock))) {
            directory.registerWebhookEndpoint(endpoint, tenant);
        }
        return rows.find(tenant).orElseThrow();
    }

    private static Map<String, Object> setting(@Nullable String url, boolean enabled) {
        return url == null ? Map.of("enabled", enabled) : Map.of("lookupUrl", url, "enabled", enabled);
    }
}

package io.xiaoer.connectors.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Texts;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Suspensions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Events from shops' systems, as Standard Webhooks: the signature over the raw bytes is all that opens this door. */
@RestController
class HookController {

    private static final int MAX_ID = 200;
    private static final int MAX_ENDPOINT = 100;

    private final Directory directory;
    private final Suspensions suspensions;
    private final Connections connections;
    private final Deliveries deliveries;
    private final WayLog log;
    private final Clock clock;
    private final Cache<String, TenantId> endpoints = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    HookController(
            Directory directory,
            Suspensions suspensions,
            Connections connections,
            Deliveries deliveries,
            WayLog log,
            Clock clock) {
        this.directory = directory;
        this.suspensions = suspensions;
        this.connections = connections;
        this.deliveries = deliveries;
        this.log = log;
        this.clock = clock;
    }

    /** @param duplicate whether this webhook-id was received before, so that nothing is done */
    record Received(boolean received, boolean duplicate) {}

    @PostMapping("/hooks/v1/{endpoint}")
    Received receive(
            @PathVariable String endpoint,
            @RequestHeader(name = Signatures.ID, required = false) @Nullable String id,
            @RequestHeader(name = Signatures.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = Signatures.SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        TenantId tenant = tenant(endpoint).orElseThrow(() -> Problem.notFound("webhook endpoint"));
        suspensions.of(tenant).ifPresent(suspension -> {
            throw suspension.problem();
        });
        byte[] bytes = body == null ? new byte[0] : body;
        return TenantScope.call(tenant, () -> {
            Signatures.check(connections.get(tenant).secrets(), id, timestamp, signature, bytes, clock.instant())
                    .ifPresent(fault -> {
                        log.failed(tenant, Way.WEBHOOK, fault, null);
                        throw refused(fault);
                    });
            if (id == null || id.isBlank() || id.length() > MAX_ID || !Texts.isClean(id)) {
                throw Problem.invalid(
                        Signatures.ID, "must have 1 to " + MAX_ID + " characters, none of them for control");
            }
            return new Received(true, !deliveries.receive(tenant, id, bytes));
        });
    }

    private Optional<TenantId> tenant(String endpoint) {
        if (endpoint.length() > MAX_ENDPOINT || !Texts.isClean(endpoint)) {
            return Optional.empty();
        }
        TenantId known = endpoints.getIfPresent(endpoint);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TenantId> found = directory.findWebhookEndpoint(endpoint);
        found.ifPresent(tenant -> endpoints.put(endpoint, tenant));
        return found;
    }

    private static Problem refused(Fault.Code fault) {
        return new Problem(Code.UNAUTHORIZED, fault.message() + " " + fault.action());
    }
}

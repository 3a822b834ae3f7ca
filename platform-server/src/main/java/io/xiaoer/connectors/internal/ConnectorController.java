package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.ApiConnector;
import io.xiaoer.connectors.ApiConnectorChange;
import io.xiaoer.connectors.ApiConnectors;
import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.LookupTrial;
import io.xiaoer.connectors.NewConnectorSecret;
import io.xiaoer.connectors.WayHealth;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.ShownOnce;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/connectors/api")
class ConnectorController {

    private final ApiConnectors connectors;
    private final String address;

    ConnectorController(ApiConnectors connectors, @Value("${xiaoer.public-url}") String address) {
        this.connectors = connectors;
        this.address = address;
    }

    record ConnectorResource(
            @Nullable String lookupUrl,
            boolean enabled,
            @Nullable String webhookUrl,
            @Nullable OffsetDateTime secretCreatedAt,
            @Nullable OffsetDateTime oldSecretValidUntil,
            int version) {}

    record Renewal(@Nullable Boolean revokeOld) {}

    record SecretResource(String secret, String webhookUrl) {}

    record TestRequest(@Nullable String customerId) {}

    record FaultResource(
            String code,
            String message,
            String action,
            @Nullable String detail) {

        static FaultResource of(Fault.Code code, @Nullable String detail) {
            return new FaultResource(code.key(), code.message(), code.action(), detail);
        }
    }

    record TestResource(
            boolean ok,
            long millis,
            List<LookupTrial.Item> items,
            @Nullable FaultResource error) {}

    record HourResource(OffsetDateTime begin, int events, int errors) {}

    record ErrorResource(
            String code,
            String message,
            String action,
            @Nullable String detail,
            int times,
            OffsetDateTime lastAt) {

        static ErrorResource of(Fault fault) {
            Fault.Code code = fault.code();
            return new ErrorResource(
                    code.key(), code.message(), code.action(), fault.detail(), fault.times(), fault.lastAt());
        }
    }

    record WayResource(
            String way,
            String state,
            @Nullable OffsetDateTime lastSuccessAt,
            @Nullable OffsetDateTime newestUpdatedAt,
            @Nullable Long lagSeconds,
            List<HourResource> eventsPerHour,
            List<ErrorResource> errors) {

        static WayResource of(WayHealth health) {
            return new WayResource(
                    health.way().key(),
                    health.state().name().toLowerCase(Locale.ROOT),
                    health.lastSuccessAt(),
                    health.newestUpdatedAt(),
                    health.lag() == null ? null : health.lag().toSeconds(),
                    health.hours().stream()
                            .map(hour -> new HourResource(hour.begin(), hour.events(), hour.failures()))
                            .toList(),
                    health.faults().stream().map(ErrorResource::of).toList());
        }
    }

    record HealthResource(List<WayResource> ways) {}

    @GetMapping
    ConnectorResource get() {
        return resource(connectors.get());
    }

    @PutMapping
    ConnectorResource change(@RequestBody ApiConnectorChange change) {
        return resource(connectors.change(change));
    }

    @PostMapping("/secret")
    @ResponseStatus(HttpStatus.CREATED)
    SecretResource renewSecret(@RequestBody(required = false) @Nullable Renewal renewal, HttpServletRequest request) {
        request.setAttribute(ShownOnce.FIELDS, List.of("secret"));
        NewConnectorSecret fresh = connectors.renewSecret(renewal != null && Boolean.TRUE.equals(renewal.revokeOld()));
        return new SecretResource(fresh.secret(), webhookUrl(fresh.endpoint()));
    }

    @PostMapping("/test")
    TestResource test(@RequestBody TestRequest request) {
        if (request.customerId() == null) {
            throw Problem.invalid("customerId", "is required");
        }
        LookupTrial trial = connectors.test(request.customerId());
        return new TestResource(
                trial.ok(),
                trial.millis(),
                trial.items(),
                trial.fault() == null ? null : FaultResource.of(trial.fault(), trial.detail()));
    }

    @GetMapping("/health")
    HealthResource health() {
        return new HealthResource(
                connectors.health().stream().map(WayResource::of).toList());
    }

    private ConnectorResource resource(ApiConnector connector) {
        ApiConnector.Secret secret = connector.secret();
        return new ConnectorResource(
                connector.lookupUrl(),
                connector.enabled(),
                connector.endpoint() == null ? null : webhookUrl(connector.endpoint()),
                secret == null ? null : secret.createdAt(),
                secret == null ? null : secret.oldValidUntil(),
                connector.version());
    }

    private String webhookUrl(String endpoint) {
        return address + "/hooks/v1/" + endpoint;
    }
}

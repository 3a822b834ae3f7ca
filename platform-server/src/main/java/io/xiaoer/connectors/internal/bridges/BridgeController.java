package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.BridgeEvent;
import io.xiaoer.connectors.BridgeStatus;
import io.xiaoer.connectors.Bridges;
import io.xiaoer.connectors.Fault;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/api/v1/connectors/bridges")
class BridgeController {

    private final Bridges bridges;

    BridgeController(Bridges bridges) {
        this.bridges = bridges;
    }

    record ReadingResource(
            boolean full,
            boolean running,
            @Nullable String stage,
            int done,
            @Nullable Integer total,
            int stored,
            int rejected,
            @Nullable String fault,
            @Nullable String detail,
            OffsetDateTime begunAt,
            @Nullable OffsetDateTime endedAt) {

        static ReadingResource of(BridgeStatus.Reading reading) {
            return new ReadingResource(
                    reading.full(),
                    reading.isRunning(),
                    reading.stage(),
                    reading.done(),
                    reading.total(),
                    reading.stored(),
                    reading.rejected(),
                    key(reading.fault()),
                    reading.detail(),
                    reading.begunAt(),
                    reading.endedAt());
        }
    }

    record BridgeResource(
            String bridge,
            String name,
            String state,
            @Nullable String account,
            @Nullable String accountName,
            @Nullable OffsetDateTime connectedAt,
            @Nullable OffsetDateTime lostAt,
            @Nullable ReadingResource reading,
            @Nullable OffsetDateTime readUntil,
            @Nullable OffsetDateTime lastPushAt,
            int waiting) {

        static BridgeResource of(BridgeStatus status) {
            return new BridgeResource(
                    status.bridge(),
                    status.name(),
                    status.state().name().toLowerCase(Locale.ROOT),
                    status.account(),
                    status.accountName(),
                    status.connectedAt(),
                    status.lostAt(),
                    status.reading() == null ? null : ReadingResource.of(status.reading()),
                    status.readUntil(),
                    status.lastPushAt(),
                    status.waiting());
        }
    }

    record BridgesResource(List<BridgeResource> items) {}

    record PageResource(String page) {}

    record ConnectRequest(
            @Nullable String code,
            @Nullable String message,
            @Nullable String state,
            @Nullable Map<String, String> keys) {}

    record ReadAgain(boolean begun) {}

    record ReplayRequest(@Nullable String id) {}

    record EventResource(
            String id,
            String event,
            OffsetDateTime receivedAt,
            @Nullable String subject,
            String state,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable String fault,
            @Nullable String detail) {

        static EventResource of(BridgeEvent event) {
            return new EventResource(
                    event.id(),
                    event.event(),
                    event.receivedAt(),
                    event.subject(),
                    event.state().name().toLowerCase(Locale.ROOT),
                    event.attempts(),
                    event.nextAttemptAt(),
                    key(event.fault()),
                    event.detail());
        }
    }

    @GetMapping
    BridgesResource all() {
        return new BridgesResource(bridges.all(Locale.SIMPLIFIED_CHINESE).stream()
                .map(BridgeResource::of)
                .toList());
    }

    @GetMapping("/{bridge}")
    BridgeResource get(@PathVariable String bridge) {
        return BridgeResource.of(bridges.get(bridge, Locale.SIMPLIFIED_CHINESE));
    }

    /** The page on which the owner agrees. */
    @PostMapping("/{bridge}/authorisation")
    PageResource page(@PathVariable String bridge) {
        return new PageResource(bridges.authorisationPage(bridge));
    }

    /** Connects with a code, or with keys. */
    @PutMapping("/{bridge}")
    BridgeResource connect(@PathVariable String bridge, @RequestBody ConnectRequest request) {
        if (request.keys() != null) {
            bridges.connect(bridge, request.keys());
        } else {
            bridges.get(bridge, Locale.SIMPLIFIED_CHINESE);
            if (request.code() == null || request.code().isBlank()) {
                throw Problem.invalid("code", "is required");
            }
            bridges.authorise(bridge, request.code(), request.message(), request.state());
        }
        return get(bridge);
    }

    @PostMapping("/{bridge}/read-again")
    ReadAgain readAgain(@PathVariable String bridge) {
        return new ReadAgain(bridges.readAgain(bridge));
    }

    @GetMapping("/{bridge}/events")
    Page<EventResource> events(
            @PathVariable String bridge,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Page<BridgeEvent> page = bridges.events(bridge, cursor, Page.limit(limit));
        return new Page<>(page.items().stream().map(EventResource::of).toList(), page.nextCursor());
    }

    @PostMapping("/{bridge}/events/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable String bridge, @RequestBody ReplayRequest request) {
        bridges.replay(bridge, request.id() == null ? "" : request.id());
    }

    @DeleteMapping("/{bridge}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String bridge, @RequestParam(defaultValue = "false") boolean removeData) {
        bridges.leave(bridge, removeData);
    }

    private static @Nullable String key(Fault.@Nullable Code fault) {
        return fault == null ? null : fault.key();
    }
}

package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.outward.AddressRefused;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.connectors.internal.outward.GuardedHttp.Answer;
import io.xiaoer.connectors.internal.outward.Unanswered;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a platform: guarded like all that goes out, each within its time, all within one end. */
public final class BridgeHttp {

    /** Reads numbers as they are written: an id of 64 bits is never a floating one. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Of one call. */
    static final Duration WITHIN = Duration.ofSeconds(5);

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final GuardedHttp http;
    private final AllowedHosts allowed;
    private final Clock clock;
    private final @Nullable Long end;

    private BridgeHttp(GuardedHttp http, AllowedHosts allowed, Clock clock, @Nullable Long end) {
        this.http = http;
        this.allowed = allowed;
        this.clock = clock;
        this.end = end;
    }

    static BridgeHttp unhurried(GuardedHttp http, AllowedHosts allowed, Clock clock) {
        return new BridgeHttp(http, allowed, clock, null);
    }

    /** @param within for all calls together */
    static BridgeHttp within(GuardedHttp http, AllowedHosts allowed, Clock clock, Duration within) {
        return new BridgeHttp(http, allowed, clock, System.nanoTime() + within.toNanos());
    }

    /** How long there is for all that is still to be done. */
    Duration time() {
        return end == null ? Duration.ofDays(1) : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** How long the next call may take. */
    Duration left() {
        Duration left = time();
        return left.compareTo(WITHIN) < 0 ? left : WITHIN;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Posts JSON and reads JSON.
     *
     * @param url may hold a token, so it is told to nobody
     */
    public JsonNode post(String url, Map<String, String> headers, JsonNode body) throws BridgeFailed {
        Duration within = left();
        if (within.isZero()) {
            throw new BridgeFailed(Why.DOWN, "no time left");
        }
        Answer answer;
        try {
            GuardedAddress address = GuardedAddress.parse(url, allowed);
            answer = http.post(
                    address,
                    headers,
                    JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8),
                    within,
                    MOST_BYTES);
        } catch (AddressRefused e) {
            throw new BridgeFailed(Why.DOWN, "the platform's address " + e.reason());
        } catch (Unanswered e) {
            throw new BridgeFailed(
                    e.reason() == Unanswered.Reason.TOO_LARGE || e.reason() == Unanswered.Reason.COMPRESSED
                            ? Why.WRONG_FORM
                            : Why.DOWN,
                    e.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        return read(answer);
    }

    private static JsonNode read(Answer answer) throws BridgeFailed {
        int status = answer.status();
        if (status / 100 != 2) {
            throw new BridgeFailed(why(status), "status " + status);
        }
        try {
            JsonNode read = JSON.readTree(answer.body());
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new BridgeFailed(Why.WRONG_FORM, "no JSON");
        }
        throw new BridgeFailed(Why.WRONG_FORM, "no JSON object");
    }

    private static Why why(int status) {
        return switch (status) {
            case 401 -> Why.TOKEN;
            // how token endpoints say no
            case 400, 403 -> Why.REFUSED;
            case 429 -> Why.BUSY;
            default -> status >= 500 ? Why.DOWN : Why.WRONG_FORM;
        };
    }
}

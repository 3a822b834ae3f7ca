package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.internal.Connections.Connection;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.connectors.internal.outward.GuardedHttp.Answer;
import io.xiaoer.connectors.internal.outward.Unanswered;
import io.xiaoer.shared.Ids;
import io.xiaoer.shopdata.Pushed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One signed call of a shop's look-up endpoint. */
@Component
class LookupCalls {

    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_ITEMS = 200;
    private static final int OK = 200;

    private final GuardedHttp http;
    private final JsonMapper json;
    private final Clock clock;

    LookupCalls(GuardedHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    /** What the endpoint says of a customer, as it says it. */
    List<Pushed> ask(Connection connection, String customerId, Duration within) throws LookupFailed {
        GuardedAddress address = connection.address();
        if (address == null) {
            throw new LookupFailed(Fault.Code.NO_ADDRESS, null);
        }
        if (connection.secrets().isEmpty()) {
            throw new LookupFailed(Fault.Code.NO_SECRET, null);
        }
        Instant now = clock.instant();
        byte[] body = json.writeValueAsString(Map.of(
                        "customerId",
                        customerId,
                        "at",
                        now.truncatedTo(ChronoUnit.MILLIS).toString()))
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Signatures.sign(connection.secrets(), "lookup_" + Ids.next(), now, body);
        Answer answer;
        try {
            answer = http.post(address, headers, body, within, MOST_BYTES);
        } catch (Unanswered e) {
            throw new LookupFailed(code(e.reason()), null);
        }
        if (answer.status() != OK) {
            throw new LookupFailed(code(answer.status()), "status " + answer.status());
        }
        return Batches.read(answer.body(), MOST_ITEMS, false);
    }

    private static Fault.Code code(Unanswered.Reason reason) {
        return switch (reason) {
            case REFUSED -> Fault.Code.ADDRESS_REFUSED;
            case UNKNOWN_NAME -> Fault.Code.UNKNOWN_NAME;
            case NOT_REACHED -> Fault.Code.NOT_REACHED;
            case CERTIFICATE -> Fault.Code.CERTIFICATE;
            case TIMEOUT -> Fault.Code.TIMEOUT;
            case TOO_LARGE -> Fault.Code.TOO_LARGE;
            case COMPRESSED -> Fault.Code.COMPRESSED;
        };
    }

    private static Fault.Code code(int status) {
        return switch (status) {
            case 401, 403 -> Fault.Code.UNAUTHORIZED;
            case 404, 405 -> Fault.Code.NOT_FOUND;
            default -> {
                if (status >= 500) {
                    yield Fault.Code.SERVER_ERROR;
                }
                yield status / 100 == 3 ? Fault.Code.REDIRECT : Fault.Code.UNEXPECTED_STATUS;
            }
        };
    }
}

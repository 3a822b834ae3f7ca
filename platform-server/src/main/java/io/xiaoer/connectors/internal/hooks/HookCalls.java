package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.connectors.internal.Signatures;
import io.xiaoer.connectors.internal.outward.AddressRefused;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.connectors.internal.outward.Unanswered;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One signed call of an endpoint. */
@Component
class HookCalls {

    static final Duration WITHIN = Duration.ofSeconds(5);

    private final GuardedHttp http;
    private final AllowedHosts allowed;
    private final Clock clock;

    HookCalls(GuardedHttp http, AllowedHosts allowed, Clock clock) {
        this.http = http;
        this.allowed = allowed;
        this.clock = clock;
    }

    /** @param id of the message, the same however often it is told */
    Try tell(String url, List<String> secrets, String id, byte[] body) {
        OffsetDateTime at = OffsetDateTime.now(clock);
        long begun = System.nanoTime();
        Integer status = null;
        WebhookFault fault;
        try {
            GuardedAddress address = GuardedAddress.parse(url, allowed);
            status = http.tell(address, Signatures.sign(secrets, id, at.toInstant(), body), body, WITHIN);
            fault = fault(status);
        } catch (AddressRefused e) {
            fault = WebhookFault.ADDRESS_REFUSED;
        } catch (Unanswered e) {
            fault = fault(e.reason());
        }
        return new Try(at, status, fault, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private static WebhookFault fault(Unanswered.Reason reason) {
        return switch (reason) {
            case REFUSED -> WebhookFault.ADDRESS_REFUSED;
            case UNKNOWN_NAME -> WebhookFault.UNKNOWN_NAME;
            case CERTIFICATE -> WebhookFault.CERTIFICATE;
            case TIMEOUT -> WebhookFault.TIMEOUT;
            case NOT_REACHED, TOO_LARGE, COMPRESSED -> WebhookFault.NOT_REACHED;
        };
    }

    private static @Nullable WebhookFault fault(int status) {
        if (status / 100 == 2) {
            return null;
        }
        return switch (status) {
            case 401, 403 -> WebhookFault.UNAUTHORIZED;
            case 404, 405 -> WebhookFault.NOT_FOUND;
            case 410 -> WebhookFault.GONE;
            default -> {
                if (status >= 500) {
                    yield WebhookFault.SERVER_ERROR;
                }
                yield status / 100 == 3 ? WebhookFault.REDIRECT : WebhookFault.UNEXPECTED_STATUS;
            }
        };
    }
}

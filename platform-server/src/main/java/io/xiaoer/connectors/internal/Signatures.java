package io.xiaoer.connectors.internal;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.xiaoer.connectors.Fault;
import io.xiaoer.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Standard Webhooks' signatures, both ways. */
public final class Signatures {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int SECRET_BYTES = 24;

    private Signatures() {}

    /** {@code whsec_} and Base64. */
    public static String newSecret() {
        // 24 bytes need no padding, so only the alphabet differs
        return "whsec_" + Ids.secret(SECRET_BYTES).replace('-', '+').replace('_', '/');
    }

    /** The headers of a signed message: one signature for each secret, so that either side may change secrets first. */
    public static Map<String, String> sign(List<String> secrets, String id, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        String text = new String(body, StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ID, id);
        headers.put(TIMESTAMP, Long.toString(seconds));
        headers.put(
                SIGNATURE,
                secrets.stream().map(secret -> sign(secret, id, seconds, text)).collect(Collectors.joining(" ")));
        return headers;
    }

    /**
     * What is wrong with a message that came in; empty if nothing is.
     *
     * @param body its raw bytes
     */
    public static Optional<Fault.Code> check(
            List<String> secrets,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature,
            byte[] body,
            Instant now) {
        if (id == null || timestamp == null || signature == null) {
            return Optional.of(Fault.Code.BAD_SIGNATURE);
        }
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
                return Optional.of(Fault.Code.LATE);
            }
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return Optional.of(Fault.Code.LATE);
        }
        Map<String, List<String>> headers =
                Map.of(ID, List.of(id), TIMESTAMP, List.of(timestamp), SIGNATURE, List.of(signature));
        String text = new String(body, StandardCharsets.UTF_8);
        return secrets.stream().anyMatch(secret -> isSigned(secret, text, headers))
                ? Optional.empty()
                : Optional.of(Fault.Code.BAD_SIGNATURE);
    }

    private static boolean isSigned(String secret, String text, Map<String, List<String>> headers) {
        try {
            new Webhook(secret).verify(text, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(String secret, String id, long seconds, String text) {
        try {
            return new Webhook(secret).sign(id, seconds, text);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }
}

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shop's signed word for who a shopper is, good for an hour. */
public final class SignedIdentity {

    private SignedIdentity() {}

    /**
     * @param name what the shopper is called, or null
     * @param registeredAt such as "2026-03-01T09:30:00+08:00", or null
     */
    public static String sign(String secret, String customerId, String name, String registeredAt)
            throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"sub\":" + quoted(customerId) + ",\"iat\":" + now + ",\"exp\":" + (now + 3600)
                + (name == null ? "" : ",\"name\":" + quoted(name))
                + (registeredAt == null ? "" : ",\"registeredAt\":" + quoted(registeredAt)) + "}";
        String signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A string of JSON; with a JSON library at hand, let it write the claims. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}

package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.Grant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of an app, and what is signed with them. */
record WeimobKeys(String clientId, String clientSecret) {

    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";

    /** The operator's app; empty if there is none. */
    static Optional<WeimobKeys> of(WeimobSettings settings) {
        return settings.clientId().isBlank() || settings.clientSecret().isBlank()
                ? Optional.empty()
                : Optional.of(new WeimobKeys(settings.clientId(), settings.clientSecret()));
    }

    /** The shop's own app if it typed its keys in, else the operator's. */
    static Optional<WeimobKeys> of(WeimobSettings settings, @Nullable Grant grant) {
        Map<String, String> own = grant == null ? Map.of() : grant.more();
        String id = own.get(CLIENT_ID);
        String secret = own.get(CLIENT_SECRET);
        return id == null || secret == null ? of(settings) : Optional.of(new WeimobKeys(id, secret));
    }

    /** {@code hex md5(clientId + id + msgBody + clientSecret)}, with the message as it was sent, not as it reads. */
    boolean hasSigned(String id, String message, String sign) {
        try {
            // the platform's choice
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] made = md5.digest((clientId + id + message + clientSecret).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(made, HexFormat.of().parseHex(sign.strip()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "WeimobKeys[" + clientId + "]";
    }
}

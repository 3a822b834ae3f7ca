package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.Grant;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys of an app, and what is signed and encrypted with them. */
record YouzanKeys(String clientId, String clientSecret) {

    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";

    private static final int KEY_LENGTH = 16;
    private static final byte[] IV = "0102030405060708".getBytes(StandardCharsets.UTF_8);

    /** The operator's app; empty if there is none. */
    static Optional<YouzanKeys> of(YouzanSettings settings) {
        return settings.clientId().isBlank() || settings.clientSecret().isBlank()
                ? Optional.empty()
                : Optional.of(new YouzanKeys(settings.clientId(), settings.clientSecret()));
    }

    /** The shop's own app if it typed its keys in, else the operator's. */
    static Optional<YouzanKeys> of(YouzanSettings settings, @Nullable Grant grant) {
        Map<String, String> own = grant == null ? Map.of() : grant.more();
        String id = own.get(CLIENT_ID);
        String secret = own.get(CLIENT_SECRET);
        return id == null || secret == null ? of(settings) : Optional.of(new YouzanKeys(id, secret));
    }

    /** {@code hex md5(client_id + raw body + client_secret)} */
    boolean hasSigned(byte[] body, @Nullable String sign) {
        if (sign == null) {
            return false;
        }
        try {
            // the platform's choice
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(clientId.getBytes(StandardCharsets.UTF_8));
            md5.update(body);
            md5.update(clientSecret.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(md5.digest(), HexFormat.of().parseHex(sign.strip()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the platform encrypted for the app: AES-128-CBC under the first 16 characters of the secret. Empty if it did not. */
    Optional<String> decrypt(String message) {
        if (clientSecret.length() < KEY_LENGTH) {
            return Optional.empty();
        }
        try {
            String text = message.contains("%") ? URLDecoder.decode(message, StandardCharsets.UTF_8) : message;
            // a plus that a browser has made a space of
            byte[] sealed = Base64.getMimeDecoder().decode(text.replace(' ', '+'));
            if (sealed.length == 0) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(clientSecret.substring(0, KEY_LENGTH).getBytes(StandardCharsets.UTF_8), "AES"),
                    new IvParameterSpec(IV));
            return Optional.of(new String(cipher.doFinal(sealed), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "YouzanKeys[" + clientId + "]";
    }
}

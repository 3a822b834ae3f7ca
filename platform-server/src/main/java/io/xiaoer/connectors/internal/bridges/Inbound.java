package io.xiaoer.connectors.internal.bridges;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came to a bridge's address.
 *
 * @param headers by their names in lower case
 * @param body its raw bytes
 * @param account from the address; null if the address is the same for all shops
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Inbound(
        Map<String, String> headers, byte[] body, @Nullable String account) {

    public Inbound {
        headers = Map.copyOf(headers);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public @Nullable String header(String nameInLowerCase) {
        return headers.get(nameInLowerCase);
    }

    @Override
    public String toString() {
        return "Inbound[" + body.length + " bytes]";
    }
}

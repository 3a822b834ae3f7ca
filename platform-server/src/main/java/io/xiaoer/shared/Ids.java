package io.xiaoer.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Makes ids and secrets. */
public final class Ids {

    private static final TimeBasedEpochGenerator UUIDS = Generators.timeBasedEpochGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A UUID version 7 (RFC 9562): unique without a sequence, and in time order for an index. */
    public static UUID next() {
        return UUIDS.generate();
    }

    /** An unguessable URL-safe text made of {@code bytes} random bytes. */
    public static String secret(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The id that {@code text} spells; empty for anything else, which then looks like a missing id. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

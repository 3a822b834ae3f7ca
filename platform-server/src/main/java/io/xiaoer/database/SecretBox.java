package io.xiaoer.database;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals what must be kept readable for ourselves but not for whoever gets hold of the database: AES-256-GCM under the
 * installation's data key. What is sealed opens only in the context it was sealed in, so a value copied into another row
 * or another shop is worthless.
 *
 * <p>With several keys the primary one seals and all of them open, so that a key can be changed without a break.
 */
public final class SecretBox {

    private static final char SEPARATOR = '\u0000';

    private final Aead aead;

    public SecretBox(DataKeys keys) {
        try {
            this.aead = keys.keyset().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The data key is not one for authenticated encryption (AEAD).", e);
        }
    }

    /**
     * What a sealed value belongs to, for example table, column, tenant and id. No two lists of parts give the same
     * context.
     */
    public static byte[] context(Object... parts) {
        StringBuilder context = new StringBuilder();
        for (Object part : parts) {
            String text = part.toString();
            if (text.indexOf(SEPARATOR) >= 0) {
                throw new IllegalArgumentException("a part of a context holds a NUL character");
            }
            context.append(text).append(SEPARATOR);
        }
        return context.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] seal(byte[] plain, byte[] context) {
        try {
            return aead.encrypt(plain, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value cannot be sealed", e);
        }
    }

    /** @throws IllegalStateException if it was sealed in another context or with none of our keys, or was altered */
    public byte[] open(byte[] sealed, byte[] context) {
        try {
            return aead.decrypt(sealed, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A sealed value does not open: it was sealed with another data key or for another place. If the key was"
                            + " changed, keep the old one in the keyset beside the new one, or put data.key back.",
                    e);
        }
    }

    /** Seals the text's UTF-8 bytes. */
    public byte[] sealText(String plain, byte[] context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** Opens what {@link #sealText} sealed. */
    public String openText(byte[] sealed, byte[] context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }
}

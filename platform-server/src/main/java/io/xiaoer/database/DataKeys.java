package io.xiaoer.database;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.xiaoer.shared.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The installation's data keys: the primary one seals, each of them opens. They come from {@code XIAOER_DATA_KEY}, else from a file in the data directory that is made when
 * it is first needed.
 */
public final class DataKeys {

    private static final int RAW_BYTES = 32;
    private static final String HOW = " It is 32 random bytes in base64 (openssl rand -base64 32; several separated by"
            + " commas, the one that seals first), or a Tink keyset of AES-GCM keys, as JSON or in base64.";

    private final KeysetHandle keyset;
    private final List<AesGcmKey> keys;

    private DataKeys(KeysetHandle keyset, List<AesGcmKey> keys) {
        this.keyset = keyset;
        this.keys = keys;
    }

    /**
     * Reads what an operator wrote.
     *
     * @param where it stands, for messages
     * @throws IllegalStateException if it is no key; the message never quotes it
     */
    public static DataKeys parse(String text, String where) {
        try {
            AeadConfig.register();
            KeysetHandle keyset = keyset(text.strip());
            List<AesGcmKey> keys = new ArrayList<>();
            for (int i = 0; i < keyset.size(); i++) {
                if (keyset.getAt(i).getKey() instanceof AesGcmKey key && key.getIdRequirementOrNull() != null) {
                    keys.add(key);
                } else {
                    throw new IllegalStateException(where + " holds a key that is not of the type AES-GCM." + HOW);
                }
            }
            return new DataKeys(keyset, keys);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // without the cause: it might quote the key
            throw new IllegalStateException(where + " holds no key." + HOW);
        }
    }

    /** A fresh key, as text for {@link #parse}. */
    public static String generate() {
        try {
            AeadConfig.register();
            AesGcmParameters parameters = parameters(AesGcmParameters.Variant.TINK);
            KeysetHandle fresh = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    public KeysetHandle keyset() {
        return keyset;
    }

    /** The id of the key that seals. */
    public int primary() {
        return keyset.getPrimary().getId();
    }

    public List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < keyset.size(); i++) {
            ids.add(keyset.getAt(i).getId());
        }
        return ids;
    }

    /**
     * Keys for another purpose, one for each key, the primary one's first; they tell nothing of the keys they come from.
     *
     * @param purpose tells them from those for any other purpose
     */
    @AccessesPartialKey
    public List<byte[]> derived(String purpose) {
        List<byte[]> derived = new ArrayList<>();
        for (AesGcmKey key : keys) {
            byte[] secret = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
            byte[] own = Digests.hmacSha256(secret, purpose.getBytes(StandardCharsets.UTF_8));
            Integer id = key.getIdRequirementOrNull();
            derived.add(id != null && id == primary() ? 0 : derived.size(), own);
        }
        return derived;
    }

    private static KeysetHandle keyset(String text) throws GeneralSecurityException {
        if (text.startsWith("{")) {
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        }
        if (text.contains(",")) {
            return ofRaw(Arrays.stream(text.split(",", -1))
                    .map(part -> Base64.getDecoder().decode(part.strip()))
                    .toList());
        }
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length == RAW_BYTES) {
            return ofRaw(List.of(bytes));
        }
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        return decoded.stripLeading().startsWith("{")
                ? TinkJsonProtoKeysetFormat.parseKeyset(decoded, InsecureSecretKeyAccess.get())
                : TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get());
    }

    /** A key's id comes from the key, so that the same bytes are the same key at every start. */
    @AccessesPartialKey
    private static KeysetHandle ofRaw(List<byte[]> keys) throws GeneralSecurityException {
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        for (int i = 0; i < keys.size(); i++) {
            byte[] digest = Digests.sha256().digest(keys.get(i));
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(parameters(AesGcmParameters.Variant.TINK))
                    .setIdRequirement(ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE | 1)
                    .setKeyBytes(SecretBytes.copyFrom(keys.get(i), InsecureSecretKeyAccess.get()))
                    .build();
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
            keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
        }
        return keyset.build();
    }

    private static AesGcmParameters parameters(AesGcmParameters.Variant variant) throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(RAW_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(variant)
                .build();
    }
}

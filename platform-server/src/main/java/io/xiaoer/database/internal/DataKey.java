package io.xiaoer.database.internal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** Where the installation's data key comes from. */
public final class DataKey {

    private static final int KEY_BYTES = 32;

    private DataKey() {}

    /**
     * Reads what an operator wrote.
     *
     * @param source what to call the place the text comes from in an error
     */
    public static KeysetHandle parse(String text, String source) {
        String trimmed = text.strip();
        try {
            AeadConfig.register();
            return trimmed.startsWith("{")
                    ? TinkJsonProtoKeysetFormat.parseKeyset(trimmed, InsecureSecretKeyAccess.get())
                    : raw(trimmed);
        } catch (GeneralSecurityException | RuntimeException e) {
            // without the cause: it might quote the key
            throw new IllegalStateException(source + " holds no usable data key. It must be a Tink keyset in JSON, or "
                    + KEY_BYTES + " random bytes in Base64 as `openssl rand -base64 " + KEY_BYTES
                    + "` makes them.");
        }
    }

    public static KeysetHandle in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return parse(Files.readString(file), file.toString());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "The data key " + file + " can be neither read nor made: " + e.getMessage()
                            + ". Make its directory writable, or set XIAOER_DATA_KEY.",
                    e);
        }
    }

    @AccessesPartialKey
    private static KeysetHandle raw(String text) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        byte[] bytes = Base64.getDecoder().decode(text);
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setIdRequirement(id(bytes))
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).makePrimary())
                .build();
    }

    /** Comes from the key, so that the same bytes are the same key at every start and in every keyset. */
    private static int id(byte[] bytes) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE | 1;
    }

    /** Whole or not at all, and never over a key that another process made meanwhile. */
    private static void make(Path file) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(
                directory,
                "data-key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // made by another process since; that one counts
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}

package io.xiaoer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final byte[] CONTEXT = SecretBox.context("bots.widget_secret", "shop", "bot");

    @TempDir
    Path directory;

    @Test
    void opensWhatItSealed() {
        SecretBox box = SecretBox.of(key());

        byte[] sealed = box.sealText("13800138000", CONTEXT);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("138001");
        assertThat(box.openText(sealed, CONTEXT)).isEqualTo("13800138000");
    }

    @Test
    void opensInNoOtherContext() {
        SecretBox box = SecretBox.of(key());
        byte[] sealed = box.sealText("secret", CONTEXT);

        assertThatIllegalStateException()
                .isThrownBy(() -> box.open(sealed, SecretBox.context("bots.widget_secret", "shop2", "bot")));
    }

    @Test
    void refusesWhatWasAltered() {
        SecretBox box = SecretBox.of(key());
        byte[] sealed = box.sealText("secret", CONTEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> box.open(sealed, CONTEXT));
    }

    @Test
    void tellsContextsApartWhateverTheirPartsHold() {
        assertThat(SecretBox.context("a", "bc")).isNotEqualTo(SecretBox.context("ab", "c"));
        assertThat(SecretBox.context("a", "")).isNotEqualTo(SecretBox.context("a"));
    }

    @Test
    void opensWithAnOldKeyAndSealsWithTheNew() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        byte[] before = SecretBox.of(json(old)).sealText("before", CONTEXT);

        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        SecretBox both = SecretBox.of(json(rotated));

        assertThat(both.openText(before, CONTEXT)).isEqualTo("before");
        byte[] after = both.sealText("after", CONTEXT);
        assertThat(both.openText(after, CONTEXT)).isEqualTo("after");
        assertThatIllegalStateException()
                .isThrownBy(() -> SecretBox.of(json(old)).open(after, CONTEXT))
                .withMessageContaining("data-key.json");
    }

    @Test
    void theSameBytesAreTheSameKeyAtEveryStart() {
        String key = key();
        byte[] sealed = SecretBox.of(key).sealText("secret", CONTEXT);
        assertThat(SecretBox.of(" " + key + "\n").openText(sealed, CONTEXT)).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{}", "{\"primaryKeyId\":1}", "c2hvcnQ=", ",", "a b"})
    void saysWhatAKeyMustBeAndQuotesNothingOfIt(String malformed) {
        assertThatIllegalStateException()
                .isThrownBy(() -> SecretBox.of(malformed))
                .withMessageStartingWith("XIAOER_DATA_KEY holds no usable data key")
                .withMessageContaining("openssl rand -base64 32")
                .withNoCause();
    }

    @Test
    void makesAFileForItsOwnerAloneAndReadsItAgain() throws IOException {
        Path file = directory.resolve("deep").resolve("data-key.json");

        byte[] sealed = SecretBox.in(file).sealText("secret", CONTEXT);

        assertThat(SecretBox.in(file).openText(sealed, CONTEXT)).isEqualTo("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory.resolve("deep"))) {
            assertThat(files).containsExactly(file);
        }
        assertThat(SecretBox.of(Files.readString(file)).openText(sealed, CONTEXT))
                .as("what the file holds may move into the environment")
                .isEqualTo("secret");
    }

    @Test
    void isOneKeyHoweverManyProcessesMakeItAtOnce() throws InterruptedException, ExecutionException {
        Path file = directory.resolve("data-key.json");
        Callable<byte[]> sealing = () -> SecretBox.in(file).sealText("secret", CONTEXT);
        Set<String> opened = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<byte[]> sealed : threads.invokeAll(java.util.Collections.nCopies(16, sealing))) {
                opened.add(SecretBox.in(file).openText(sealed.get(), CONTEXT));
            }
        }
        assertThat(opened).containsExactly("secret");
    }

    @Test
    void saysWhichFileHoldsNoKey() throws IOException {
        Path file = Files.writeString(directory.resolve("data-key.json"), "torn");

        assertThatIllegalStateException().isThrownBy(() -> SecretBox.in(file)).withMessageStartingWith(file.toString());
    }

    private static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package io.xiaoer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final byte[] CONTEXT = SecretBox.context("bots.widget_secret", "shop", "bot");

    @Test
    void opensWhatItSealed() {
        SecretBox box = box(key());

        byte[] sealed = box.sealText("13800138000", CONTEXT);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("138001");
        assertThat(box.openText(sealed, CONTEXT)).isEqualTo("13800138000");
    }

    @Test
    void opensInNoOtherContext() {
        SecretBox box = box(key());
        byte[] sealed = box.sealText("secret", CONTEXT);

        assertThatIllegalStateException()
                .isThrownBy(() -> box.open(sealed, SecretBox.context("bots.widget_secret", "shop2", "bot")));
    }

    @Test
    void refusesWhatWasAltered() {
        SecretBox box = box(key());
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
        byte[] before = box(json(old)).sealText("before", CONTEXT);

        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        SecretBox both = box(json(rotated));

        assertThat(both.openText(before, CONTEXT)).isEqualTo("before");
        byte[] after = both.sealText("after", CONTEXT);
        assertThat(both.openText(after, CONTEXT)).isEqualTo("after");
        assertThatIllegalStateException()
                .isThrownBy(() -> box(json(old)).open(after, CONTEXT))
                .withMessageContaining("data.key");
    }

    private static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SecretBox box(String key) {
        return new SecretBox(DataKeys.parse(key, "XIAOER_DATA_KEY"));
    }
}

package io.xiaoer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DataKeysTest {

    private static final String RAW = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void takesTheSameBytesAsTheSameKey() throws GeneralSecurityException {
        byte[] sealed = aead(DataKeys.parse(RAW, "key")).encrypt(new byte[] {1}, new byte[0]);

        assertThat(aead(DataKeys.parse(RAW + "\n", "key")).decrypt(sealed, new byte[0]))
                .containsExactly(1);
    }

    @Test
    void takesAKeysetAsJsonAndInBase64() {
        String keyset = DataKeys.generate();
        String coded = Base64.getEncoder().encodeToString(keyset.getBytes(StandardCharsets.UTF_8));

        assertThat(DataKeys.parse(keyset, "key").primary())
                .isEqualTo(DataKeys.parse(coded, "key").primary());
    }

    @Test
    void opensWithAnOldKeyWhatItSealed() throws GeneralSecurityException {
        DataKeys old = DataKeys.parse(DataKeys.generate(), "key");
        byte[] sealed = aead(old).encrypt(new byte[] {7}, new byte[0]);
        KeysetHandle both = KeysetHandle.newBuilder(old.keyset())
                .addEntry(KeysetHandle.importKey(DataKeys.parse(DataKeys.generate(), "key")
                                .keyset()
                                .getPrimary()
                                .getKey())
                        .makePrimary())
                .build();

        DataKeys rotated =
                DataKeys.parse(TinkJsonProtoKeysetFormat.serializeKeyset(both, InsecureSecretKeyAccess.get()), "key");

        assertThat(rotated.primary()).isNotEqualTo(old.primary());
        assertThat(rotated.ids()).contains(old.primary());
        assertThat(aead(rotated).decrypt(sealed, new byte[0])).containsExactly(7);
        assertThat(rotated.derived("marks"))
                .hasSize(2)
                .last()
                .isEqualTo(old.derived("marks").getFirst());
        assertThat(old.derived("marks")).isNotEqualTo(old.derived("other"));
    }

    @Test
    void takesSeveralKeysOfWhichTheFirstSeals() {
        String fresh =
                Base64.getEncoder().encodeToString("fresh-fresh-fresh-fresh-fresh-32".getBytes(StandardCharsets.UTF_8));

        DataKeys both = DataKeys.parse(fresh + "," + RAW, "key");

        assertThat(both.primary()).isEqualTo(DataKeys.parse(fresh, "key").primary());
        assertThat(both.ids()).contains(DataKeys.parse(RAW, "key").primary());
    }

    @Test
    void saysWhatAKeyIsWithoutQuotingIt() {
        for (String wrong : new String[] {"secret words!", Base64.getEncoder().encodeToString(new byte[31]), "{}"}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> DataKeys.parse(wrong, "XIAOER_DATA_KEY"))
                    .withMessageContaining("XIAOER_DATA_KEY holds no key")
                    .withMessageNotContaining("secret words");
        }
    }

    private static Aead aead(DataKeys keys) throws GeneralSecurityException {
        return keys.keyset().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}

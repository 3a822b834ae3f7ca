package io.xiaoer.connectors.internal.youzan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Signatures and encryption against values made with other tools. */
class YouzanKeysTest {

    private static final YouzanKeys KEYS = new YouzanKeys("c1a2b3", "0123456789abcdef0123456789abcdef");

    private static final byte[] BODY =
            ("{\"client_id\":\"c1a2b3\",\"kdt_id\":1234,\"msg_id\":\"m-1\",\"type\":\"trade_TradePaid\","
                            + "\"msg\":\"%7B%22tid%22%3A%22E1%22%7D\",\"version\":3}")
                    .getBytes(StandardCharsets.UTF_8);

    private static final String MESSAGE = "Fo3cR1gRIrQQgP7ULfLNpbusjI/qgI9DAYfkfVrwzv05K0ZBizLPoVEAwQHVnPzD";

    @Test
    void knowsTheSignatureOfThePlatform() {
        assertThat(KEYS.hasSigned(BODY, "099016f90c18ca23de9af8ce88309cfd")).isTrue();
        assertThat(KEYS.hasSigned(BODY, "099016F90C18CA23DE9AF8CE88309CFD")).isTrue();
    }

    @Test
    void takesNoOtherForIt() {
        assertThat(KEYS.hasSigned(BODY, "099016f90c18ca23de9af8ce88309cfe")).isFalse();
        assertThat(KEYS.hasSigned(BODY, null)).isFalse();
        assertThat(KEYS.hasSigned(BODY, "")).isFalse();
        assertThat(KEYS.hasSigned(BODY, "not hexadecimal")).isFalse();
        assertThat(KEYS.hasSigned(
                        (new String(BODY, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8),
                        "099016f90c18ca23de9af8ce88309cfd"))
                .isFalse();
    }

    @Test
    void readsWhatIsEncryptedForTheApp() {
        assertThat(KEYS.decrypt(MESSAGE)).contains("{\"kdt_id\":1234,\"shop_name\":\"小满铺\"}");
        assertThat(KEYS.decrypt(MESSAGE.replace("/", "%2F"))).isPresent();
    }

    @Test
    void readsNothingThatIsNot() {
        assertThat(KEYS.decrypt("AAAA")).isEmpty();
        assertThat(KEYS.decrypt("?")).isEmpty();
        assertThat(new YouzanKeys("c1a2b3", "fedcba9876543210")
                        .decrypt(MESSAGE)
                        .filter(text -> text.contains("kdt_id")))
                .isEmpty();
        assertThat(new YouzanKeys("c1a2b3", "short").decrypt(MESSAGE)).isEmpty();
    }

    @Test
    void tellsNobodyItsSecret() {
        assertThat(KEYS.toString()).doesNotContain("0123456789abcdef");
    }
}

package io.xiaoer.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.security.internal.VendorAccess.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorAccessTest {

    @Test
    void splitsAtTheFirstColon() {
        assertThat(Credentials.parse("V", "id:secret", "ops : a:b ")).hasValue(new Credentials("ops", " a:b "));
    }

    @Test
    void isNothingWhenUnset() {
        assertThat(Credentials.parse("V", "id:secret", "")).isEmpty();
        assertThat(Credentials.parse("V", "id:secret", "  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", ":secret", " :secret", "ops:", "ops: "})
    void saysWhichVariableIsWrong(String text) {
        assertThatThrownBy(() -> Credentials.parse("XIAOER_OPS_CLIENT", "id:secret", text))
                .hasMessage("XIAOER_OPS_CLIENT must have the form id:secret.");
    }

    @Test
    void doesNotPrintTheSecret() {
        assertThat(new Credentials("ops", "geheim").toString()).doesNotContain("geheim");
    }
}

package io.xiaoer.connectors.internal.weimob;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.Inbound;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures against values made with another tool. */
class WeimobSignatureTest {

    private static final WeimobKeys APP = new WeimobKeys("7B6Ac1", "s3cr3t");

    private static final String MESSAGE = "{\\\"orderNo\\\":9007199254740993,\\\"bosId\\\":4021}";
    private static final String SIGN = "9e6dc834054947d0b22d389a0241c270";

    @Test
    void knowsTheSignatureOfThePlatform() {
        assertThat(isSigned("\"msg-1\"", "4021", SIGN, MESSAGE)).isTrue();
        assertThat(isSigned("\"msg-1\"", "\"4021\"", SIGN.toUpperCase(java.util.Locale.ROOT), MESSAGE))
                .isTrue();
    }

    @Test
    void signsTheMessageAsItWasSentWithItsQuotesAndChinese() {
        assertThat(isSigned(
                        "\"9223372036854775807\"",
                        "4021",
                        "7ebe610c01537cb95129e2101edb1965",
                        "{\\\"remark\\\":\\\"小满 \\\\\\\"铺\\\\\\\"\\\",\\\"orderNo\\\":\\\"9223372036854775807\\\"}"))
                .isTrue();
    }

    @Test
    void takesAnIdThatIsANumberInAllItsDigits() {
        assertThat(isSigned("123", "4021", "cb7de090ad703d350c8039d818b7025a", "{\\\"orderNo\\\":1}"))
                .isTrue();
    }

    @Test
    void takesNoOtherForIt() {
        assertThat(isSigned("\"msg-1\"", "4021", "9e6dc834054947d0b22d389a0241c271", MESSAGE))
                .isFalse();
        assertThat(isSigned("\"msg-1\"", "4021", "", MESSAGE)).isFalse();
        assertThat(isSigned("\"msg-1\"", "4021", "not hexadecimal", MESSAGE)).isFalse();
        assertThat(isSigned("\"msg-2\"", "4021", SIGN, MESSAGE)).isFalse();
        // the same with spaces in it: adf5a65ae8330fa2b946adbab686be52
        assertThat(isSigned(
                        "\"msg-1\"", "4021", SIGN, MESSAGE.replace(":", ": ").replace(",", ", ")))
                .isFalse();
        assertThat(WeimobPushes.isSigned(inbound("no JSON"), APP)).isFalse();
        assertThat(WeimobPushes.isSigned(inbound("{\"id\":\"msg-1\",\"msgBody\":{},\"sign\":\"" + SIGN + "\"}"), APP))
                .isFalse();
    }

    @Test
    void aSignedMessageOfOneShopIsNotTakenForAnothers() {
        // good for the shop that the message names
        assertThat(isSigned(
                        "\"msg-2\"",
                        "4022",
                        "2fc0842e57b7544684319aa9f5da91f1",
                        "{\\\"orderNo\\\":1,\\\"bosId\\\":4022}"))
                .isTrue();
        assertThat(isSigned(
                        "\"msg-2\"",
                        "4021",
                        "2fc0842e57b7544684319aa9f5da91f1",
                        "{\\\"orderNo\\\":1,\\\"bosId\\\":4022}"))
                .isFalse();
    }

    @Test
    void tellsNobodyItsSecret() {
        assertThat(APP.toString()).doesNotContain("s3cr3t");
    }

    private static boolean isSigned(String id, String shop, String sign, String message) {
        return WeimobPushes.isSigned(
                inbound("{\"id\":" + id + ",\"topic\":\"weimob_shop.order\",\"event\":\"statusUpdate\",\"bosId\":"
                        + shop + ",\"sign\":\"" + sign + "\",\"msgBody\":\"" + message + "\"}"),
                APP);
    }

    private static Inbound inbound(String body) {
        return new Inbound(Map.of(), body.getBytes(StandardCharsets.UTF_8), null);
    }
}

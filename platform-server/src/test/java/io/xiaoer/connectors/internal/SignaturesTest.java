package io.xiaoer.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.Fault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final byte[] BODY = "{\"kind\": \"orders\", \"备注\": \"好\"}".getBytes(StandardCharsets.UTF_8);

    // the library looks at the real clock too
    private final Instant now = Instant.now();

    @Test
    void signsAsStandardWebhooksSays() throws GeneralSecurityException {
        String secret = Signatures.newSecret();
        Map<String, String> headers = Signatures.sign(List.of(secret), "msg_1", now, BODY);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update(("msg_1." + now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(headers.get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(BODY)));
    }

    @Test
    void eitherSecretIsGoodWhileBothAre() {
        String fresh = Signatures.newSecret();
        String old = Signatures.newSecret();
        Map<String, String> headers = Signatures.sign(List.of(fresh, old), "m", now, BODY);

        assertThat(check(List.of(old), headers, BODY)).isEmpty();
        assertThat(check(List.of(fresh), headers, BODY)).isEmpty();
        assertThat(check(List.of(Signatures.newSecret()), headers, BODY)).contains(Fault.Code.BAD_SIGNATURE);
        assertThat(check(List.of(), headers, BODY)).contains(Fault.Code.BAD_SIGNATURE);
    }

    @Test
    void refusesAnotherBodyIdOrTime() {
        List<String> secrets = List.of(Signatures.newSecret());
        Map<String, String> headers = Signatures.sign(secrets, "m", now, BODY);
        String signature = headers.get("webhook-signature");
        String time = headers.get("webhook-timestamp");

        assertThat(check(secrets, headers, new byte[] {1})).contains(Fault.Code.BAD_SIGNATURE);
        assertThat(Signatures.check(secrets, "other", time, signature, BODY, now))
                .contains(Fault.Code.BAD_SIGNATURE);
        assertThat(Signatures.check(secrets, "m", Long.toString(now.getEpochSecond() + 1), signature, BODY, now))
                .contains(Fault.Code.BAD_SIGNATURE);
        assertThat(Signatures.check(secrets, "m", time, null, BODY, now)).contains(Fault.Code.BAD_SIGNATURE);
        assertThat(Signatures.check(secrets, "m", "soon", signature, BODY, now)).contains(Fault.Code.LATE);
    }

    @Test
    void refusesWhatIsMoreThanFiveMinutesOff() {
        List<String> secrets = List.of(Signatures.newSecret());
        for (int seconds : new int[] {-301, 301}) {
            Map<String, String> headers = Signatures.sign(secrets, "m", now.plusSeconds(seconds), BODY);
            assertThat(check(secrets, headers, BODY)).contains(Fault.Code.LATE);
        }
    }

    private Optional<Fault.Code> check(List<String> secrets, Map<String, String> headers, byte[] body) {
        return Signatures.check(
                secrets,
                headers.get("webhook-id"),
                headers.get("webhook-timestamp"),
                headers.get("webhook-signature"),
                body,
                now);
    }
}

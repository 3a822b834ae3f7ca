package io.xiaoer.onboarding.internal;

import io.xiaoer.database.DataKeys;
import io.xiaoer.database.SecretBox;
import io.xiaoer.shared.Digests;
import io.xiaoer.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Digests that tell nobody anything who does not have the installation's key. */
@Component
class PhraseDigests {

    private static final String PURPOSE = "xiaoer phrases across shops";

    private final List<byte[]> keys;

    PhraseDigests(DataKeys keys) {
        this.keys = keys.derived(PURPOSE);
    }

    byte[] phrase(String vertical, String locale, String text) {
        return Digests.hmacSha256(keys.getFirst(), SecretBox.context("phrase", vertical, locale, text));
    }

    byte[] shop(TenantId shop) {
        return Digests.hmacSha256(keys.getFirst(), SecretBox.context("shop", shop));
    }

    /** The shop's digests under all keys, so that what was written before a change of keys is found too. */
    List<byte[]> shopUnderAll(TenantId shop) {
        return keys.stream()
                .map(key -> Digests.hmacSha256(key, SecretBox.context("shop", shop)))
                .toList();
    }
}

package io.xiaoer.shopdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.xiaoer.database.DataKeys;
import io.xiaoer.database.SecretBox;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.testing.IntegrationTest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What a start with this or that key does, once something was sealed. */
class SealingIT extends IntegrationTest {

    private static final TenantId SHOP = new TenantId(UUID.fromString("00000000-0000-7000-8000-00000000a001"));
    private static final TenantId OTHER = new TenantId(UUID.fromString("00000000-0000-7000-8000-00000000a002"));

    @Autowired
    private Sealing sealing;

    @Autowired
    private DSLContext db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private byte[] sealed;

    @BeforeEach
    void sealSomething() {
        sealed = sealing.seal(SHOP, "customers", "c1", "13812341234");
    }

    @Test
    void opensInItsPlaceOnly() {
        assertThat(sealing.open(SHOP, "customers", "c1", sealed)).isEqualTo("13812341234");
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(SHOP, "customers", "c2", sealed));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(SHOP, "orders", "c1", sealed));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(OTHER, "customers", "c1", sealed));
    }

    @Test
    void refusesToStartWithAnotherKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(DataKeys.generate()))
                .withMessageContaining("sealed with another key")
                .withMessageContaining("XIAOER_DATA_KEY");
    }

    @Test
    void opensAndRecognisesWhatWasThereBeforeTheKeyWasChanged() throws GeneralSecurityException {
        KeysetHandle both = KeysetHandle.newBuilder(
                        DataKeys.parse(DATA_KEY, "key").keyset())
                .addEntry(KeysetHandle.importKey(DataKeys.parse(DataKeys.generate(), "key")
                                .keyset()
                                .getPrimary()
                                .getKey())
                        .makePrimary())
                .build();

        Sealing rotated = start(TinkJsonProtoKeysetFormat.serializeKeyset(both, InsecureSecretKeyAccess.get()));

        assertThat(rotated.open(SHOP, "customers", "c1", sealed)).isEqualTo("13812341234");
        assertThat(rotated.marks(SHOP, "customers", "c1"))
                .hasSize(2)
                .last()
                .isEqualTo(sealing.marks(SHOP, "customers", "c1").getFirst());
    }

    @Test
    void marksTheSameIdOfTwoShopsDifferently() {
        assertThat(sealing.marks(SHOP, "customers", "c1")).isNotEqualTo(sealing.marks(OTHER, "customers", "c1"));
    }

    private Sealing start(String key) {
        DataKeys keys = DataKeys.parse(key, "XIAOER_DATA_KEY");
        Sealing fresh = new Sealing(keys, new SecretBox(keys), db, transactions, clock);
        fresh.afterSingletonsInstantiated();
        return fresh;
    }
}

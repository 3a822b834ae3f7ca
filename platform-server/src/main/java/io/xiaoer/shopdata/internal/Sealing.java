package io.xiaoer.shopdata.internal;

import io.xiaoer.database.DataKeys;
import io.xiaoer.database.SecretBox;
import io.xiaoer.shared.Digests;
import io.xiaoer.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals personal data before it is stored, each piece bound to its place, so that it opens nowhere else. The key is
 * {@code XIAOER_DATA_KEY}, else a generated one in the data directory. A start without a key that sealed something is refused.
 */
@Component
class Sealing implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String KNOWN = "this opens with the right key only";
    private static final String MARKS = "xiaoer marks of erased records";

    private final DataKeys keys;
    private final SecretBox box;
    private final List<byte[]> markKeys;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean announced;

    Sealing(DataKeys keys, SecretBox box, DSLContext db, PlatformTransactionManager transactions, Clock clock) {
        this.keys = keys;
        this.box = box;
        this.markKeys = keys.derived(MARKS);
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        // the caller's transaction may fail after another one has sealed
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Known> known = transaction.execute(status -> known());
        if (known != null) {
            known.forEach(this::check);
        }
    }

    private record Known(int keyId, byte[] sealed) {}

    private void check(Known known) {
        try {
            if (keys.ids().contains(known.keyId())) {
                box.open(known.sealed(), context(known.keyId()));
                return;
            }
        } catch (IllegalStateException e) {
            LOG.debug("Key {} is another one than before", known.keyId());
        }
        throw new IllegalStateException("The database holds personal data sealed with another key (number "
                + known.keyId() + ") than those of XIAOER_DATA_KEY or, where that is not set, of"
                + " data.key in the data directory. Start with the key it was sealed with, or put its file back; to change"
                + " keys, add the new one to the keyset as its primary"
                + " one and keep the old one in it.");
    }

    /** Makes sure, once, that a later start with another key is noticed. */
    private void announce() {
        if (announced) {
            return;
        }
        int id = keys.primary();
        Known known = transaction.execute(status -> {
            byte[] sealed = box.sealText(KNOWN, context(id));
            db.execute(
                    "insert into platform.data_key (key_id, sealed, created_at) values (?, ?, ?::timestamptz)"
                            + " on conflict (key_id) do nothing",
                    id,
                    sealed,
                    OffsetDateTime.now(clock));
            List<Known> all = known();
            all.forEach(this::check);
            return all.getFirst();
        });
        announced = known != null;
    }

    private List<Known> known() {
        return db.resultQuery("select key_id, sealed from platform.data_key order by key_id")
                .fetch(row -> new Known(row.get("key_id", Integer.class), row.get("sealed", byte[].class)));
    }

    private static byte[] context(int keyId) {
        return ("platform.data_key/" + keyId).getBytes(StandardCharsets.UTF_8);
    }

    /** Seals {@code text} so that only the same place opens it. */
    byte[] seal(TenantId tenant, String kind, String id, String text) {
        announce();
        return box.sealText(text, place(tenant, kind, id));
    }

    /** @throws IllegalStateException if it was not sealed for this place, or not with our keys */
    String open(TenantId tenant, String kind, String id, byte[] sealed) {
        return box.openText(sealed, place(tenant, kind, id));
    }

    /**
     * What stands for an id that must not be kept: the same for the same id and key, and without the key it tells nothing.
     *
     * @return one for each key, that of the primary one first
     */
    List<String> marks(TenantId tenant, String kind, String id) {
        return markKeys.stream()
                .map(key -> HexFormat.of().formatHex(Digests.hmacSha256(key, place(tenant, kind, id))))
                .toList();
    }

    /** No tenant and no kind has a line end, so no two places are spelled alike. */
    private static byte[] place(TenantId tenant, String kind, String id) {
        return (tenant + "\n" + kind + "\n" + id).getBytes(StandardCharsets.UTF_8);
    }
}

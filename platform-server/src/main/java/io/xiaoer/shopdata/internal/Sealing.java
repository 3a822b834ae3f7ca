package io.xiaoer.shopdata.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import io.xiaoer.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
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
    private static final byte[] MARKS = "xiaoer marks of erased records".getBytes(StandardCharsets.UTF_8);

    private final String configured;
    private final DataKeyFile file;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean announced;
    private DataKeys keys;
    private Aead aead;
    private List<byte[]> markKeys;

    @SuppressWarnings("NullAway.Init") // set before the application takes requests
    Sealing(
            @Value("${xiaoer.data-key:}") String configured,
            @Value("${xiaoer.db.data}") Path directory,
            DSLContext db,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.configured = configured;
        this.file = new DataKeyFile(directory);
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        // the caller's transaction may fail after another one has sealed
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Known> known = transaction.execute(status -> known());
        keys = load(known != null && !known.isEmpty());
        try {
            aead = keys.keyset().getPrimitive(RegistryConfiguration.get(), Aead.class);
            List<byte[]> marks = new ArrayList<>();
            for (byte[] secret : keys.secrets()) {
                marks.add(hmac(secret, MARKS));
            }
            markKeys = List.copyOf(marks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of personal data cannot be used", e);
        }
        if (known != null) {
            known.forEach(this::check);
        }
    }

    private record Known(int keyId, byte[] sealed) {}

    private DataKeys load(boolean used) {
        if (!configured.isBlank()) {
            return DataKeys.parse(configured, "XIAOER_DATA_KEY");
        }
        String text = file.read().orElseGet(() -> {
            if (used) {
                throw new IllegalStateException("The database holds personal data, but its key is missing: there is no "
                        + file.path() + " and XIAOER_DATA_KEY is not set. Put the key back; without it that data cannot"
                        + " be read.");
            }
            LOG.info("A key for personal data is generated in {}; back it up together with the database", file.path());
            return file.write(DataKeys.generate());
        });
        return DataKeys.parse(text, file.path().toString());
    }

    private void check(Known known) {
        try {
            if (keys.ids().contains(known.keyId())) {
                aead.decrypt(known.sealed(), context(known.keyId()));
                return;
            }
        } catch (GeneralSecurityException e) {
            LOG.debug("Key {} is another one than before", known.keyId());
        }
        throw new IllegalStateException("The database holds personal data sealed with another key (number "
                + known.keyId() + ") than "
                + (configured.isBlank() ? "those in " + file.path() : "those in XIAOER_DATA_KEY")
                + ". Start with the key it was sealed with; to change keys, add the new one to the keyset as its primary"
                + " one and keep the old one in it.");
    }

    /** Makes sure, once, that a later start with another key is noticed. */
    private void announce() {
        if (announced) {
            return;
        }
        int id = keys.primary();
        Known known = transaction.execute(status -> {
            byte[] sealed = encrypt(context(id), KNOWN.getBytes(StandardCharsets.UTF_8));
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
        return encrypt(place(tenant, kind, id), text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if it was not sealed for this place, or not with our keys */
    String open(TenantId tenant, String kind, String id, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, place(tenant, kind, id)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value of " + kind + " does not open", e);
        }
    }

    /**
     * What stands for an id that must not be kept: the same for the same id and key, and without the key it tells nothing.
     *
     * @return one for each key, that of the primary one first
     */
    List<String> marks(TenantId tenant, String kind, String id) {
        return markKeys.stream()
                .map(key -> HexFormat.of().formatHex(hmac(key, place(tenant, kind, id))))
                .toList();
    }

    private byte[] encrypt(byte[] context, byte[] text) {
        try {
            return aead.encrypt(text, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data could not be sealed", e);
        }
    }

    /** No tenant and no kind has a line end, so no two places are spelled alike. */
    private static byte[] place(TenantId tenant, String kind, String id) {
        return (tenant + "\n" + kind + "\n" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}

package io.xiaoer.connectors.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.connectors.internal.bridges.BridgeLookups;
import io.xiaoer.connectors.internal.outward.AddressRefused;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedAddress;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What shops have set, kept in memory for a few seconds; a change made on this node counts at once. */
@Component
public class Connections {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final ConnectorRows rows;
    private final AllowedHosts allowed;
    private final BridgeLookups bridges;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Cache<TenantId, Connection> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    Connections(
            ConnectorRows rows,
            AllowedHosts allowed,
            BridgeLookups bridges,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.allowed = allowed;
        this.bridges = bridges;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How one shop is connected.
     *
     * @param address null if none is set, or one that is not called any more
     * @param secrets newest first
     * @param bridge a platform that is asked where the shop has no address of its own; null for none
     * @param version changes with every change of the address
     */
    public record Connection(
            @Nullable GuardedAddress address,
            boolean enabled,
            List<String> secrets,
            @Nullable String bridge,
            int version) {

        boolean asks() {
            return asksShop() || bridge != null;
        }

        boolean asksShop() {
            return enabled && address != null && !secrets.isEmpty();
        }
    }

    /** What is in memory; empty if that is too old. */
    Optional<Connection> known(TenantId tenant) {
        return Optional.ofNullable(known.getIfPresent(tenant));
    }

    /** Reads it if need be. */
    public Connection get(TenantId tenant) {
        Connection connection = known.getIfPresent(tenant);
        if (connection == null) {
            connection = Objects.requireNonNull(transaction.execute(status -> read(tenant)));
            known.put(tenant, connection);
        }
        return connection;
    }

    /** Reads it anew once the current transaction has committed. */
    public void changed(TenantId tenant) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidate(tenant);
            }
        });
    }

    private Connection read(TenantId tenant) {
        String bridge = bridges.connected(tenant).orElse(null);
        return rows.find(tenant)
                .map(row -> new Connection(
                        address(row.lookupUrl()),
                        row.enabled(),
                        rows.secrets(tenant, OffsetDateTime.now(clock)),
                        bridge,
                        row.version()))
                .orElseGet(() -> new Connection(null, false, List.of(), bridge, 0));
    }

    private @Nullable GuardedAddress address(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            return GuardedAddress.parse(url, allowed);
        } catch (AddressRefused e) {
            return null;
        }
    }
}

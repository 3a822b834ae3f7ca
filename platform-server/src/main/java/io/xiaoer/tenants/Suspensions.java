package io.xiaoer.tenants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.SuspensionChange.Action;
import io.xiaoer.tenants.internal.ShopRows;
import io.xiaoer.tenants.internal.SuspensionRows;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which shops may do nothing for now. Every door asks {@link #of} before it lets anyone in on a shop's behalf. */
@Service
@Requires(Permission.OPERATE)
public class Suspensions implements Resting {

    /** The category of what names none. */
    public static final String OTHER = "other";

    /** How long a door goes on with what it knows; on the node of the change, it knows at once. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final int MAX_CATEGORY = 40;
    private static final int MAX_REASON = 500;
    private static final int HISTORY = 200;

    private final SuspensionRows rows;
    private final ShopRows shops;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Cache<TenantId, Optional<Suspension>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    Suspensions(
            SuspensionRows rows,
            ShopRows shops,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.shops = shops;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the audit trail keeps. */
    private record Why(String category, String reason) {}

    /** The suspension of a shop, as it was two seconds ago at the latest; empty if it may do everything. */
    @OpenToAll("every door asks before it knows who comes")
    public Optional<Suspension> of(TenantId tenant) {
        Optional<Suspension> lately = known.getIfPresent(tenant);
        if (lately != null) {
            return lately;
        }
        Optional<Suspension> found = TenantScope.call(
                tenant,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> rows.last(tenant).flatMap(Suspensions::inForce))));
        known.put(tenant, found);
        return found;
    }

    @Override
    @OpenToAll("jobs ask before they work for a shop")
    public boolean isResting(TenantId tenant) {
        return of(tenant).isPresent();
    }

    /**
     * Suspends the bound shop. A shop that is suspended already stays as it is, with its first reason.
     *
     * @param category null for {@value #OTHER}
     * @throws Problem if there is no such shop, or no reason is given
     */
    @Transactional
    public Suspension suspend(@Nullable String category, @Nullable String reason) {
        Why why = why(category, reason);
        String name = lock();
        Optional<SuspensionChange> last = rows.last(TenantScope.required());
        return last.flatMap(Suspensions::inForce).orElseGet(() -> {
            SuspensionChange change = append(Action.SUSPENDED, last, why);
            events.publishEvent(new Audited("shop.suspended", name, null, why));
            return new Suspension(change.at(), change.category(), change.reason());
        });
    }

    /**
     * Lets the bound shop go on at once. A shop that is not suspended stays as it is.
     *
     * @param category null for {@value #OTHER}
     * @throws Problem if there is no such shop, or no reason is given
     */
    @Transactional
    public void resume(@Nullable String category, @Nullable String reason) {
        Why why = why(category, reason);
        String name = lock();
        Optional<SuspensionChange> last = rows.last(TenantScope.required());
        last.flatMap(Suspensions::inForce).ifPresent(suspension -> {
            append(Action.RESUMED, last, why);
            events.publishEvent(
                    new Audited("shop.resumed", name, new Why(suspension.category(), suspension.reason()), why));
        });
    }

    /** What was done to the bound shop, newest first. */
    @Transactional(readOnly = true)
    public List<SuspensionChange> history() {
        return rows.newest(TenantScope.required(), HISTORY);
    }

    private static Why why(@Nullable String category, @Nullable String reason) {
        new FieldErrors()
                .optionalText("category", category, MAX_CATEGORY)
                .text("reason", reason, MAX_REASON)
                .throwIfAny();
        String key = category == null || category.isBlank() ? OTHER : category.strip();
        return new Why(key, Objects.requireNonNull(reason).strip());
    }

    /** One change of a shop after the other. */
    private String lock() {
        return shops.lock(TenantScope.required()).orElseThrow(() -> Problem.notFound("shop"));
    }

    private SuspensionChange append(Action action, Optional<SuspensionChange> last, Why why) {
        TenantId tenant = TenantScope.required();
        SuspensionChange change = new SuspensionChange(
                last.map(SuspensionChange::number).orElse(0) + 1,
                action,
                why.category(),
                why.reason(),
                TenantScope.requiredActor().name(),
                OffsetDateTime.now(clock));
        rows.insert(tenant, change);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidate(tenant);
            }
        });
        return change;
    }

    private static Optional<Suspension> inForce(SuspensionChange change) {
        return change.action() == Action.SUSPENDED
                ? Optional.of(new Suspension(change.at(), change.category(), change.reason()))
                : Optional.empty();
    }
}

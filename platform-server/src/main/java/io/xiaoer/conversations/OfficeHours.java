package io.xiaoer.conversations;

import io.xiaoer.conversations.internal.DeskSettingsRows;
import io.xiaoer.conversations.internal.HandoverTexts;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When people are at the bound shop's desk, and how the desk works. */
@Service
@Requires(Permission.VIEW)
public class OfficeHours {

    private final DeskSettingsRows rows;
    private final Shops shops;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficeHours(DeskSettingsRows rows, Shops shops, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.shops = shops;
        this.events = events;
        this.clock = clock;
    }

    /** {@link DeskSettings#USUAL} until somebody changes them. */
    @Transactional(readOnly = true)
    public DeskSettings settings() {
        return rows.find(TenantScope.required()).orElse(DeskSettings.USUAL);
    }

    /**
     * Changes how the desk works, from the next message on.
     *
     * @param settings with the version the change was made on
     * @throws Problem if they are not valid, or someone else changed them
     */
    @Transactional
    @Requires(Permission.EDIT)
    public DeskSettings save(DeskSettings settings) {
        settings.validate();
        TenantId tenant = TenantScope.required();
        DeskSettings old = rows.find(tenant).orElse(DeskSettings.USUAL);
        if (settings.version() != old.version()) {
            throw Problem.versionConflict();
        }
        DeskSettings fresh = new DeskSettings(
                settings.hours(),
                settings.awayText(),
                settings.keywords(),
                settings.automatic(),
                settings.personIdleMinutes(),
                settings.waitingIdleMinutes(),
                old.version() + 1);
        if (!rows.save(tenant, fresh)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("desk.changed", "desk", old, fresh));
        return fresh;
    }

    /** Whether people are there now, as a shopper is told; empty where the shop has no office hours. */
    @Transactional(readOnly = true)
    @OpenToAll("on the shopper's way")
    public Optional<Attendance> now() {
        DeskSettings settings = rows.find(TenantScope.required()).orElse(DeskSettings.USUAL);
        if (settings.hours().spans().isEmpty()) {
            return Optional.empty();
        }
        Shop shop = shops.current();
        ZonedDateTime now = clock.instant().atZone(shop.timeZone());
        HandoverTexts texts = new HandoverTexts(shop.locale());
        return Optional.of(settings.hours()
                .opensAt(now)
                .map(back -> new Attendance(false, texts.away(now, back, settings.awayText())))
                .orElseGet(() -> new Attendance(true, texts.hours(settings.hours()))));
    }
}

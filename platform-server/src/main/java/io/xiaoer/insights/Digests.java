package io.xiaoer.insights;

import io.xiaoer.insights.internal.DigestReading;
import io.xiaoer.insights.internal.DigestRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each day of the bound shop in short, made on the morning after. A day without questions has none. */
@Service
@Requires(Permission.VIEW)
public class Digests {

    private final DigestRows rows;
    private final DigestReading reading;
    private final ApplicationEventPublisher events;

    Digests(DigestRows rows, DigestReading reading, ApplicationEventPublisher events) {
        this.rows = rows;
        this.reading = reading;
        this.events = events;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Digest> newest(int limit) {
        return reading.read(rows.newest(TenantScope.required(), limit));
    }

    /** Whether the shop's owners get a letter about each day. */
    @Transactional(readOnly = true)
    public boolean mails() {
        return rows.mails(TenantScope.required());
    }

    @Transactional
    @Requires(Permission.ADMINISTER)
    public void setMails(boolean mails) {
        TenantId tenant = TenantScope.required();
        boolean old = rows.mails(tenant);
        if (old != mails) {
            rows.setMails(tenant, mails);
            events.publishEvent(
                    new Audited("digest.changed", tenant.toString(), Map.of("enabled", old), Map.of("enabled", mails)));
        }
    }
}

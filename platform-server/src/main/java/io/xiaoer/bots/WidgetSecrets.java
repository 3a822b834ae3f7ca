package io.xiaoer.bots;

import io.xiaoer.bots.internal.WidgetSecretRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The secrets with which the bound shop signs to its bots' widgets who a shopper is. */
@Service
@Requires(Permission.ADMINISTER)
public class WidgetSecrets {

    /** How long a replaced secret goes on working, so that a shop can change without a break. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** More than these are never accepted, however often a secret is replaced. */
    private static final int MOST_ACCEPTED = 4;

    private static final int SECRET_BYTES = 32;

    private final WidgetSecretRows rows;
    private final Bots bots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WidgetSecrets(WidgetSecretRows rows, Bots bots, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.bots = bots;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a secret; it is in the result and can be read nowhere else.
     *
     * @param revokeOld whether those before end at once, instead of after {@link #OVERLAP}
     * @return at least 32 characters; their UTF-8 bytes are the key
     */
    @Transactional
    public String renew(BotId bot, boolean revokeOld) {
        TenantId tenant = TenantScope.required();
        if (!rows.lockBot(tenant, bot)) {
            throw Problem.notFound("bot");
        }
        String secret = "ws_" + Ids.secret(SECRET_BYTES);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (revokeOld) {
            rows.deleteAll(tenant, bot);
        } else {
            rows.endNewest(tenant, bot, now.plus(OVERLAP));
            rows.deleteEnded(tenant, bot, now, MOST_ACCEPTED - 1);
        }
        rows.insert(tenant, bot, secret, now);
        events.publishEvent(new Audited(
                "widget-secret.made",
                bots.get(bot).name(),
                null,
                revokeOld ? Map.of("oldEnded", true) : Map.of("oldSecretValidUntil", now.plus(OVERLAP))));
        return secret;
    }

    /** Empty if the bot never had one. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public Optional<WidgetSecret> get(BotId bot) {
        return rows.find(TenantScope.required(), bot, OffsetDateTime.now(clock));
    }

    /** Those with which a shopper's identity may be signed now, newest first. */
    @Transactional(readOnly = true)
    @OpenToAll("a shopper's identity is checked before anybody is known")
    public List<String> accepted(BotId bot) {
        return rows.accepted(TenantScope.required(), bot, OffsetDateTime.now(clock));
    }
}

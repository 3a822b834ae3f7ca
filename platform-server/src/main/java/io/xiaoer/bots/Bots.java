package io.xiaoer.bots;

import io.xiaoer.bots.internal.BotRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bots of the bound shop. */
@Service
@OpenToAll("on the shopper's way")
public class Bots {

    private final BotRows rows;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bots(BotRows rows, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    @Requires(Permission.ADMINISTER)
    public Bot create(String name, Fallback fallback) {
        TenantId tenant = TenantScope.required();
        Bot bot = new Bot(
                new BotId(Ids.next()),
                "w_" + Ids.secret(15),
                name,
                Placement.everywhere(),
                Theme.standard(),
                List.of(),
                fallback,
                1);
        directory.registerWidgetKey(bot.widgetKey(), tenant, bot.id().value());
        rows.insert(tenant, bot, OffsetDateTime.now(clock));
        return bot;
    }

    /** @throws Problem if the bound shop has no such bot */
    @Transactional(readOnly = true)
    public Bot get(BotId bot) {
        return rows.find(TenantScope.required(), bot).orElseThrow(() -> Problem.notFound("bot"));
    }

    /** The bot that a path segment names; what is no id at all looks like a missing one. */
    @Transactional(readOnly = true)
    public Bot get(String botId) {
        return get(new BotId(Ids.parse(botId).orElseThrow(() -> Problem.notFound("bot"))));
    }

    /** All bots, oldest first. */
    @Transactional(readOnly = true)
    public List<Bot> all() {
        return rows.all(TenantScope.required());
    }

    /** @throws Problem if the change is not valid, or was made on an older version */
    @Transactional
    @Requires(Permission.EDIT)
    public Bot change(BotId id, BotChange change) {
        change.validate();
        Bot old = get(id);
        if (change.version() != null && change.version() != old.version()) {
            throw Problem.versionConflict();
        }
        Bot fresh = new Bot(
                id,
                old.widgetKey(),
                change.name() == null ? old.name() : change.name(),
                change.placement() == null ? old.placement() : change.placement(),
                change.theme() == null ? old.theme() : change.theme(),
                change.allowedOrigins() == null ? old.allowedOrigins() : List.copyOf(change.allowedOrigins()),
                change.fallback() == null ? old.fallback() : change.fallback(),
                old.version() + 1);
        if (!rows.update(TenantScope.required(), fresh)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("bot.changed", fresh.name(), old, fresh));
        return fresh;
    }
}

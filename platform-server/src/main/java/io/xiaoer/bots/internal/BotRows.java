package io.xiaoer.bots.internal;

import static io.xiaoer.bots.internal.db.Tables.BOT;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Fallback;
import io.xiaoer.bots.Placement;
import io.xiaoer.bots.Theme;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of bots. */
@Repository
public class BotRows {

    private final DSLContext db;
    private final JsonMapper json;

    BotRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public void insert(TenantId tenant, Bot bot, OffsetDateTime at) {
        db.insertInto(BOT)
                .set(BOT.TENANT_ID, tenant.value())
                .set(BOT.BOT_ID, bot.id().value())
                .set(BOT.NAME, bot.name())
                .set(BOT.WIDGET_KEY, bot.widgetKey())
                .set(BOT.PLACEMENT, jsonb(bot.placement()))
                .set(BOT.THEME, jsonb(bot.theme()))
                .set(BOT.ALLOWED_ORIGINS, bot.allowedOrigins().toArray(String[]::new))
                .set(BOT.FALLBACK, jsonb(bot.fallback()))
                .set(BOT.VERSION, bot.version())
                .set(BOT.CREATED_AT, at)
                .execute();
    }

    /** Writes {@code bot} over version {@code bot.version() - 1}; false if that is no longer the version. */
    public boolean update(TenantId tenant, Bot bot) {
        return db.update(BOT)
                        .set(BOT.NAME, bot.name())
                        .set(BOT.PLACEMENT, jsonb(bot.placement()))
                        .set(BOT.THEME, jsonb(bot.theme()))
                        .set(BOT.ALLOWED_ORIGINS, bot.allowedOrigins().toArray(String[]::new))
                        .set(BOT.FALLBACK, jsonb(bot.fallback()))
                        .set(BOT.VERSION, bot.version())
                        .where(BOT.TENANT_ID.eq(tenant.value()))
                        .and(BOT.BOT_ID.eq(bot.id().value()))
                        .and(BOT.VERSION.eq(bot.version() - 1))
                        .execute()
                == 1;
    }

    public Optional<Bot> find(TenantId tenant, BotId bot) {
        return db.selectFrom(BOT)
                .where(BOT.TENANT_ID.eq(tenant.value()))
                .and(BOT.BOT_ID.eq(bot.value()))
                .fetchOptional(this::map);
    }

    public List<Bot> all(TenantId tenant) {
        return db.selectFrom(BOT)
                .where(BOT.TENANT_ID.eq(tenant.value()))
                .orderBy(BOT.CREATED_AT)
                .limit(100)
                .fetch(this::map);
    }

    private Bot map(Record row) {
        return new Bot(
                new BotId(row.get(BOT.BOT_ID)),
                row.get(BOT.WIDGET_KEY),
                row.get(BOT.NAME),
                json.readValue(row.get(BOT.PLACEMENT).data(), Placement.class),
                json.readValue(row.get(BOT.THEME).data(), Theme.class),
                List.of(row.get(BOT.ALLOWED_ORIGINS)),
                json.readValue(row.get(BOT.FALLBACK).data(), Fallback.class),
                row.get(BOT.VERSION));
    }

    private JSONB jsonb(Object value) {
        return JSONB.jsonb(json.writeValueAsString(value));
    }
}

package io.xiaoer.bots.internal;

import static io.xiaoer.bots.internal.db.Tables.BOT;
import static io.xiaoer.bots.internal.db.Tables.WIDGET_SECRET;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.WidgetSecret;
import io.xiaoer.database.SecretBox;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of widget secrets, each sealed for its own row. */
@Repository
public class WidgetSecretRows {

    private final DSLContext db;
    private final SecretBox box;

    WidgetSecretRows(DSLContext db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    /** Lets one at a time change a bot's secrets; false if there is no such bot. */
    public boolean lockBot(TenantId tenant, BotId bot) {
        return db.select(BOT.BOT_ID)
                .from(BOT)
                .where(BOT.TENANT_ID.eq(tenant.value()))
                .and(BOT.BOT_ID.eq(bot.value()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    public void insert(TenantId tenant, BotId bot, String secret, OffsetDateTime at) {
        UUID id = Ids.next();
        db.insertInto(WIDGET_SECRET)
                .set(WIDGET_SECRET.TENANT_ID, tenant.value())
                .set(WIDGET_SECRET.BOT_ID, bot.value())
                .set(WIDGET_SECRET.SECRET_ID, id)
                .set(WIDGET_SECRET.SEALED, box.sealText(secret, context(tenant, bot, id)))
                .set(WIDGET_SECRET.CREATED_AT, at)
                .execute();
    }

    public void endNewest(TenantId tenant, BotId bot, OffsetDateTime at) {
        db.update(WIDGET_SECRET)
                .set(WIDGET_SECRET.VALID_UNTIL, at)
                .where(of(tenant, bot))
                .and(WIDGET_SECRET.VALID_UNTIL.isNull())
                .execute();
    }

    public void deleteAll(TenantId tenant, BotId bot) {
        db.deleteFrom(WIDGET_SECRET).where(of(tenant, bot)).execute();
    }

    /** Drops those that have ended, and the oldest beyond {@code most}. */
    public void deleteEnded(TenantId tenant, BotId bot, OffsetDateTime now, int most) {
        List<UUID> kept = db.select(WIDGET_SECRET.SECRET_ID)
                .from(WIDGET_SECRET)
                .where(of(tenant, bot))
                .and(isAccepted(now))
                .orderBy(WIDGET_SECRET.SECRET_ID.desc())
                .limit(most)
                .fetch(WIDGET_SECRET.SECRET_ID);
        db.deleteFrom(WIDGET_SECRET)
                .where(of(tenant, bot))
                .and(WIDGET_SECRET.SECRET_ID.notIn(kept))
                .execute();
    }

    /** Newest first. */
    public List<String> accepted(TenantId tenant, BotId bot, OffsetDateTime now) {
        return db.select(WIDGET_SECRET.SECRET_ID, WIDGET_SECRET.SEALED)
                .from(WIDGET_SECRET)
                .where(of(tenant, bot))
                .and(isAccepted(now))
                .orderBy(WIDGET_SECRET.SECRET_ID.desc())
                .fetch(row -> box.openText(
                        row.get(WIDGET_SECRET.SEALED), context(tenant, bot, row.get(WIDGET_SECRET.SECRET_ID))));
    }

    public Optional<WidgetSecret> find(TenantId tenant, BotId bot, OffsetDateTime now) {
        var created = DSL.max(WIDGET_SECRET.CREATED_AT);
        var ends = DSL.max(WIDGET_SECRET.VALID_UNTIL);
        return db.select(created, ends)
                .from(WIDGET_SECRET)
                .where(of(tenant, bot))
                .and(isAccepted(now))
                .fetchOptional()
                .filter(row -> row.get(created) != null)
                .map(row -> new WidgetSecret(Objects.requireNonNull(row.get(created)), row.get(ends)));
    }

    private static Condition isAccepted(OffsetDateTime now) {
        return WIDGET_SECRET.VALID_UNTIL.isNull().or(WIDGET_SECRET.VALID_UNTIL.gt(now));
    }

    private static Condition of(TenantId tenant, BotId bot) {
        return WIDGET_SECRET.TENANT_ID.eq(tenant.value()).and(WIDGET_SECRET.BOT_ID.eq(bot.value()));
    }

    private static byte[] context(TenantId tenant, BotId bot, UUID id) {
        return SecretBox.context("bots.widget_secret", tenant, bot, id);
    }
}

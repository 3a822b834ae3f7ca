package io.xiaoer.tone.internal;

import static io.xiaoer.tone.internal.db.Tables.PROFILE;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tone.ToneProfile;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of tone profiles. */
@Repository
public class ToneRows {

    private final DSLContext db;
    private final JsonMapper json;

    ToneRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Optional<ToneProfile> find(TenantId tenant, BotId bot) {
        return db.select(PROFILE.PROFILE_)
                .from(PROFILE)
                .where(PROFILE.TENANT_ID.eq(tenant.value()))
                .and(PROFILE.BOT_ID.eq(bot.value()))
                .fetchOptional(row -> json.readValue(row.value1().data(), ToneProfile.class));
    }

    public void save(TenantId tenant, BotId bot, ToneProfile profile) {
        JSONB document = JSONB.jsonb(json.writeValueAsString(profile));
        db.insertInto(PROFILE)
                .set(PROFILE.TENANT_ID, tenant.value())
                .set(PROFILE.BOT_ID, bot.value())
                .set(PROFILE.PROFILE_, document)
                .set(PROFILE.VERSION, 1)
                .onConflict(PROFILE.TENANT_ID, PROFILE.BOT_ID)
                .doUpdate()
                .set(PROFILE.PROFILE_, document)
                .set(PROFILE.VERSION, PROFILE.VERSION.plus(1))
                .where(PROFILE.TENANT_ID.eq(tenant.value()))
                .execute();
    }
}

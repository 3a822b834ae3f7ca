package io.xiaoer.tone.internal;

import static io.xiaoer.tone.internal.db.Tables.PROFILE;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tone.Tone;
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

    public Optional<Tone> find(TenantId tenant, BotId bot) {
        return db.select(PROFILE.PROFILE_, PROFILE.VERSION)
                .from(PROFILE)
                .where(PROFILE.TENANT_ID.eq(tenant.value()))
                .and(PROFILE.BOT_ID.eq(bot.value()))
                .fetchOptional(row -> new Tone(json.readValue(row.value1().data(), ToneProfile.class), row.value2()));
    }

    /** Writes {@code tone} over version {@code tone.version() - 1}; false if that is no longer the version. */
    public boolean save(TenantId tenant, BotId bot, Tone tone) {
        JSONB document = JSONB.jsonb(json.writeValueAsString(tone.profile()));
        return db.insertInto(PROFILE)
                        .set(PROFILE.TENANT_ID, tenant.value())
                        .set(PROFILE.BOT_ID, bot.value())
                        .set(PROFILE.PROFILE_, document)
                        .set(PROFILE.VERSION, tone.version())
                        .onConflict(PROFILE.TENANT_ID, PROFILE.BOT_ID)
                        .doUpdate()
                        .set(PROFILE.PROFILE_, document)
                        .set(PROFILE.VERSION, tone.version())
                        .where(PROFILE.TENANT_ID.eq(tenant.value()))
                        .and(PROFILE.VERSION.eq(tone.version() - 1))
                        .execute()
                == 1;
    }
}

package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.DESK_SETTINGS;

import io.xiaoer.conversations.DeskSettings;
import io.xiaoer.conversations.WeeklyHours;
import io.xiaoer.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of desk settings: one row for each shop that has changed them. */
@Repository
public class DeskSettingsRows {

    private final DSLContext db;
    private final JsonMapper json;

    DeskSettingsRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Optional<DeskSettings> find(TenantId tenant) {
        return db.selectFrom(DESK_SETTINGS)
                .where(DESK_SETTINGS.TENANT_ID.eq(tenant.value()))
                .fetchOptional(this::settings);
    }

    /** Writes over the version before; false if that is not there any more. */
    public boolean save(TenantId tenant, DeskSettings settings) {
        JSONB hours = JSONB.jsonb(json.writeValueAsString(settings.hours().spans()));
        String[] keywords = settings.keywords().toArray(String[]::new);
        if (settings.version() == 1) {
            return db.insertInto(DESK_SETTINGS)
                            .set(DESK_SETTINGS.TENANT_ID, tenant.value())
                            .set(DESK_SETTINGS.HOURS, hours)
                            .set(DESK_SETTINGS.AWAY_TEXT, settings.awayText())
                            .set(DESK_SETTINGS.KEYWORDS, keywords)
                            .set(DESK_SETTINGS.AUTOMATIC, settings.automatic())
                            .set(DESK_SETTINGS.PERSON_IDLE_MINUTES, settings.personIdleMinutes())
                            .set(DESK_SETTINGS.WAITING_IDLE_MINUTES, settings.waitingIdleMinutes())
                            .set(DESK_SETTINGS.VERSION, 1)
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return db.update(DESK_SETTINGS)
                        .set(DESK_SETTINGS.HOURS, hours)
                        .set(DESK_SETTINGS.AWAY_TEXT, settings.awayText())
                        .set(DESK_SETTINGS.KEYWORDS, keywords)
                        .set(DESK_SETTINGS.AUTOMATIC, settings.automatic())
                        .set(DESK_SETTINGS.PERSON_IDLE_MINUTES, settings.personIdleMinutes())
                        .set(DESK_SETTINGS.WAITING_IDLE_MINUTES, settings.waitingIdleMinutes())
                        .set(DESK_SETTINGS.VERSION, settings.version())
                        .where(DESK_SETTINGS.TENANT_ID.eq(tenant.value()))
                        .and(DESK_SETTINGS.VERSION.eq(settings.version() - 1))
                        .execute()
                == 1;
    }

    private DeskSettings settings(Record row) {
        WeeklyHours.Span[] spans = json.readValue(row.get(DESK_SETTINGS.HOURS).data(), WeeklyHours.Span[].class);
        return new DeskSettings(
                new WeeklyHours(List.of(spans)),
                row.get(DESK_SETTINGS.AWAY_TEXT),
                List.of(row.get(DESK_SETTINGS.KEYWORDS)),
                row.get(DESK_SETTINGS.AUTOMATIC),
                row.get(DESK_SETTINGS.PERSON_IDLE_MINUTES),
                row.get(DESK_SETTINGS.WAITING_IDLE_MINUTES),
                row.get(DESK_SETTINGS.VERSION));
    }
}

package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryOutline;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the few short columns of all entries. */
@Repository
public class OutlineRows {

    private final DSLContext db;

    OutlineRows(DSLContext db) {
        this.db = db;
    }

    public List<EntryOutline> all(TenantId tenant, BotId bot) {
        return db.select(ENTRY.KEY, ENTRY.QUESTION, ENTRY.ENABLED, ENTRY.VALID_TO, ENTRY.UPDATED_AT)
                .from(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .fetch(row -> {
                    OffsetDateTime validTo = row.value4();
                    return new EntryOutline(
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            validTo == null ? null : validTo.toInstant(),
                            row.value5().toInstant());
                });
    }
}

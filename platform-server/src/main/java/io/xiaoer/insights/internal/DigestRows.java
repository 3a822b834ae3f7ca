package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.DIGEST;
import static io.xiaoer.insights.internal.db.Tables.DIGEST_SETTING;

import io.xiaoer.tenancy.TenantId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of digests and of who wants them by mail. */
@Repository
public class DigestRows {

    private final DSLContext db;
    private final JsonMapper json;

    DigestRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A day as it is kept. */
    public record Row(LocalDate day, DigestContent content, boolean mailed, OffsetDateTime madeAt) {}

    boolean exists(TenantId tenant, LocalDate day) {
        return db.fetchExists(DSL.selectOne()
                .from(DIGEST)
                .where(DIGEST.TENANT_ID.eq(tenant.value()))
                .and(DIGEST.DAY.eq(day)));
    }

    /** False if somebody was faster. */
    boolean insert(TenantId tenant, Row row) {
        return db.insertInto(DIGEST)
                        .columns(DIGEST.TENANT_ID, DIGEST.DAY, DIGEST.CONTENT, DIGEST.MAILED, DIGEST.MADE_AT)
                        .values(
                                tenant.value(),
                                row.day(),
                                JSONB.jsonb(json.writeValueAsString(row.content())),
                                row.mailed(),
                                row.madeAt())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void deleteBefore(TenantId tenant, LocalDate day) {
        db.deleteFrom(DIGEST)
                .where(DIGEST.TENANT_ID.eq(tenant.value()))
                .and(DIGEST.DAY.lt(day))
                .execute();
    }

    /** Days on which anything was asked, newest first. */
    public List<Row> newest(TenantId tenant, int limit) {
        return db.select(DIGEST.DAY, DIGEST.CONTENT, DIGEST.MAILED, DIGEST.MADE_AT)
                .from(DIGEST)
                .where(DIGEST.TENANT_ID.eq(tenant.value()))
                .and(DSL.condition("jsonb_array_length({0} -> 'bots') > 0", DIGEST.CONTENT))
                .orderBy(DIGEST.DAY.desc())
                .limit(limit)
                .fetch(row -> new Row(
                        row.value1(),
                        json.readValue(row.value2().data(), DigestContent.class),
                        row.value3(),
                        row.value4()));
    }

    /** Unless somebody said otherwise, they do. */
    public boolean mails(TenantId tenant) {
        return db.select(DIGEST_SETTING.MAIL)
                .from(DIGEST_SETTING)
                .where(DIGEST_SETTING.TENANT_ID.eq(tenant.value()))
                .fetchOptional(DIGEST_SETTING.MAIL)
                .orElse(true);
    }

    public void setMails(TenantId tenant, boolean mails) {
        db.insertInto(DIGEST_SETTING)
                .columns(DIGEST_SETTING.TENANT_ID, DIGEST_SETTING.MAIL)
                .values(tenant.value(), mails)
                .onConflict(DIGEST_SETTING.TENANT_ID)
                .doUpdate()
                .set(DIGEST_SETTING.MAIL, mails)
                .execute();
    }
}

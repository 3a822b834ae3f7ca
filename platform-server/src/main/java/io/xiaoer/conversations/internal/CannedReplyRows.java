package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CANNED_REPLY;

import io.xiaoer.conversations.CannedReply;
import io.xiaoer.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The table of canned replies. */
@Repository
public class CannedReplyRows {

    private final DSLContext db;

    CannedReplyRows(DSLContext db) {
        this.db = db;
    }

    public List<CannedReply> all(TenantId tenant) {
        return db.selectFrom(CANNED_REPLY)
                .where(CANNED_REPLY.TENANT_ID.eq(tenant.value()))
                .orderBy(CANNED_REPLY.SHORTCUT)
                .fetch(CannedReplyRows::reply);
    }

    public int count(TenantId tenant) {
        return db.fetchCount(CANNED_REPLY, CANNED_REPLY.TENANT_ID.eq(tenant.value()));
    }

    public Optional<CannedReply> find(TenantId tenant, UUID id) {
        return db.selectFrom(CANNED_REPLY).where(is(tenant, id)).fetchOptional(CannedReplyRows::reply);
    }

    /** Whether a reply other than {@code except} has the shortcut. */
    public boolean isTaken(TenantId tenant, String shortcut, UUID except) {
        return db.fetchExists(
                CANNED_REPLY,
                CANNED_REPLY
                        .TENANT_ID
                        .eq(tenant.value())
                        .and(CANNED_REPLY.SHORTCUT.eq(shortcut))
                        .and(CANNED_REPLY.REPLY_ID.ne(except)));
    }

    public boolean insert(TenantId tenant, CannedReply reply) {
        return db.insertInto(CANNED_REPLY)
                        .set(CANNED_REPLY.TENANT_ID, tenant.value())
                        .set(CANNED_REPLY.REPLY_ID, reply.id())
                        .set(CANNED_REPLY.TITLE, reply.title())
                        .set(CANNED_REPLY.SHORTCUT, reply.shortcut())
                        .set(CANNED_REPLY.TEXT, reply.text())
                        .set(CANNED_REPLY.VERSION, reply.version())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public boolean update(TenantId tenant, CannedReply reply) {
        return db.update(CANNED_REPLY)
                        .set(CANNED_REPLY.TITLE, reply.title())
                        .set(CANNED_REPLY.SHORTCUT, reply.shortcut())
                        .set(CANNED_REPLY.TEXT, reply.text())
                        .set(CANNED_REPLY.VERSION, reply.version())
                        .where(is(tenant, reply.id()))
                        .and(CANNED_REPLY.VERSION.eq(reply.version() - 1))
                        .execute()
                == 1;
    }

    public void delete(TenantId tenant, UUID id) {
        db.deleteFrom(CANNED_REPLY).where(is(tenant, id)).execute();
    }

    private static Condition is(TenantId tenant, UUID id) {
        return CANNED_REPLY.TENANT_ID.eq(tenant.value()).and(CANNED_REPLY.REPLY_ID.eq(id));
    }

    private static CannedReply reply(Record row) {
        return new CannedReply(
                row.get(CANNED_REPLY.REPLY_ID),
                row.get(CANNED_REPLY.TITLE),
                row.get(CANNED_REPLY.SHORTCUT),
                row.get(CANNED_REPLY.TEXT),
                row.get(CANNED_REPLY.VERSION));
    }
}

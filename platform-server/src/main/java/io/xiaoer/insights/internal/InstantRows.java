package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.INSTANT_REPLY;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.InstantReply;
import io.xiaoer.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The table of questions marked for the instant reply. */
@Repository
public class InstantRows {

    private final DSLContext db;

    InstantRows(DSLContext db) {
        this.db = db;
    }

    /** Newest first. */
    public List<InstantReply> all(TenantId tenant, BotId bot) {
        return db.selectFrom(INSTANT_REPLY)
                .where(is(tenant, bot))
                .orderBy(INSTANT_REPLY.INSTANT_REPLY_ID.desc())
                .fetch(InstantRows::reply);
    }

    public Optional<InstantReply> find(TenantId tenant, BotId bot, UUID id) {
        return db.selectFrom(INSTANT_REPLY)
                .where(is(tenant, bot))
                .and(INSTANT_REPLY.INSTANT_REPLY_ID.eq(id))
                .fetchOptional(InstantRows::reply);
    }

    /** In the place of an earlier mark of the same question, which its entry has lost since. */
    public void put(TenantId tenant, BotId bot, InstantReply reply) {
        db.deleteFrom(INSTANT_REPLY)
                .where(is(tenant, bot))
                .and(INSTANT_REPLY.QUESTION.eq(reply.question()))
                .execute();
        db.insertInto(INSTANT_REPLY)
                .columns(
                        INSTANT_REPLY.TENANT_ID,
                        INSTANT_REPLY.INSTANT_REPLY_ID,
                        INSTANT_REPLY.BOT_ID,
                        INSTANT_REPLY.QUESTION,
                        INSTANT_REPLY.ENTRY_KEY,
                        INSTANT_REPLY.MARKED_BY,
                        INSTANT_REPLY.MARKED_AT)
                .values(
                        tenant.value(),
                        reply.id(),
                        bot.value(),
                        reply.question(),
                        reply.entryKey(),
                        reply.by(),
                        reply.at())
                .execute();
    }

    public void delete(TenantId tenant, BotId bot, UUID id) {
        db.deleteFrom(INSTANT_REPLY)
                .where(is(tenant, bot))
                .and(INSTANT_REPLY.INSTANT_REPLY_ID.eq(id))
                .execute();
    }

    private static Condition is(TenantId tenant, BotId bot) {
        return INSTANT_REPLY.TENANT_ID.eq(tenant.value()).and(INSTANT_REPLY.BOT_ID.eq(bot.value()));
    }

    private static InstantReply reply(Record row) {
        return new InstantReply(
                row.get(INSTANT_REPLY.INSTANT_REPLY_ID),
                row.get(INSTANT_REPLY.QUESTION),
                row.get(INSTANT_REPLY.ENTRY_KEY),
                row.get(INSTANT_REPLY.MARKED_BY),
                row.get(INSTANT_REPLY.MARKED_AT));
    }
}

package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.internal.Standing.State;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of a table as a line, of which a bot has one running at a time on all nodes. */
final class Line {

    private final DSLContext db;
    private final Table<Record> table;
    private final Field<UUID> id;
    private final Field<UUID> tenantId;
    private final Field<UUID> botId;
    private final Field<String> state;
    private final Field<Integer> attempts;
    private final Field<String> problem;
    private final Field<OffsetDateTime> updatedAt;
    private final Field<OffsetDateTime> finishedAt;

    /** @param id of a row within a tenant */
    Line(DSLContext db, Table<Record> table, TableField<Record, UUID> id) {
        this.db = db;
        this.table = table;
        this.id = id;
        this.tenantId = field("tenant_id", UUID.class);
        this.botId = field("bot_id", UUID.class);
        this.state = field("state", String.class);
        this.attempts = field("attempts", Integer.class);
        this.problem = field("problem", String.class);
        this.updatedAt = field("updated_at", OffsetDateTime.class);
        this.finishedAt = field("finished_at", OffsetDateTime.class);
    }

    private <T> Field<T> field(String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }

    /** All of a row, if the bot has it. */
    Optional<Record> row(TenantId tenant, BotId bot, UUID one) {
        return db.selectFrom(table)
                .where(is(tenant, one))
                .and(botId.eq(bot.value()))
                .fetchOptional();
    }

    /** All of a row that is known to be there. */
    Record row(TenantId tenant, UUID one) {
        return db.selectFrom(table).where(is(tenant, one)).fetchSingle();
    }

    /** All of the bot's newest rows, newest first. */
    List<Record> newest(TenantId tenant, BotId bot, int limit) {
        return db.selectFrom(table)
                .where(tenantId.eq(tenant.value()))
                .and(botId.eq(bot.value()))
                .orderBy(id.desc())
                .limit(limit)
                .fetch();
    }

    Optional<Standing> find(TenantId tenant, UUID one) {
        return db.selectFrom(table).where(is(tenant, one)).fetchOptional(this::map);
    }

    /** Like {@link #find}, and keeps others from moving it until the transaction ends. */
    Optional<Standing> lock(TenantId tenant, UUID one) {
        return db.selectFrom(table).where(is(tenant, one)).forUpdate().fetchOptional(this::map);
    }

    /** Keeps all that is running or waits from moving until the transaction ends. */
    void lockAll(TenantId tenant) {
        db.select(id)
                .from(table)
                .where(tenantId.eq(tenant.value()))
                .and(state.in(State.WAITING.name(), State.RUNNING.name()))
                .orderBy(id)
                .forUpdate()
                .fetch();
    }

    /** Takes up what waits; false if it waits no longer, or another of the bot is running. */
    boolean claim(TenantId tenant, Standing one, OffsetDateTime at) {
        Table<?> other = table.as("other");
        return db.update(table)
                        .set(state, State.RUNNING.name())
                        .set(attempts, attempts.plus(1))
                        .set(updatedAt, at)
                        .where(is(tenant, one.id()))
                        .and(state.eq(State.WAITING.name()))
                        .andNotExists(DSL.selectOne()
                                .from(other)
                                .where(of(other, tenantId).eq(tenant.value()))
                                .and(of(other, botId).eq(one.bot().value()))
                                .and(of(other, state).eq(State.RUNNING.name())))
                        .execute()
                == 1;
    }

    /** Takes up what a node left that is gone; false if it has gone on meanwhile. */
    boolean takeOver(TenantId tenant, Standing one, OffsetDateTime at) {
        return db.update(table)
                        .set(attempts, attempts.plus(1))
                        .set(updatedAt, at)
                        .where(is(tenant, one.id()))
                        .and(state.eq(State.RUNNING.name()))
                        .and(updatedAt.eq(one.updatedAt()))
                        .execute()
                == 1;
    }

    /** The bot's next in line. */
    Optional<UUID> nextWaiting(TenantId tenant, BotId bot) {
        return db.select(id)
                .from(table)
                .where(tenantId.eq(tenant.value()))
                .and(botId.eq(bot.value()))
                .and(state.eq(State.WAITING.name()))
                .orderBy(id)
                .limit(1)
                .fetchOptional(id);
    }

    /** What waits or runs by its state, but of which nothing was heard for long. */
    List<UUID> stalled(TenantId tenant, OffsetDateTime waitingBefore, OffsetDateTime runningBefore) {
        return db.select(id)
                .from(table)
                .where(tenantId.eq(tenant.value()))
                .and(state.eq(State.WAITING.name())
                        .and(updatedAt.lt(waitingBefore))
                        .or(state.eq(State.RUNNING.name()).and(updatedAt.lt(runningBefore))))
                .orderBy(id)
                .fetch(id);
    }

    /** Ends what is not over. */
    boolean end(TenantId tenant, UUID one, State how, @Nullable String why, OffsetDateTime at) {
        return db.update(table)
                        .set(state, how.name())
                        .set(problem, why)
                        .set(updatedAt, at)
                        .set(finishedAt, at)
                        .where(is(tenant, one))
                        .and(state.in(State.WAITING.name(), State.RUNNING.name()))
                        .execute()
                == 1;
    }

    /** Forgets what is over, but for some. */
    void forgetBut(TenantId tenant, BotId bot, Collection<UUID> kept) {
        db.deleteFrom(table)
                .where(tenantId.eq(tenant.value()))
                .and(botId.eq(bot.value()))
                .and(state.in(State.DONE.name(), State.FAILED.name()))
                .and(id.notIn(kept))
                .execute();
    }

    private static <T> Field<T> of(Table<?> other, Field<T> field) {
        return Objects.requireNonNull(other.field(field));
    }

    private Condition is(TenantId tenant, UUID one) {
        return tenantId.eq(tenant.value()).and(id.eq(one));
    }

    private Standing map(Record row) {
        return new Standing(
                row.get(id),
                new BotId(row.get(botId)),
                State.valueOf(row.get(state)),
                Actor.Kind.valueOf(row.get("actor_kind", String.class)),
                row.get("actor", String.class),
                row.get(attempts),
                row.get(updatedAt));
    }
}

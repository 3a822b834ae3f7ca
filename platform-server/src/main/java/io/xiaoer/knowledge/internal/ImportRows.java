package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY_IMPORT;
import static io.xiaoer.knowledge.internal.db.Tables.ENTRY_IMPORT_ROW;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryImport;
import io.xiaoer.knowledge.EntryImport.State;
import io.xiaoer.knowledge.RejectedRow;
import io.xiaoer.knowledge.RowProblem;
import io.xiaoer.knowledge.internal.sheet.Column;
import io.xiaoer.knowledge.internal.sheet.Sheet;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of imports and their rows. */
@Repository
public class ImportRows {

    /** Rows in one statement; each has 6 values, of which a statement may have 65,535. */
    private static final int BATCH = 2_000;

    private final DSLContext db;
    private final JsonMapper json;

    ImportRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What is to become of a row. */
    public enum Outcome {
        CREATE,
        UPDATE,
        UNCHANGED,
        REJECTED
    }

    /** A row and what the check says of it. */
    public record Checked(
            Sheet.Row row, Outcome outcome, @Nullable RowProblem problem) {}

    /** What an import did so far, beside what it was to do. */
    record Progress(int mark, int created, int updated, int unchanged, int rejected) {}

    public void insert(TenantId tenant, EntryImport fresh, List<Checked> rows) {
        db.insertInto(ENTRY_IMPORT)
                .set(ENTRY_IMPORT.TENANT_ID, tenant.value())
                .set(ENTRY_IMPORT.IMPORT_ID, fresh.id())
                .set(ENTRY_IMPORT.BOT_ID, fresh.bot().value())
                .set(ENTRY_IMPORT.FILE_NAME, fresh.fileName())
                .set(ENTRY_IMPORT.STATE, fresh.state().name())
                .set(ENTRY_IMPORT.ACTOR_KIND, fresh.actorKind().name())
                .set(ENTRY_IMPORT.ACTOR, fresh.actor())
                .set(ENTRY_IMPORT.IGNORED_COLUMNS, fresh.ignoredColumns().toArray(String[]::new))
                .set(ENTRY_IMPORT.TOTAL, fresh.total())
                .set(ENTRY_IMPORT.TO_CREATE, fresh.toCreate())
                .set(ENTRY_IMPORT.TO_UPDATE, fresh.toUpdate())
                .set(ENTRY_IMPORT.CREATED, 0)
                .set(ENTRY_IMPORT.UPDATED, 0)
                .set(ENTRY_IMPORT.UNCHANGED, fresh.unchanged())
                .set(ENTRY_IMPORT.REJECTED, fresh.rejected())
                .set(ENTRY_IMPORT.MARK, 0)
                .set(ENTRY_IMPORT.FAILURES, 0)
                .set(ENTRY_IMPORT.CREATED_AT, fresh.createdAt())
                .set(ENTRY_IMPORT.UPDATED_AT, fresh.createdAt())
                .execute();
        for (int from = 0; from < rows.size(); from += BATCH) {
            var insert = db.insertInto(
                    ENTRY_IMPORT_ROW,
                    ENTRY_IMPORT_ROW.TENANT_ID,
                    ENTRY_IMPORT_ROW.IMPORT_ID,
                    ENTRY_IMPORT_ROW.ROW_NUMBER,
                    ENTRY_IMPORT_ROW.CELLS,
                    ENTRY_IMPORT_ROW.OUTCOME,
                    ENTRY_IMPORT_ROW.PROBLEM);
            for (Checked row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                insert = insert.values(
                        tenant.value(),
                        fresh.id(),
                        row.row().number(),
                        row.row().cells().stream()
                                .map(cell -> cell == null ? null : storable(cell))
                                .toArray(String[]::new),
                        row.outcome().name(),
                        document(row.problem()));
            }
            insert.execute();
        }
    }

    /** A database keeps no NUL; the row that has one is rejected, but listed. */
    private static String storable(String cell) {
        return cell.replace('\0', '\uFFFD');
    }

    public Optional<EntryImport> find(TenantId tenant, BotId bot, UUID id) {
        return db.selectFrom(ENTRY_IMPORT)
                .where(is(tenant, id))
                .and(ENTRY_IMPORT.BOT_ID.eq(bot.value()))
                .fetchOptional(ImportRows::map);
    }

    /** Like {@link #find}, and keeps others from moving it until the transaction ends. */
    public Optional<EntryImport> lock(TenantId tenant, UUID id) {
        return db.selectFrom(ENTRY_IMPORT).where(is(tenant, id)).forUpdate().fetchOptional(ImportRows::map);
    }

    /** The import of a bot that was sent last. */
    public Optional<EntryImport> last(TenantId tenant, BotId bot) {
        return db.selectFrom(ENTRY_IMPORT)
                .where(ENTRY_IMPORT.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT.BOT_ID.eq(bot.value()))
                .orderBy(ENTRY_IMPORT.IMPORT_ID.desc())
                .limit(1)
                .fetchOptional(ImportRows::map);
    }

    /** The import that runs now, for any bot or for one. */
    public Optional<EntryImport> running(TenantId tenant, BotId bot) {
        return db.selectFrom(ENTRY_IMPORT)
                .where(ENTRY_IMPORT.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT.BOT_ID.eq(bot.value()))
                .and(ENTRY_IMPORT.STATE.eq(State.RUNNING.name()))
                .fetchOptional(ImportRows::map);
    }

    /** Imports that run by their state, but did nothing since {@code before}. */
    List<EntryImport> stalled(TenantId tenant, OffsetDateTime before) {
        return db.selectFrom(ENTRY_IMPORT)
                .where(ENTRY_IMPORT.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT.STATE.eq(State.RUNNING.name()))
                .and(ENTRY_IMPORT.UPDATED_AT.lt(before))
                .fetch(ImportRows::map);
    }

    /** Lets a checked import run in the name of {@code actor}; false if it is none. */
    public boolean start(TenantId tenant, UUID id, Actor actor, OffsetDateTime at) {
        return db.update(ENTRY_IMPORT)
                        .set(ENTRY_IMPORT.STATE, State.RUNNING.name())
                        .set(ENTRY_IMPORT.ACTOR_KIND, actor.kind().name())
                        .set(ENTRY_IMPORT.ACTOR, actor.name())
                        .set(ENTRY_IMPORT.UPDATED_AT, at)
                        .where(is(tenant, id))
                        .and(ENTRY_IMPORT.STATE.eq(State.READY.name()))
                        .execute()
                == 1;
    }

    /** Forgets a checked import; false if it is none. */
    public boolean discard(TenantId tenant, UUID id) {
        return db.deleteFrom(ENTRY_IMPORT)
                        .where(is(tenant, id))
                        .and(ENTRY_IMPORT.STATE.eq(State.READY.name()))
                        .execute()
                == 1;
    }

    /** Moves an import to another state, if it is in one of {@code from}. */
    public boolean move(TenantId tenant, UUID id, Collection<State> from, State to, OffsetDateTime at) {
        boolean over = to != State.READY && to != State.RUNNING;
        return db.update(ENTRY_IMPORT)
                        .set(ENTRY_IMPORT.STATE, to.name())
                        .set(ENTRY_IMPORT.UPDATED_AT, at)
                        .set(ENTRY_IMPORT.FINISHED_AT, over ? at : null)
                        .where(is(tenant, id))
                        .and(ENTRY_IMPORT.STATE.in(
                                from.stream().map(State::name).toList()))
                        .execute()
                == 1;
    }

    void advance(TenantId tenant, UUID id, Progress progress, OffsetDateTime at) {
        db.update(ENTRY_IMPORT)
                .set(ENTRY_IMPORT.MARK, progress.mark())
                .set(ENTRY_IMPORT.CREATED, progress.created())
                .set(ENTRY_IMPORT.UPDATED, progress.updated())
                .set(ENTRY_IMPORT.UNCHANGED, progress.unchanged())
                .set(ENTRY_IMPORT.REJECTED, progress.rejected())
                .set(ENTRY_IMPORT.FAILURES, 0)
                .set(ENTRY_IMPORT.UPDATED_AT, at)
                .where(is(tenant, id))
                .execute();
    }

    /** Counts a failed attempt and returns how many there were in a row. */
    int fail(TenantId tenant, UUID id, OffsetDateTime at) {
        return db.update(ENTRY_IMPORT)
                .set(ENTRY_IMPORT.FAILURES, ENTRY_IMPORT.FAILURES.plus(1))
                .set(ENTRY_IMPORT.UPDATED_AT, at)
                .where(is(tenant, id))
                .returning(ENTRY_IMPORT.FAILURES)
                .fetchOptional(ENTRY_IMPORT.FAILURES)
                .orElse(0);
    }

    /** The next rows to apply. */
    List<Sheet.Row> next(TenantId tenant, UUID id, int mark, int limit) {
        return db.select(ENTRY_IMPORT_ROW.ROW_NUMBER, ENTRY_IMPORT_ROW.CELLS)
                .from(ENTRY_IMPORT_ROW)
                .where(ENTRY_IMPORT_ROW.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT_ROW.IMPORT_ID.eq(id))
                .and(ENTRY_IMPORT_ROW.ROW_NUMBER.gt(mark))
                .and(ENTRY_IMPORT_ROW.OUTCOME.in(Outcome.CREATE.name(), Outcome.UPDATE.name()))
                .orderBy(ENTRY_IMPORT_ROW.ROW_NUMBER)
                .limit(limit)
                .fetch(row -> new Sheet.Row(row.value1(), cells(row.value2())));
    }

    void reject(TenantId tenant, UUID id, int row, RowProblem problem) {
        db.update(ENTRY_IMPORT_ROW)
                .set(ENTRY_IMPORT_ROW.OUTCOME, Outcome.REJECTED.name())
                .set(ENTRY_IMPORT_ROW.PROBLEM, document(problem))
                .where(ENTRY_IMPORT_ROW.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT_ROW.IMPORT_ID.eq(id))
                .and(ENTRY_IMPORT_ROW.ROW_NUMBER.eq(row))
                .execute();
    }

    /** Rejected rows in the file's order. */
    public List<RejectedRow> rejected(TenantId tenant, UUID id, int limit) {
        List<RejectedRow> rows = new ArrayList<>();
        rejectedCells(tenant, id, limit)
                .forEach(checked -> rows.add(new RejectedRow(
                        checked.row().number(),
                        Objects.requireNonNullElse(checked.row().cell(Column.QUESTION), ""),
                        Objects.requireNonNull(checked.problem()))));
        return rows;
    }

    /** Rejected rows in full, in the file's order. */
    public List<Checked> rejectedCells(TenantId tenant, UUID id, int limit) {
        return db.select(ENTRY_IMPORT_ROW.ROW_NUMBER, ENTRY_IMPORT_ROW.CELLS, ENTRY_IMPORT_ROW.PROBLEM)
                .from(ENTRY_IMPORT_ROW)
                .where(ENTRY_IMPORT_ROW.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT_ROW.IMPORT_ID.eq(id))
                .and(ENTRY_IMPORT_ROW.OUTCOME.eq(Outcome.REJECTED.name()))
                .orderBy(ENTRY_IMPORT_ROW.ROW_NUMBER)
                .limit(limit)
                .fetch(row -> new Checked(
                        new Sheet.Row(row.value1(), cells(row.value2())),
                        Outcome.REJECTED,
                        json.readValue(row.value3().data(), RowProblem.class)));
    }

    /** Forgets a bot's checked files that who sent them did not confirm. */
    public void forgetUnconfirmed(TenantId tenant, BotId bot, Actor sender) {
        db.deleteFrom(ENTRY_IMPORT)
                .where(ENTRY_IMPORT.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT.BOT_ID.eq(bot.value()))
                .and(ENTRY_IMPORT.STATE.eq(State.READY.name()))
                .and(ENTRY_IMPORT.ACTOR_KIND.eq(sender.kind().name()))
                .and(ENTRY_IMPORT.ACTOR.eq(sender.name()))
                .execute();
    }

    /** Forgets what is over, or was never begun, and has been so since {@code before}. */
    void forget(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(ENTRY_IMPORT)
                .where(ENTRY_IMPORT.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_IMPORT.STATE.ne(State.RUNNING.name()))
                .and(ENTRY_IMPORT.UPDATED_AT.lt(before))
                .execute();
    }

    private @Nullable JSONB document(@Nullable RowProblem problem) {
        return problem == null ? null : JSONB.jsonb(json.writeValueAsString(problem));
    }

    private static List<@Nullable String> cells(@Nullable String[] cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static Condition is(TenantId tenant, UUID id) {
        return ENTRY_IMPORT.TENANT_ID.eq(tenant.value()).and(ENTRY_IMPORT.IMPORT_ID.eq(id));
    }

    private static EntryImport map(Record row) {
        return new EntryImport(
                row.get(ENTRY_IMPORT.IMPORT_ID),
                new BotId(row.get(ENTRY_IMPORT.BOT_ID)),
                row.get(ENTRY_IMPORT.FILE_NAME),
                State.valueOf(row.get(ENTRY_IMPORT.STATE)),
                Actor.Kind.valueOf(row.get(ENTRY_IMPORT.ACTOR_KIND)),
                row.get(ENTRY_IMPORT.ACTOR),
                List.of(row.get(ENTRY_IMPORT.IGNORED_COLUMNS)),
                row.get(ENTRY_IMPORT.TOTAL),
                row.get(ENTRY_IMPORT.TO_CREATE),
                row.get(ENTRY_IMPORT.TO_UPDATE),
                row.get(ENTRY_IMPORT.CREATED),
                row.get(ENTRY_IMPORT.UPDATED),
                row.get(ENTRY_IMPORT.UNCHANGED),
                row.get(ENTRY_IMPORT.REJECTED),
                row.get(ENTRY_IMPORT.MARK),
                row.get(ENTRY_IMPORT.CREATED_AT),
                row.get(ENTRY_IMPORT.FINISHED_AT));
    }
}

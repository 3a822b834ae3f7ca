package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryImport.State;
import io.xiaoer.knowledge.internal.EntryRows;
import io.xiaoer.knowledge.internal.ImportCheck;
import io.xiaoer.knowledge.internal.ImportRows;
import io.xiaoer.knowledge.internal.ImportRows.Checked;
import io.xiaoer.knowledge.internal.ImportRows.Outcome;
import io.xiaoer.knowledge.internal.ImportRunner;
import io.xiaoer.knowledge.internal.SheetPlaces;
import io.xiaoer.knowledge.internal.sheet.Column;
import io.xiaoer.knowledge.internal.sheet.Sheet;
import io.xiaoer.knowledge.internal.sheet.SheetException;
import io.xiaoer.knowledge.internal.sheet.SheetWriter;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files of entries into the bound shop's drafts: a file is checked, looked at, confirmed, and then applied batch by
 * batch whether or not anyone watches. Rows are matched with entries by their question.
 */
@Service
@Requires(Permission.EDIT)
public class EntryImports {

    /** The largest file. */
    public static final int MAX_FILE_BYTES = Sheet.MAX_MEGABYTES * 1024 * 1024;

    private static final int MAX_NAME = 120;

    private final ImportRows imports;
    private final EntryRows entries;
    private final ImportRunner runner;
    private final SheetPlaces places;
    private final ObjectProvider<AnswerCheck> answerCheck;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EntryImports(
            ImportRows imports,
            EntryRows entries,
            ImportRunner runner,
            SheetPlaces places,
            ObjectProvider<AnswerCheck> answerCheck,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.entries = entries;
        this.runner = runner;
        this.places = places;
        this.answerCheck = answerCheck;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a file. */
    public record Result(EntryImport outcome, List<RejectedRow> rejected) {}

    /**
     * Reads a file and stores what would become of its rows; nothing is changed yet. Forgets files
     * of the same sender that were not confirmed.
     *
     * @param locale the language in which a problem with the file is explained
     * @throws Problem if it is no table of entries, too large, or too many files are read at the moment
     */
    public EntryImport check(BotId bot, String fileName, byte[] file, String locale) {
        return places.in(locale, () -> store(bot, fileName, read(file, locale), State.READY));
    }

    private static Sheet read(byte[] file, String locale) {
        try {
            return Sheet.read(file);
        } catch (SheetException e) {
            throw e.toProblem(locale);
        }
    }

    private EntryImport store(BotId bot, String fileName, Sheet sheet, State state) {
        TenantId tenant = TenantScope.required();
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Checked> rows = ImportCheck.check(
                    sheet.rows(),
                    entries.byQuestions(tenant, bot, ImportCheck.questions(sheet.rows())),
                    new ImportCheck.Room(entries.count(tenant, bot)),
                    answerCheck.getIfAvailable());
            EntryImport fresh = fresh(bot, fileName, sheet, rows, state);
            if (state == State.READY) {
                imports.forgetUnconfirmed(tenant, bot, TenantScope.requiredActor());
            }
            imports.insert(tenant, fresh, rows);
            return fresh;
        }));
    }

    private EntryImport fresh(BotId bot, String fileName, Sheet sheet, List<Checked> rows, State state) {
        Actor actor = TenantScope.requiredActor();
        return new EntryImport(
                Ids.next(),
                bot,
                name(fileName),
                state,
                actor.kind(),
                actor.name(),
                sheet.ignored(),
                rows.size(),
                count(rows, Outcome.CREATE),
                count(rows, Outcome.UPDATE),
                0,
                0,
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REJECTED),
                0,
                OffsetDateTime.now(clock),
                null);
    }

    private static int count(List<Checked> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    private static String name(String fileName) {
        String clean = fileName.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.substring(0, Math.min(MAX_NAME, clean.length()));
    }

    /**
     * Begins to apply a checked file in the caller's name, and returns at once. It goes on without the caller, also after a restart.
     *
     * @throws Problem if another import of the bot runs, or this one is over
     */
    public EntryImport confirm(BotId bot, UUID id) {
        EntryImport job = started(bot, id);
        runner.begin(TenantScope.required(), job);
        return job;
    }

    /**
     * Checks and applies a file, and returns when that is done.
     *
     * @throws Problem if it is no table of entries, another import of the bot runs, or too many files are read at the moment
     */
    public Result importNow(BotId bot, String fileName, byte[] file, String locale) {
        TenantId tenant = TenantScope.required();
        if (!Boolean.TRUE.equals(
                transaction.execute(status -> imports.running(tenant, bot).isEmpty()))) {
            throw alreadyRunning();
        }
        EntryImport job;
        try {
            job = places.in(locale, () -> store(bot, fileName, read(file, locale), State.RUNNING));
        } catch (DuplicateKeyException e) {
            throw alreadyRunning();
        }
        runner.run(tenant, job);
        Result result = Objects.requireNonNull(transaction.execute(
                status -> new Result(find(bot, job.id()), imports.rejected(tenant, job.id(), Sheet.MAX_ROWS))));
        if (result.outcome().state() != State.DONE) {
            throw new Problem(
                    Code.UNAVAILABLE,
                    "The import was interrupted after row " + result.outcome().mark()
                            + ". It goes on by itself; sending the file again is safe.");
        }
        return result;
    }

    private EntryImport started(BotId bot, UUID id) {
        TenantId tenant = TenantScope.required();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                find(bot, id);
                boolean started = imports.running(tenant, bot).isEmpty()
                        && imports.start(tenant, id, TenantScope.requiredActor(), OffsetDateTime.now(clock));
                if (!started) {
                    throw alreadyRunning();
                }
                return find(bot, id);
            }));
        } catch (DuplicateKeyException e) {
            throw alreadyRunning();
        }
    }

    private static Problem alreadyRunning() {
        return new Problem(
                Code.VERSION_CONFLICT, "An import of this bot is running. Wait until it is done, then try again.");
    }

    /**
     * Stops an import. What was applied stays.
     *
     * @throws Problem if it does not run
     */
    @Transactional
    public EntryImport cancel(BotId bot, UUID id) {
        find(bot, id);
        if (!imports.move(
                TenantScope.required(), id, Set.of(State.RUNNING), State.CANCELLED, OffsetDateTime.now(clock))) {
            throw Problem.versionConflict();
        }
        EntryImport after = find(bot, id);
        runner.audit(after);
        return after;
    }

    /**
     * Forgets a checked file of which nothing was applied.
     *
     * @throws Problem if someone confirmed it
     */
    @Transactional
    public void discard(BotId bot, UUID id) {
        find(bot, id);
        if (!imports.discard(TenantScope.required(), id)) {
            throw Problem.versionConflict();
        }
    }

    /** The import of a bot that was sent last. */
    @Transactional(readOnly = true)
    public Optional<EntryImport> last(BotId bot) {
        return imports.last(TenantScope.required(), bot);
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public EntryImport get(BotId bot, UUID id) {
        return find(bot, id);
    }

    /** The first rows that became no entry, in the file's order. */
    @Transactional(readOnly = true)
    public List<RejectedRow> rejected(BotId bot, UUID id, int limit) {
        return imports.rejected(TenantScope.required(), find(bot, id).id(), limit);
    }

    /** All rejected rows as a file that says why; mended, it can be imported as it is. */
    @Transactional(readOnly = true)
    public byte[] rejectedFile(BotId bot, UUID id, String locale) {
        boolean english = locale.startsWith("en");
        List<List<String>> rows = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of(english ? "row" : "行号", english ? "reason" : "原因"));
        for (Column column : Column.values()) {
            headings.add(column.heading(locale));
        }
        rows.add(headings);
        for (Checked row :
                imports.rejectedCells(TenantScope.required(), find(bot, id).id(), Sheet.MAX_ROWS)) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(row.row().number()),
                    Objects.requireNonNull(row.problem()).text(locale)));
            row.row().cells().forEach(cell -> cells.add(cell == null ? "" : cell));
            rows.add(cells);
        }
        return SheetWriter.write(SheetFormat.CSV, rows);
    }

    private EntryImport find(BotId bot, UUID id) {
        return imports.find(TenantScope.required(), bot, id).orElseThrow(() -> Problem.notFound("import"));
    }
}

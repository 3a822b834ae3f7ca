package io.xiaoer.knowledge.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryImport;
import io.xiaoer.knowledge.EntryImport.State;
import io.xiaoer.knowledge.RowProblem;
import io.xiaoer.knowledge.internal.ImportCheck.Fresh;
import io.xiaoer.knowledge.internal.ImportCheck.No;
import io.xiaoer.knowledge.internal.ImportCheck.Over;
import io.xiaoer.knowledge.internal.ImportCheck.Same;
import io.xiaoer.knowledge.internal.ImportRows.Progress;
import io.xiaoer.knowledge.internal.RowReader.Bad;
import io.xiaoer.knowledge.internal.RowReader.Good;
import io.xiaoer.knowledge.internal.sheet.Sheet;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies confirmed imports, batch by batch. A batch's transaction holds the import's row, writes the entries and moves
 * the mark, so that whoever goes on after an interruption, and however many do, no row is applied twice.
 */
@Component
public class ImportRunner {

    /** Rows in one transaction: some tens of milliseconds. */
    static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int MOST_FAILURES = 3;

    private final ImportRows imports;
    private final EntryRows entries;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Resting resting;
    private final Clock clock;

    ImportRunner(
            ImportRows imports,
            EntryRows entries,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Resting resting,
            Clock clock) {
        this.imports = imports;
        this.entries = entries;
        this.transaction = transaction;
        this.events = events;
        this.resting = resting;
        this.clock = clock;
    }

    /** Begins to apply an import on a thread of its own; it goes on when whoever asked for it has left. */
    public void begin(TenantId tenant, EntryImport job) {
        // a thread of its own: writing would keep a carrier of virtual threads from its requests
        Thread.ofPlatform().daemon().name("entry-import").start(() -> run(tenant, job));
    }

    /**
     * Applies an import to its end on behalf of who confirmed it, or until the shop rests. A failure is counted; the
     * resuming job tries again.
     */
    public void run(TenantId tenant, EntryImport job) {
        Actor actor = new Actor(job.actorKind(), job.actor(), Set.of(Permission.VIEW, Permission.EDIT));
        TenantScope.run(tenant, actor, () -> {
            try {
                boolean more = true;
                while (more && !resting.isResting(tenant)) {
                    more = step(tenant, job.id());
                }
            } catch (RuntimeException e) {
                LOG.error("The import {} of tenant {} was interrupted", job.id(), tenant, e);
                transaction.executeWithoutResult(status -> failed(tenant, job.id()));
            }
        });
    }

    private void failed(TenantId tenant, UUID id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (imports.fail(tenant, id, now) >= MOST_FAILURES
                && imports.move(tenant, id, Set.of(State.RUNNING), State.FAILED, now)) {
            imports.lock(tenant, id).ifPresent(this::audit);
        }
    }

    /** Applies the next rows; false if there is nothing left to do. */
    boolean step(TenantId tenant, UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> imports.lock(tenant, id)
                .filter(job -> job.state() == State.RUNNING)
                .map(job -> applyNext(tenant, job))
                .orElse(false)));
    }

    private boolean applyNext(TenantId tenant, EntryImport job) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Sheet.Row> rows = imports.next(tenant, job.id(), job.mark(), BATCH);
        if (rows.isEmpty()) {
            imports.move(tenant, job.id(), Set.of(State.RUNNING), State.DONE, now);
            imports.lock(tenant, job.id()).ifPresent(this::audit);
            return false;
        }
        Map<String, List<Entry>> there =
                entries.lockByQuestions(tenant, job.bot(), ImportCheck.questions(rows)).stream()
                        .collect(Collectors.groupingBy(Entry::question));
        // answers were judged when the file was checked
        RowReader reader = new RowReader(null);
        List<Entry> fresh = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        ImportCheck.Room room = new ImportCheck.Room(entries.count(tenant, job.bot()));
        int unchanged = 0;
        int rejected = 0;
        for (Sheet.Row row : rows) {
            switch (reader.read(row)) {
                case Bad(RowProblem problem) -> {
                    imports.reject(tenant, job.id(), row.number(), problem);
                    rejected++;
                }
                case Good(ImportRow good) -> {
                    switch (ImportCheck.decide(
                            good, there.getOrDefault(good.question(), List.of()), question -> 0, room)) {
                        case Fresh() -> fresh.add(good.fresh("e-" + Ids.next()));
                        case Over(Entry old) -> changed.add(good.over(old));
                        case Same() -> unchanged++;
                        case No(RowProblem problem) -> {
                            imports.reject(tenant, job.id(), row.number(), problem);
                            rejected++;
                        }
                    }
                }
            }
        }
        entries.insertImported(tenant, job.bot(), fresh, job.id(), now);
        entries.updateImported(tenant, job.bot(), changed, job.id(), now);
        imports.advance(
                tenant,
                job.id(),
                new Progress(
                        rows.getLast().number(),
                        job.created() + fresh.size(),
                        job.updated() + changed.size(),
                        job.unchanged() + unchanged,
                        job.rejected() + rejected),
                now);
        return true;
    }

    /** One line for the whole file: each entry's own history has its words. */
    public void audit(EntryImport job) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("id", job.id());
        counts.put("state", job.state().name().toLowerCase(java.util.Locale.ROOT));
        counts.put("created", job.created());
        counts.put("updated", job.updated());
        counts.put("unchanged", job.unchanged());
        counts.put("rejected", job.rejected());
        events.publishEvent(new Audited("entries.imported", job.fileName(), null, counts));
    }
}

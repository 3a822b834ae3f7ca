package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.db.Tables.PROGRESS;

import io.xiaoer.bots.BotId;
import io.xiaoer.onboarding.Connection;
import io.xiaoer.onboarding.Progress;
import io.xiaoer.onboarding.Step;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of progress. */
@Repository
public class ProgressRows {

    private final DSLContext db;

    ProgressRows(DSLContext db) {
        this.db = db;
    }

    public Optional<Progress> find(TenantId tenant, BotId bot) {
        return db.selectFrom(PROGRESS)
                .where(PROGRESS.TENANT_ID.eq(tenant.value()))
                .and(PROGRESS.BOT_ID.eq(bot.value()))
                .fetchOptional(ProgressRows::map);
    }

    /** Writes a bot's first progress; false if there is one already. */
    public boolean insert(TenantId tenant, BotId bot, Progress progress, OffsetDateTime at) {
        return db.insertInto(PROGRESS)
                        .set(PROGRESS.TENANT_ID, tenant.value())
                        .set(PROGRESS.BOT_ID, bot.value())
                        .set(PROGRESS.DONE, names(progress.done()))
                        .set(PROGRESS.SKIPPED, names(progress.skipped()))
                        .set(PROGRESS.CONNECTION, name(progress.connection()))
                        .set(PROGRESS.CONFIRMED_RULES, array(progress.confirmedRules()))
                        .set(PROGRESS.RIGHT_QUESTIONS, array(progress.rightQuestions()))
                        .set(PROGRESS.DISMISSED, progress.dismissed())
                        .set(PROGRESS.VERSION, progress.version())
                        .set(PROGRESS.UPDATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Writes {@code progress} over version {@code progress.version() - 1}; false if that is no longer the version. */
    public boolean update(TenantId tenant, BotId bot, Progress progress, OffsetDateTime at) {
        return db.update(PROGRESS)
                        .set(PROGRESS.DONE, names(progress.done()))
                        .set(PROGRESS.SKIPPED, names(progress.skipped()))
                        .set(PROGRESS.CONNECTION, name(progress.connection()))
                        .set(PROGRESS.CONFIRMED_RULES, array(progress.confirmedRules()))
                        .set(PROGRESS.RIGHT_QUESTIONS, array(progress.rightQuestions()))
                        .set(PROGRESS.DISMISSED, progress.dismissed())
                        .set(PROGRESS.VERSION, progress.version())
                        .set(PROGRESS.UPDATED_AT, at)
                        .where(PROGRESS.TENANT_ID.eq(tenant.value()))
                        .and(PROGRESS.BOT_ID.eq(bot.value()))
                        .and(PROGRESS.VERSION.eq(progress.version() - 1))
                        .execute()
                == 1;
    }

    private static Progress map(Record row) {
        String connection = row.get(PROGRESS.CONNECTION);
        return new Progress(
                steps(row.get(PROGRESS.DONE)),
                steps(row.get(PROGRESS.SKIPPED)),
                connection == null ? null : Connection.valueOf(connection),
                Set.of(row.get(PROGRESS.CONFIRMED_RULES)),
                Set.of(row.get(PROGRESS.RIGHT_QUESTIONS)),
                row.get(PROGRESS.DISMISSED),
                row.get(PROGRESS.VERSION));
    }

    private static Set<Step> steps(String[] names) {
        return Arrays.stream(names).map(Step::valueOf).collect(Collectors.toSet());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static String[] array(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }
}

package io.xiaoer.insights.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.Advice;
import io.xiaoer.insights.Digest.Figures;
import io.xiaoer.insights.InstantReply;
import io.xiaoer.insights.Period;
import io.xiaoer.insights.Slice;
import io.xiaoer.insights.internal.DigestContent.Part;
import io.xiaoer.insights.internal.DigestContent.Place;
import io.xiaoer.insights.internal.DigestRows.Row;
import io.xiaoer.insights.internal.ReportRows.Failed;
import io.xiaoer.insights.internal.ReportRows.Time;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.rollout.RolloutChange.Kind;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.OwnerLetters;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the digest of a shop's yesterday from nine in the morning on, once, and writes to its owners. */
@Component
class DigestWriter {

    static final String KIND = "daily-digest";

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final int MOST_TO_FIX = 5;
    private static final int CHANGES = 50;
    private static final int KEPT_DAYS = 92;
    private static final int WEEK = 7;

    private final DigestRows rows;
    private final DigestReading reading;
    private final ShareRows shares;
    private final ReportRows reports;
    private final InstantRows marks;
    private final ReportTurns turns;
    private final Bots bots;
    private final Rollouts rollouts;
    private final Releases releases;
    private final Shops shops;
    private final OwnerLetters owners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DigestWriter(
            DigestRows rows,
            DigestReading reading,
            ShareRows shares,
            ReportRows reports,
            InstantRows marks,
            ReportTurns turns,
            Bots bots,
            Rollouts rollouts,
            Releases releases,
            Shops shops,
            OwnerLetters owners,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.shares = shares;
        this.reports = reports;
        this.marks = marks;
        this.turns = turns;
        this.bots = bots;
        this.rollouts = rollouts;
        this.releases = releases;
        this.shops = shops;
        this.owners = owners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of the bound shop, if it is time and nobody has; true if it did. */
    boolean write(TenantId tenant) {
        ZoneId zone = shops.current().timeZone();
        ZonedDateTime now = clock.instant().atZone(zone);
        LocalDate yesterday = now.toLocalDate().minusDays(1);
        if (now.toLocalTime().isBefore(FROM) || isWritten(tenant, yesterday)) {
            return false;
        }
        List<Part> parts = turns.take(() -> bots.all().stream()
                .map(bot -> part(tenant, bot, yesterday, zone))
                .flatMap(Optional::stream)
                .toList());
        return Objects.requireNonNull(transaction.execute(
                status -> keep(tenant, yesterday, new DigestContent(parts), now.toOffsetDateTime())));
    }

    private boolean isWritten(TenantId tenant, LocalDate day) {
        return Objects.requireNonNull(transaction.execute(status -> rows.exists(tenant, day)));
    }

    private boolean keep(TenantId tenant, LocalDate day, DigestContent content, OffsetDateTime now) {
        boolean mails = !content.bots().isEmpty() && rows.mails(tenant);
        Row row = new Row(day, content, mails, now);
        if (!rows.insert(tenant, row)) {
            return false;
        }
        rows.deleteBefore(tenant, day.minusDays(KEPT_DAYS));
        if (mails) {
            Digest digest = reading.read(List.of(row)).getFirst();
            owners.post(KIND, DigestLetters.TEXTS, now, words -> DigestLetters.write(words, digest));
        }
        return true;
    }

    /** Empty if nobody asked the bot anything. */
    private Optional<Part> part(TenantId tenant, Bot bot, LocalDate day, ZoneId zone) {
        Figures figures = figures(tenant, bot.id(), day, zone);
        if (figures.questions() == 0) {
            return Optional.empty();
        }
        Time time = time(day, zone);
        List<OffsetDateTime> halts = rollouts.history(bot.id(), CHANGES).stream()
                .filter(change -> change.kind() == Kind.HALTED)
                .map(RolloutChange::at)
                .filter(at -> !at.isBefore(time.from()) && at.isBefore(time.to()))
                .toList();
        return Optional.of(new Part(
                bot.id().value(),
                bot.name(),
                figures,
                figures(tenant, bot.id(), day.minusDays(1), zone),
                figures(tenant, bot.id(), day.minusDays(WEEK), zone),
                reports.failed(tenant, bot.id(), time, MOST_TO_FIX).stream()
                        .map(DigestWriter::place)
                        .toList(),
                halts,
                advice(figures, halts.size(), waiting(tenant, bot.id()))));
    }

    private Figures figures(TenantId tenant, BotId bot, LocalDate day, ZoneId zone) {
        Time time = time(day, zone);
        return Figures.of(
                shares.count(tenant, bot, new Slice(null, false, null, time.from(), time.to())),
                reports.instant(tenant, bot, time));
    }

    /** Marked since the live release was made. */
    private int waiting(TenantId tenant, BotId bot) {
        List<InstantReply> marked = marks.all(tenant, bot);
        if (marked.isEmpty()) {
            return 0;
        }
        Instant published = releases.get(bot, rollouts.get(bot).liveRelease()).createdAt();
        return (int) marked.stream()
                .filter(mark -> mark.at().toInstant().isAfter(published))
                .count();
    }

    /** What there is to do, the most urgent first. */
    static List<Advice> advice(Figures day, int halts, int waiting) {
        return List.of(
                        new Advice(Advice.Kind.LOOK_AT_HALT, halts),
                        new Advice(Advice.Kind.ANSWER, day.unknown()),
                        new Advice(Advice.Kind.CONNECT, day.declined()),
                        new Advice(Advice.Kind.RECONSIDER, day.unhelpful()),
                        new Advice(Advice.Kind.PUBLISH, waiting))
                .stream()
                .filter(advice -> advice.count() > 0)
                .toList();
    }

    private static Place place(Failed failed) {
        int cut = failed.last().indexOf('/');
        Cause cause = failed.unknown() ? Cause.NOT_UNDERSTOOD : failed.missing() ? Cause.DATA_MISSING : Cause.WRONG;
        return new Place(
                UUID.fromString(failed.last().substring(0, cut)),
                Integer.parseInt(failed.last().substring(cut + 1)),
                cause,
                failed.count(),
                failed.shoppers());
    }

    private static Time time(LocalDate day, ZoneId zone) {
        Period period = Period.of(day);
        return new Time(period.begin(zone), period.end(zone));
    }
}

package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.internal.Failures;
import io.xiaoer.insights.internal.InsightTexts;
import io.xiaoer.insights.internal.MemberNames;
import io.xiaoer.insights.internal.OutcomeLine;
import io.xiaoer.insights.internal.ReadRows;
import io.xiaoer.insights.internal.ReadRows.After;
import io.xiaoer.insights.internal.ReadRows.Summary;
import io.xiaoer.insights.internal.ShareRows;
import io.xiaoer.insights.internal.ShareRows.Group;
import io.xiaoer.rollout.Cohorts;
import io.xiaoer.rollout.Member;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of the questions that the bound shop's shoppers asked, counted when it is asked for. What was said on this node a moment ago
 * counts already; what another said, some milliseconds later.
 */
@Service
@Requires(Permission.VIEW)
public class Outcomes {

    /** The longest time of which each day is counted. */
    public static final int MOST_DAYS = 90;

    private final ShareRows shares;
    private final ReadRows rows;
    private final OutcomeLine line;
    private final AskedQuestions asked;
    private final Cohorts cohorts;
    private final MemberNames names;
    private final Shops shops;
    private final Clock clock;

    Outcomes(
            ShareRows shares,
            ReadRows rows,
            OutcomeLine line,
            AskedQuestions asked,
            Cohorts cohorts,
            MemberNames names,
            Shops shops,
            Clock clock) {
        this.shares = shares;
        this.rows = rows;
        this.line = line;
        this.asked = asked;
        this.cohorts = cohorts;
        this.names = names;
        this.shops = shops;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Shares shares(BotId bot, Slice slice) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        return shares.count(tenant, bot, slice);
    }

    /**
     * The last days of a pilot, oldest first, today included; quiet ones too.
     *
     * @param days at most {@link #MOST_DAYS}
     */
    @Transactional(readOnly = true)
    public List<Day> daily(BotId bot, int pilot, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("days", "must be between 1 and " + MOST_DAYS);
        }
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        ZoneId zone = shops.current().timeZone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate first = today.minusDays(days - 1L);
        Map<Group, Shares> counted = shares.daily(
                tenant,
                bot,
                pilot,
                first.atStartOfDay(zone).toOffsetDateTime(),
                today.plusDays(1).atStartOfDay(zone).toOffsetDateTime(),
                zone);
        return first.datesUntil(today.plusDays(1))
                .map(date -> new Day(
                        date,
                        counted.getOrDefault(new Group(date, true), Shares.NOTHING),
                        counted.getOrDefault(new Group(date, false), Shares.NOTHING)))
                .toList();
    }

    /**
     * What a pilot's members asked that failed, newest first. What is forgotten is not among it.
     *
     * @throws Problem if the cursor is none
     */
    @Transactional(readOnly = true)
    public Page<FailedQuestion> failed(BotId bot, int pilot, @Nullable String cursor, int limit) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        Page<Outcome> page = Page.of(rows.failed(tenant, bot, pilot, after(cursor), limit + 1), limit, Outcomes::place);
        Map<Place, String> texts = asked.texts(page.items().stream()
                .map(outcome -> new Place(outcome.conversation(), outcome.seq()))
                .toList());
        InsightTexts words = new InsightTexts(shops.current().locale());
        return new Page<>(
                page.items().stream()
                        .flatMap(outcome -> Failures.cause(outcome)
                                .map(cause -> new FailedQuestion(
                                        outcome.conversation(),
                                        outcome.seq(),
                                        outcome.at(),
                                        texts.getOrDefault(new Place(outcome.conversation(), outcome.seq()), ""),
                                        cause,
                                        Failures.why(outcome, cause, words),
                                        outcome.entryKey()))
                                .stream())
                        .toList(),
                page.nextCursor());
    }

    /** A pilot's members, those first who came last, each with what became of their questions. */
    @Transactional(readOnly = true)
    public Page<MemberLine> members(BotId bot, int pilot, @Nullable String cursor, int limit) {
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        Page<Member> page = cohorts.members(bot, pilot, cursor, limit);
        List<ShopperRef> shoppers = page.items().stream().map(Member::shopper).toList();
        Map<ShopperRef, Summary> summaries = shoppers.isEmpty() ? Map.of() : rows.members(tenant, bot, pilot, shoppers);
        Map<ShopperRef, String> masked = names.of(shoppers, summaries);
        return new Page<>(
                page.items().stream()
                        .map(member -> line(
                                member, masked.getOrDefault(member.shopper(), ""), summaries.get(member.shopper())))
                        .toList(),
                page.nextCursor());
    }

    private static MemberLine line(Member member, String name, @Nullable Summary summary) {
        return summary == null
                ? new MemberLine(member, name, 0, 0, 0, false, null, null)
                : new MemberLine(
                        member,
                        name,
                        summary.conversations(),
                        summary.questions(),
                        summary.unknown(),
                        summary.handedOver(),
                        summary.lastConversation(),
                        summary.lastAt());
    }

    private static String place(Outcome outcome) {
        ConversationId conversation = outcome.conversation();
        return outcome.at() + "|" + conversation + "|" + outcome.seq();
    }

    private static @Nullable After after(@Nullable String cursor) {
        String[] parts = Page.after(cursor).split("\\|", -1);
        if (parts.length == 1 && parts[0].isEmpty()) {
            return null;
        }
        try {
            return new After(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "must be a nextCursor from an earlier page");
        }
    }
}

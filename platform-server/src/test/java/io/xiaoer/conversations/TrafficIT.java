package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationHistoryImport.PastConversation;
import io.xiaoer.conversations.ConversationHistoryImport.PastMessage;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Moment;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.StatementCounter;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the numbers count, and whose; the shop is in Shanghai, eight hours ahead of UTC. */
class TrafficIT extends IntegrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
    private static final Instant NOON = at("2026-03-18T12:00:00+08:00");

    private static final String KNOWN = "过敏了能退吗";
    private static final String UNKNOWN = "今天天气怎么样";

    @Autowired
    private Traffic traffic;

    @Autowired
    private ConversationHistoryImport history;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = api().signUp();
    }

    @Test
    void aDayEndsAtMidnightInTheShopsTimeZone() {
        add(said(at("2026-03-17T23:59:59.999999+08:00"), KNOWN));
        add(said(at("2026-03-18T00:00:00+08:00"), KNOWN));
        add(said(at("2026-03-18T00:00:01+08:00"), KNOWN));

        List<Traffic.Day> days = at(NOON, () -> traffic.days(bot(), TODAY.minusDays(2), TODAY));
        assertThat(days).extracting(Traffic.Day::date).containsExactly(TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
        assertThat(days).extracting(day -> day.tally().messages()).containsExactly(0, 1, 2);
        List<Tally> hours = at(NOON, () -> traffic.hoursOfDay(bot(), TODAY.minusDays(1), TODAY));
        assertThat(hours).hasSize(24);
        assertThat(hours.get(23).messages()).isEqualTo(1);
        assertThat(hours.get(0).messages()).isEqualTo(2);
    }

    @Test
    void aDayIsAsLongAsItIsWhereTheShopIs() throws SQLException {
        moveShopTo("America/New_York");
        // on 8 March 2026 clocks there go from 2 to 3 in the morning: the day has 23 hours
        LocalDate short23 = LocalDate.of(2026, 3, 8);
        add(said(at("2026-03-08T00:00:00-05:00"), KNOWN));
        add(said(at("2026-03-08T03:30:00-04:00"), KNOWN));
        add(said(at("2026-03-08T23:59:59-04:00"), KNOWN));
        add(said(at("2026-03-09T00:00:00-04:00"), KNOWN));

        List<Traffic.Day> days = at(NOON, () -> traffic.days(bot(), short23, short23.plusDays(1)));
        assertThat(days).extracting(day -> day.tally().messages()).containsExactly(3, 1);
        List<Tally> hours = at(NOON, () -> traffic.hoursOfDay(bot(), short23, short23));
        assertThat(hours.get(2).messages()).isZero();
        assertThat(hours.get(3).messages()).isEqualTo(1);
    }

    @Test
    void comparesTodayWithTheSameTimeOfOtherDays() {
        add(said(at("2026-03-18T09:00:00+08:00"), KNOWN));
        add(said(at("2026-03-17T11:59:59+08:00"), KNOWN));
        add(said(at("2026-03-17T12:00:00+08:00"), KNOWN));
        add(said(at("2026-03-11T08:00:00+08:00"), KNOWN));
        add(said(at("2026-03-11T20:00:00+08:00"), KNOWN));
        add(said(at("2026-03-16T09:00:00+08:00"), KNOWN));

        Traffic.Today today = at(NOON, () -> traffic.today(bot()));
        assertThat(today.date()).isEqualTo(TODAY);
        assertThat(today.now().messages()).isEqualTo(1);
        assertThat(today.yesterday().messages()).isEqualTo(1);
        assertThat(today.lastWeek().messages()).isEqualTo(1);
        assertThat(at(NOON, () -> traffic.today())).isEqualTo(today);
        assertThat(at(NOON, () -> traffic.board(bot(), 30)).today()).isEqualTo(today);
    }

    @Test
    void countsEachKindOfReplyAndEachConversationOnce() {
        add(new PastConversation(
                ShopperRef.visitor("v1"),
                "product",
                List.of(
                        new PastMessage(NOON.minusSeconds(300), KNOWN, 1, 10_000),
                        new PastMessage(NOON.minusSeconds(200), UNKNOWN, 1, 20_000))));
        add(new PastConversation(
                ShopperRef.visitor("v2"), null, List.of(new PastMessage(NOON.minusSeconds(100), KNOWN, null, 1_000))));

        Tally now = at(NOON, () -> traffic.today(bot())).now();
        assertThat(now.conversations()).isEqualTo(2);
        assertThat(now.messages()).isEqualTo(3);
        assertThat(now.answered()).isEqualTo(1);
        assertThat(now.unknown()).isEqualTo(1);
        assertThat(now.fallback()).isEqualTo(1);
        assertThat(now.handedOver()).isZero();
        assertThat(now.answeredShare()).hasValue(0.5);
        assertThat(Tally.NOTHING.answeredShare()).isEmpty();
    }

    @Test
    void saysHowLongHalfAndNinetyFiveOfAHundredRepliesTook() {
        add(IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new PastConversation(
                        ShopperRef.visitor("v" + i),
                        null,
                        List.of(new PastMessage(NOON.minusSeconds(i), KNOWN, 1, i * 1_000))))
                .toArray(PastConversation[]::new));

        Tally.ReplyTime took = Objects.requireNonNull(
                at(NOON, () -> traffic.today(bot())).now().replyTime());
        assertThat(took.p50()).isCloseTo(50.5, within(0.001));
        assertThat(took.p95()).isCloseTo(95.05, within(0.001));
        assertThat(at(NOON, () -> traffic.today(bot())).yesterday().replyTime()).isNull();
    }

    @Test
    void countsWhatIsSaidNowWithTheRepliesTime() {
        assertThat(shop.api()
                        .put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"staff\": [\"boss\"]}")
                        .status())
                .isEqualTo(200);
        String staff = shop.api().converse(shop.botId(), "boss");
        shop.api().say(staff, KNOWN);
        shop.api().say(staff, "订单20260318000001到底在哪个火星上");
        shop.api().say(shop.api().converse(shop.botId(), "stranger"), KNOWN);

        Traffic.Today today = inShop(() -> traffic.today(bot()));
        assertThat(today.now().conversations()).isEqualTo(2);
        assertThat(today.now().messages()).isEqualTo(3);
        assertThat(today.now().fallback()).isEqualTo(1);
        assertThat(today.now().answered()).isPositive();
        assertThat(Objects.requireNonNull(today.now().replyTime()).p50()).isPositive();
        assertThat(inShop(() -> traffic.hits(bot(), Instant.EPOCH)))
                .anyMatch(hits -> hits.entryKey().equals("allergy-return") && hits.hits() == 1);
    }

    @Test
    void ranksEntriesByTheirHits() {
        add(
                said(NOON.minusSeconds(30), KNOWN),
                said(NOON.minusSeconds(20), KNOWN),
                said(NOON.minusSeconds(10), "两张券能一起用不"));
        add(said(NOON.minusSeconds(100_000), KNOWN));

        List<EntryHits> hits = at(NOON, () -> traffic.hits(bot(), NOON.minusSeconds(50_000)));
        assertThat(hits)
                .containsExactly(
                        new EntryHits("allergy-return", 2, NOON.minusSeconds(20)),
                        new EntryHits("coupon-stacking", 1, NOON.minusSeconds(10)));
    }

    @Test
    void tellsWhatWasNotKnownWithoutWhoAsked() {
        add(said(NOON.minusSeconds(50), "火星基地的门票怎么买，打13812345678告诉我"));
        add(said(NOON.minusSeconds(40), "火星基地的门票怎么买，打13987654321告诉我！"));
        add(said(NOON.minusSeconds(30), UNKNOWN));
        add(said(NOON.minusSeconds(20), KNOWN));
        add(said(NOON.minusSeconds(10), "😂😂"));

        List<UnansweredQuestion> questions = at(NOON, () -> traffic.unanswered(bot(), NOON.minusSeconds(3_600), 10));
        assertThat(questions).extracting(UnansweredQuestion::count).containsExactly(2, 1);
        assertThat(questions.getFirst().text())
                .contains("火星基地")
                .contains("[手机号]")
                .doesNotContain("138", "139");
        assertThat(questions.getLast()).isEqualTo(new UnansweredQuestion(UNKNOWN, 1, NOON.minusSeconds(30)));
        assertThat(at(NOON, () -> traffic.unanswered(bot(), NOON.minusSeconds(3_600), 1)))
                .hasSize(1);
    }

    @Test
    void showsAShopItsOwnNumbersOnly() {
        add(said(NOON.minusSeconds(30), UNKNOWN));
        TestShop first = shop;
        shop = api().signUp();

        BotId foreign = new BotId(UUID.fromString(first.botId()));
        assertThat(at(NOON, () -> traffic.today(foreign)).now()).isEqualTo(Tally.NOTHING);
        assertThat(at(NOON, () -> traffic.today()).now()).isEqualTo(Tally.NOTHING);
        assertThat(at(NOON, () -> traffic.hits(foreign, Instant.EPOCH))).isEmpty();
        assertThat(at(NOON, () -> traffic.unanswered(foreign, Instant.EPOCH, 10)))
                .isEmpty();
    }

    @Test
    void asksTheDatabaseTwoQuestionsForAWholeBoard() {
        List<String> statements = StatementCounter.during(() -> at(NOON, () -> traffic.board(bot(), 30)));
        assertThat(statements).hasSize(2);
    }

    @Test
    void refusesDaysThatAreNoRange() {
        assertThatThrownBy(() -> inShop(() -> traffic.days(bot(), TODAY, TODAY.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> inShop(() -> traffic.days(bot(), TODAY.minusDays(Traffic.MAX_DAYS), TODAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private BotId bot() {
        return new BotId(UUID.fromString(shop.botId()));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static PastConversation said(Instant at, String text) {
        return new PastConversation(
                ShopperRef.visitor(UUID.randomUUID().toString()),
                "product",
                List.of(new PastMessage(at, text, 1, 30_000)));
    }

    private void add(PastConversation... conversations) {
        inShop(() -> {
            history.add(bot(), Arrays.asList(conversations));
            return true;
        });
    }

    private <T> T at(Instant now, Supplier<T> work) {
        return Moment.<T, RuntimeException>call(now, () -> inShop(work));
    }

    private <T> T inShop(Supplier<T> work) {
        return TenantScope.<T, RuntimeException>call(
                new TenantId(UUID.fromString(shop.tenantId())), Actor.platform(), work::get);
    }

    private void moveShopTo(String zone) throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var statement =
                        superuser.prepareStatement("update tenants.shop set time_zone = ? where tenant_id = ?::uuid")) {
            statement.setString(1, zone);
            statement.setString(2, shop.tenantId());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}

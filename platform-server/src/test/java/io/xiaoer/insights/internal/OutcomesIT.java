package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.PilotShop.KNOWN;
import static io.xiaoer.insights.internal.PilotShop.KNOWN_AGAIN;
import static io.xiaoer.insights.internal.PilotShop.STAFF;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN_TOO;
import static io.xiaoer.insights.internal.PilotShop.ok;
import static io.xiaoer.insights.internal.PilotShop.reply;
import static io.xiaoer.insights.internal.db.Tables.OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.FailedQuestion;
import io.xiaoer.insights.MemberLine;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.insights.Outcomes;
import io.xiaoer.insights.Shares;
import io.xiaoer.insights.Slice;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.StatementCounter;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From what shoppers say over the API to what is counted of it. */
class OutcomesIT extends IntegrationTest {

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private DSLContext db;

    @Autowired
    private OutcomeLine line;

    @Autowired
    private OutcomeRecorder recorder;

    @Autowired
    private OutcomeCatchUp catchUp;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private PilotShop shop;

    @BeforeEach
    void openAPilot() {
        shop = PilotShop.open(api());
    }

    @Test
    void keepsWhatBecameOfEachQuestion() {
        String conversation = shop.converse("c1", KNOWN, UNKNOWN, UNKNOWN_TOO, "还有人吗");

        List<Outcome> kept = kept();
        assertThat(kept)
                .extracting(Outcome::kind)
                .containsExactly(OutcomeKind.ANSWERED, OutcomeKind.UNKNOWN, OutcomeKind.UNKNOWN);
        Outcome answered = kept.getFirst();
        assertThat(answered.conversation()).hasToString(conversation);
        assertThat(answered.seq()).isEqualTo(1);
        assertThat(answered.reply()).isEqualTo(2);
        assertThat(answered.bot()).isEqualTo(shop.bot());
        assertThat(answered.shopper()).isEqualTo(ShopperRef.customer("c1"));
        assertThat(answered.pilot()).isEqualTo(1);
        assertThat(answered.staff()).isFalse();
        assertThat(answered.release()).isEqualTo(1);
        assertThat(answered.entryKey()).isNotNull();
        assertThat(answered.micros()).isPositive();
        assertThat(kept.get(1).handover()).isNull();
        assertThat(kept.get(2).handover()).isEqualTo(HandoverReason.UNKNOWN_TWICE);

        Shares shares = members();
        assertThat(shares.conversations()).isEqualTo(1);
        assertThat(shares.resolved()).isZero();
        assertThat(shares.questions()).isEqualTo(3);
        assertThat(shares.answered()).isEqualTo(1);
        assertThat(shares.unknown()).isEqualTo(2);
        assertThat(shares.handedOver()).isEqualTo(1);
        assertThat(shares.reasons()).containsOnly(Map.entry(HandoverReason.UNKNOWN_TWICE, 1));
        assertThat(shares.p95Millis()).isPositive();
    }

    @Test
    void resolvedIsWhatNothingSpeaksAgainst() {
        shop.converse("fine", KNOWN);
        shop.converse("lost", KNOWN, UNKNOWN);
        shop.converse("person", KNOWN, "转人工");
        String button = shop.converse("button", KNOWN);
        ok(shop.api.post("/api/v1/conversations/" + button + "/handover", "{}"));
        String down = shop.converse("down");
        shop.feedback(down, reply(shop.api.say(down, KNOWN)), false);
        String up = shop.converse("up");
        shop.feedback(up, reply(shop.api.say(up, KNOWN)), true);
        shop.converse("again", KNOWN, KNOWN_AGAIN);

        Shares shares = members();
        assertThat(shares.conversations()).isEqualTo(7);
        assertThat(shares.resolved()).isEqualTo(2);
        assertThat(shares.handedOver()).isEqualTo(2);
        assertThat(shares.reasons()).containsOnly(Map.entry(HandoverReason.ASKED_FOR, 2));
        assertThat(shares.questions()).isEqualTo(9);
        assertThat(shares.helpful()).isEqualTo(1);
        assertThat(shares.unhelpful()).isEqualTo(1);
        assertThat(shares.askedAgain()).isEqualTo(1);
    }

    @Test
    void feedbackIsReplacedByWhatIsSaidLater() {
        String conversation = shop.converse("c1");
        String reply = reply(shop.api.say(conversation, KNOWN));
        shop.feedback(conversation, reply, false);
        assertThat(kept().getFirst().helpful()).isFalse();

        shop.feedback(conversation, reply, true);

        assertThat(kept().getFirst().helpful()).isTrue();
        assertThat(members().unhelpful()).isZero();
    }

    @Test
    void aChoiceThatIsTakenIsNotAskedAgain() {
        OffsetDateTime delivered = OffsetDateTime.now().minusHours(20);
        shop.push("customers", "buyer", "{\"name\": \"林女士\"");
        shop.push("orders", "O1", """
                {"customerId": "buyer", "status": "delivered", "placedAt": "%1$s", "paidAt": "%1$s", "total": "59.80",
                 "lines": [{"sku": "mask", "name": "玻尿酸面膜", "quantity": 1, "price": "59.80"}],
                 "shipments": [{"carrier": "顺丰", "trackingNo": "SF1", "deliveredAt": "%1$s"}]\
                """.formatted(delivered));
        shop.teach("exchange-mine", "我买的东西能换吗", "{{ exchange.say }}");
        String conversation = shop.converse("buyer");
        JsonNode offered = shop.api.say(conversation, "我买的东西能换吗");
        assertThat(offered.at("/replies/0/kind").asString()).isEqualTo("choices");
        ok(shop.api.post(
                "/api/v1/conversations/" + conversation + "/messages",
                "{\"id\": \"" + UUID.randomUUID() + "\", \"text\": \"已经拆了\", \"choiceId\": \""
                        + offered.at("/replies/0/choices/1/id").asString() + "\"}"));

        List<Outcome> kept = kept(2);
        assertThat(kept).extracting(Outcome::kind).containsExactly(OutcomeKind.CHOICES, OutcomeKind.ANSWERED);
        assertThat(kept).extracting(Outcome::choiceTaken).containsExactly(true, false);
        assertThat(kept).noneMatch(Outcome::askedAgain);
        assertThat(outcomesOf(2).choices()).isEqualTo(1);
    }

    @Test
    void listsWhatFailedWithItsCause() {
        shop.teach("promise-mine", "多久能送到我家门口", "{{ delivery_promise.say }}");
        shop.converse("c1", KNOWN);
        shop.converse("c2", "我是13812341234，" + UNKNOWN);
        shop.converse("c3", "多久能送到我家门口");
        shop.converse("c4", KNOWN, KNOWN_AGAIN);

        List<FailedQuestion> failed = failed(null, 50).items();
        assertThat(failed)
                .extracting(FailedQuestion::cause)
                .containsExactly(Cause.WRONG, Cause.DATA_MISSING, Cause.NOT_UNDERSTOOD);
        assertThat(failed.get(0).text()).isEqualTo(KNOWN);
        assertThat(failed.get(0).why()).contains("换了个说法");
        assertThat(failed.get(1).why()).contains("送达时效");
        assertThat(failed.get(1).entryKey()).isEqualTo("promise-mine");
        assertThat(failed.get(2).text()).contains("[手机号]").doesNotContain("1381234");

        Page<FailedQuestion> first = failed(null, 2);
        assertThat(first.items()).isEqualTo(failed.subList(0, 2));
        assertThat(failed(first.nextCursor(), 2).items()).isEqualTo(failed.subList(2, 3));
        assertThat(failed(first.nextCursor(), 2).nextCursor()).isNull();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> failed("bm9uZQ", 2));
    }

    @Test
    void aTurnThatFailsCountsOnceAndTheShoppersNextTryToo() throws SQLException {
        String conversation = shop.converse("c1", KNOWN);
        execute("update conversations.conversation set focus = '{\"about\": 7}' where conversation_id = '"
                + conversation + "'");
        String again = "{\"id\": \"m-1\", \"text\": \"" + KNOWN + "\"}";
        String path = "/api/v1/conversations/" + conversation + "/messages";
        assertThat(shop.api.post(path, again).status()).isEqualTo(500);
        assertThat(shop.api.post(path, again).status()).isEqualTo(500);
        assertThat(members().errors()).isEqualTo(1);
        execute("update conversations.conversation set focus = null where conversation_id = '" + conversation + "'");
        assertThat(shop.api.post(path, again).status()).isEqualTo(200);

        Shares shares = members();
        assertThat(shares.errors()).isEqualTo(1);
        assertThat(shares.answered()).isEqualTo(2);
        assertThat(shares.resolved()).isEqualTo(1);
        Outcome error = kept().stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(error.release()).isEqualTo(1);
        assertThat(error.pilot()).isEqualTo(1);
        assertThat(failed(null, 50).items()).isEmpty();
    }

    @Test
    void tellsMembersStaffAndTheRestApart() {
        shop.converse("c1", KNOWN);
        shop.converse(STAFF, KNOWN);
        shop.rollout("{\"stage\": \"full\", \"reason\": \"test\"}");
        shop.converse("late", KNOWN, UNKNOWN);

        assertThat(members().questions()).isEqualTo(1);
        Shares rest = shop.platform(() -> outcomes.shares(shop.bot(), Slice.rest(1, yesterday(), tomorrow())));
        assertThat(rest.questions()).isEqualTo(2);
        assertThat(rest.unknown()).isEqualTo(1);
        Shares all =
                shop.platform(() -> outcomes.shares(shop.bot(), new Slice(null, false, null, yesterday(), tomorrow())));
        assertThat(all.questions()).isEqualTo(3);
        assertThat(newest(shop, true, 10)).hasSize(1);
        assertThat(newest(shop, false, 2))
                .extracting(Outcome::kind)
                .containsExactly(OutcomeKind.UNKNOWN, OutcomeKind.ANSWERED);
        var days = shop.platform(() -> outcomes.daily(shop.bot(), 1, 7));
        assertThat(days).hasSize(7);
        assertThat(days.getLast().members().questions()).isEqualTo(1);
        assertThat(days.getLast().rest().questions()).isEqualTo(2);
        assertThat(days.getLast().rest().p50Millis()).isPositive();
        assertThat(days.getFirst().members()).isEqualTo(Shares.NOTHING);
        assertThat(outcomesOf(2)).isEqualTo(Shares.NOTHING);
    }

    @Test
    void showsMembersMasked() {
        shop.push("customers", "c-known-4711", "{\"name\": \"王小明\"");
        String talk = shop.converse("c-known-4711", KNOWN, UNKNOWN);
        shop.converse("c-nobody-4712", "转人工");
        shop.converse("c-silent-4713");

        List<MemberLine> lines =
                shop.platform(() -> outcomes.members(shop.bot(), 1, null, 50)).items();
        assertThat(lines).extracting(MemberLine::maskedName).containsExactlyInAnyOrder("王**", "顾客 **4712", "顾客 **4713");
        MemberLine known = lines.stream()
                .max(Comparator.comparingInt(MemberLine::questions))
                .orElseThrow();
        assertThat(known.lastConversation()).hasToString(talk);
        assertThat(known.conversations()).isEqualTo(1);
        assertThat(known.questions()).isEqualTo(2);
        assertThat(known.unknown()).isEqualTo(1);
        assertThat(lines).filteredOn(MemberLine::handedOver).hasSize(1);
        assertThat(lines).filteredOn(one -> one.lastAt() == null).hasSize(1);
    }

    @Test
    void whatIsToldTwiceCountsOnce() {
        shop.converse("c1", KNOWN, UNKNOWN);
        List<Outcome> kept = kept();

        shop.platform(() -> {
            recorder.record(shop.tenant(), places(kept));
            catchUp.catchUp(shop.tenant());
            catchUp.catchUp(shop.tenant());
            return true;
        });

        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void findsWhatANodeDidNotRecord() throws SQLException {
        String conversation = shop.converse("c1", KNOWN, UNKNOWN);
        String reply = shop.api
                .get("/api/v1/conversations/" + conversation + "/messages")
                .json()
                .at("/items/1/id")
                .asString();
        List<Outcome> kept = kept();
        execute("delete from insights.outcome where tenant_id = '" + shop.tenant() + "'");
        shop.feedback(conversation, reply, true);
        assertThat(kept()).extracting(Outcome::helpful).containsExactly(true);
        execute("delete from insights.outcome where tenant_id = '" + shop.tenant() + "'");

        shop.platform(() -> {
            catchUp.catchUp(shop.tenant());
            return true;
        });

        assertThat(kept()).hasSameSizeAs(kept);
        assertThat(kept().getFirst().helpful()).isTrue();
        assertThat(kept().getLast()).isEqualTo(kept.getLast());
    }

    @Test
    void theShopperWaitsForNothingOfIt() {
        String conversation = shop.converse("c1", KNOWN);
        List<String> statements = StatementCounter.ofRequestsDuring(() -> shop.api.say(conversation, KNOWN));

        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.contains("insights"));
        assertThat(statements).noneMatch(sql -> sql.contains("event_publication"));
        assertThat(statements.stream().filter(sql -> sql.contains("insert into \"conversations\".\"receipt\"")))
                .hasSize(1);
    }

    @Test
    void erasingAShopperLeavesTheCounts() {
        shop.converse("c1", KNOWN, UNKNOWN);
        shop.converse("c2", KNOWN);
        Shares before = members();
        assertThat(failed(null, 50).items()).hasSize(1);

        ok(shop.api.send("DELETE", "/api/v1/shop/customers/c1", null));

        assertThat(members()).isEqualTo(before);
        assertThat(kept()).extracting(Outcome::shopper).containsExactly(null, null, ShopperRef.customer("c2"));
        assertThat(failed(null, 50).items()).isEmpty();
    }

    @Test
    void forgetsWhoAskedWithTheConversations() {
        shop.converse("c1", KNOWN);
        Shares before = members();
        OutcomeCleanup cleanup = beans.createBean(OutcomeCleanup.class);

        clean(cleanup, OffsetDateTime.now().plusMonths(23));
        assertThat(kept()).extracting(Outcome::shopper).doesNotContainNull();
        clean(cleanup, OffsetDateTime.now().plusMonths(25));

        assertThat(kept()).extracting(Outcome::shopper).containsOnlyNulls();
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void anotherShopSeesNothing() {
        shop.converse("c1", KNOWN, UNKNOWN);
        assertThat(members().questions()).isEqualTo(2);
        PilotShop other = PilotShop.open(api());

        assertThat(other.platform(() -> outcomes.shares(shop.bot(), Slice.members(1, yesterday(), tomorrow()))))
                .isEqualTo(Shares.NOTHING);
        assertThat(other.platform(() -> outcomes.failed(shop.bot(), 1, null, 10))
                        .items())
                .isEmpty();
        assertThat(newest(other, false, 10)).isEmpty();
    }

    private void clean(OutcomeCleanup cleanup, OffsetDateTime now) {
        shop.platform(() -> {
            transaction.executeWithoutResult(status -> cleanup.clean(shop.tenant(), now));
            return true;
        });
    }

    private Shares members() {
        return outcomesOf(1);
    }

    private Shares outcomesOf(int release) {
        return shop.platform(() -> outcomes.shares(
                shop.bot(), Slice.members(1, yesterday(), tomorrow()).of(release)));
    }

    private Page<FailedQuestion> failed(@Nullable String cursor, int limit) {
        return shop.platform(() -> outcomes.failed(shop.bot(), 1, cursor, limit));
    }

    /** What is kept of release 1, oldest first. */
    private List<Outcome> kept() {
        return kept(1);
    }

    private List<Outcome> kept(int release) {
        return shop.platform(() -> {
            line.settle(shop.tenant());
            return transaction.execute(
                    status -> newest(shop, release, false, 100).reversed());
        });
    }

    private List<Outcome> newest(PilotShop asking, boolean pilotOnly, int limit) {
        return asking.platform(() -> transaction.execute(status -> newest(shop, 1, pilotOnly, limit)));
    }

    /** What the bot itself came to. */
    private List<Outcome> newest(PilotShop of, int release, boolean pilotOnly, int limit) {
        return db.selectFrom(OUTCOME)
                .where(OUTCOME.TENANT_ID.eq(of.tenant().value()))
                .and(OUTCOME.BOT_ID.eq(of.bot().value()))
                .and(OUTCOME.RELEASE.eq(release))
                .and(OUTCOME.STAFF.isFalse())
                .and(pilotOnly ? OUTCOME.PILOT.isNotNull() : DSL.noCondition())
                .and(OutcomeRows.isBots())
                .orderBy(OUTCOME.AT.desc(), OUTCOME.CONVERSATION_ID.desc(), OUTCOME.SEQ.desc())
                .limit(limit)
                .fetch(OutcomeRows::outcome);
    }

    private static List<Place> places(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new Place(outcome.conversation(), Objects.requireNonNull(outcome.reply())))
                .toList();
    }

    private static OffsetDateTime yesterday() {
        return OffsetDateTime.now().minusDays(1);
    }

    private static OffsetDateTime tomorrow() {
        return OffsetDateTime.now().plusDays(1);
    }

    private static void execute(String sql) throws SQLException {
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}

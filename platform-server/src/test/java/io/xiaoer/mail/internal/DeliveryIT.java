package io.xiaoer.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Letters;
import io.xiaoer.mail.Outbox;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class DeliveryIT extends IntegrationTest {

    private static final Instant START = Instant.parse("2026-03-01T01:00:00Z");

    @Autowired
    private OutgoingRows rows;

    @Autowired
    private Letters letters;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    /** What the database holds of a letter. */
    private record Row(
            int attempts,
            @Nullable String outcome,
            @Nullable String body,
            boolean due) {}

    @Test
    void aLetterIsThereOnlyIfItsChangeIs() {
        TenantId shop = shop();
        in(shop, () -> {
            transaction.executeWithoutResult(status -> {
                letters.post(letter("taken back"));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> letters.post(letter("stands")));
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !subjects(shop).isEmpty());
        assertThat(subjects(shop)).containsExactly("stands");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rowsOf(shop).equals(List.of(new Row(1, "SENT", null, false))));
    }

    @Test
    void noLetterIsWrittenOutsideAChange() {
        assertThatThrownBy(() -> in(shop(), () -> letters.post(letter("alone"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatStrangersAskForTakesNoLettersFromTheShop() {
        TenantId shop = shop();
        Moment.run(
                START,
                () -> in(
                        shop,
                        () -> transaction.executeWithoutResult(status -> {
                            for (int i = 0; i < 200; i++) {
                                letters.postAsked(new Letter(
                                        "asked",
                                        "li@shop.example",
                                        "s",
                                        "t",
                                        START.plusSeconds(60).atOffset(ZoneOffset.UTC)));
                            }
                            for (int i = 0; i < 200; i++) {
                                letters.post(letter("own"));
                            }
                            assertThatThrownBy(() -> letters.post(letter("one too many")))
                                    .isInstanceOfSatisfying(Problem.class, problem -> {
                                        assertThat(problem.code()).isEqualTo(Code.QUOTA_EXCEEDED);
                                        assertThat(problem.errors().getFirst().field())
                                                .isEqualTo("letters");
                                    });
                            letters.postAsked(letter("asked all the same"));
                            status.setRollbackOnly();
                        })));
    }

    @Test
    void keepsALetterWhileTheMailServerRefusesAndSendsItLater() throws Exception {
        TenantId shop = shop();
        try (FakeSmtp server = new FakeSmtp()) {
            Delivery delivery = delivery(server);
            server.refuse(true);
            write(shop, "kept");
            round(delivery, shop, START);
            assertThat(server.refused()).isEqualTo(1);
            assertThat(rowsOf(shop)).containsExactly(new Row(1, null, "text", true));

            round(delivery, shop, START.plusSeconds(59));
            assertThat(server.refused()).as("before its time").isEqualTo(1);

            server.refuse(false);
            round(delivery, shop, START.plusSeconds(60));
            assertThat(server.taken()).hasSize(1);
            assertThat(rowsOf(shop)).containsExactly(new Row(2, "SENT", null, false));

            round(delivery, shop, START.plus(Duration.ofDays(1)));
            assertThat(server.taken()).as("only once").hasSize(1);
        }
    }

    @Test
    void keepsALetterWhileThereIsNoMailServerAtAll() throws Exception {
        TenantId shop = shop();
        FakeSmtp gone = new FakeSmtp();
        gone.close();
        write(shop, "kept");
        round(delivery(gone), shop, START);
        assertThat(rowsOf(shop)).containsExactly(new Row(1, null, "text", true));
        try (FakeSmtp back = new FakeSmtp()) {
            round(delivery(back), shop, START.plusSeconds(60));
            assertThat(back.taken()).hasSize(1);
        }
    }

    @Test
    void givesUpAfterEightAttemptsAndForgetsTheWords() throws Exception {
        TenantId shop = shop();
        try (FakeSmtp server = new FakeSmtp()) {
            Delivery delivery = delivery(server);
            server.refuse(true);
            write(shop, "hopeless");
            for (int hours = 0; hours < 7 * 24; hours += 6) {
                round(delivery, shop, START.plus(Duration.ofHours(hours)));
            }
            assertThat(server.refused()).isEqualTo(8);
            assertThat(rowsOf(shop)).containsExactly(new Row(8, "GIVEN_UP", null, false));
        }
    }

    @Test
    void neverSendsWhatIsOfNoUseAnyMore() throws Exception {
        TenantId shop = shop();
        try (FakeSmtp server = new FakeSmtp()) {
            write(shop, "late");
            round(delivery(server), shop, START.plus(Duration.ofDays(7)));
            assertThat(server.taken()).isEmpty();
            assertThat(rowsOf(shop)).containsExactly(new Row(0, "GIVEN_UP", null, false));
        }
    }

    @Test
    void oneShopsRoundLeavesAnothersLettersAlone() throws Exception {
        TenantId mine = shop();
        TenantId theirs = shop();
        try (FakeSmtp server = new FakeSmtp()) {
            write(theirs, "theirs");
            round(delivery(server), mine, START);
            assertThat(server.taken()).isEmpty();
            assertThat(rowsOf(theirs)).containsExactly(new Row(0, null, "text", true));
        }
        in(theirs, () -> transaction.executeWithoutResult(status -> letters.post(letter("to them"))));
        await().atMost(Duration.ofSeconds(20)).until(() -> !subjects(theirs).isEmpty());
        assertThat(subjects(mine)).isEmpty();
    }

    private Delivery delivery(FakeSmtp server) {
        return new Delivery(
                rows,
                new SmtpCarrier(SmtpCarrierTest.smtp(server.port(), "no-reply@xiaoer.example")),
                transaction,
                clock);
    }

    private void write(TenantId shop, String subject) {
        in(
                shop,
                () -> transaction.executeWithoutResult(
                        status -> rows.insert(shop, Ids.next(), letter(subject), START.atOffset(ZoneOffset.UTC))));
    }

    private static void round(Delivery delivery, TenantId shop, Instant at) {
        Moment.run(at, () -> in(shop, () -> delivery.round(shop)));
    }

    private List<String> subjects(TenantId shop) {
        return TenantScope.call(
                shop,
                Actor.platform(),
                () -> outbox.letters().stream()
                        .map(kept -> kept.letter().subject())
                        .toList());
    }

    private static Letter letter(String subject) {
        OffsetDateTime inAWeek = START.plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC);
        OffsetDateTime expiry = subject.equals("stands") || subject.equals("to them")
                ? OffsetDateTime.parse("2126-01-01T00:00:00Z")
                : inAWeek;
        return new Letter("test", "li@shop.example", subject, "text", expiry);
    }

    private static void in(TenantId shop, Runnable work) {
        TenantScope.run(shop, Actor.platform(), work);
    }

    private TenantId shop() {
        return new TenantId(UUID.fromString(api().signUp().tenantId()));
    }

    private static List<Row> rowsOf(TenantId shop) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.prepareStatement(
                        "select attempts, outcome, body, next_attempt_at from mail.outgoing where tenant_id = ?")) {
            statement.setObject(1, shop.value());
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(new Row(
                            result.getInt("attempts"),
                            result.getString("outcome"),
                            result.getString("body"),
                            result.getObject("next_attempt_at") != null));
                }
            }
        }
        return found;
    }
}

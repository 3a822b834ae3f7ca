package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.PilotShop.KNOWN;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN_TOO;
import static io.xiaoer.insights.internal.PilotShop.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.Bots;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.BotDay;
import io.xiaoer.insights.Digest.ToFix;
import io.xiaoer.insights.Digests;
import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Outbox;
import io.xiaoer.mail.OutboxLetter;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenants.OwnerLetters;
import io.xiaoer.tenants.Shops;
import io.xiaoer.testing.IntegrationTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The morning after: what a shop is told of its day, and whom it is mailed to. */
class DigestIT extends IntegrationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private DigestRows rows;

    @Autowired
    private DigestReading reading;

    @Autowired
    private ShareRows shares;

    @Autowired
    private ReportRows reports;

    @Autowired
    private InstantRows marks;

    @Autowired
    private ReportTurns turns;

    @Autowired
    private Bots bots;

    @Autowired
    private Rollouts rollouts;

    @Autowired
    private Releases releases;

    @Autowired
    private Shops shops;

    @Autowired
    private OwnerLetters owners;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Digests digests;

    @Autowired
    private OutcomeLine line;

    @Autowired
    private QuestionSorter sorter;

    @Autowired
    private TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(ZONE);
    private PilotShop shop;

    @BeforeEach
    void openAPilot() {
        shop = PilotShop.open(api());
    }

    @Test
    void tellsOfADayFromNineOnTheNextMorning() {
        shop.converse("c1", KNOWN, UNKNOWN);
        shop.converse("c2", UNKNOWN);
        shop.converse("c3", UNKNOWN_TOO);

        assertThat(write(1, LocalTime.of(8, 59))).isFalse();
        assertThat(write(1, LocalTime.of(9, 0))).isTrue();

        List<Digest> kept = shop.platform(() -> digests.newest(10));
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().day()).isEqualTo(today);
        BotDay day = kept.getFirst().bots().getFirst();
        assertThat(day.day().questions()).isEqualTo(4);
        assertThat(day.day().unknown()).isEqualTo(3);
        assertThat(day.before().questions()).isZero();
        assertThat(day.toFix()).extracting(ToFix::text).containsExactly(UNKNOWN, UNKNOWN_TOO);
        assertThat(day.toFix().getFirst().shoppers()).isEqualTo(2);
        Letter letter = letters().getFirst();
        assertThat(letter.to()).isEqualTo(shop.shop.email());
        assertThat(letter.subject()).contains("4 个提问");
        assertThat(letter.text()).contains("1. " + UNKNOWN, "/reports");
    }

    @Test
    void tellsAQuestionOnceHoweverItIsWorded() {
        shop.converse("c1", "宠物托运能办吗");
        shop.converse("c2", "想办宠物托运");
        shop.converse("c3", "可以宠物托运不");
        shop.converse("c4", UNKNOWN);
        settle();
        shop.platform(() -> {
            sorter.sort(shop.tenant(), shop.bot());
            return true;
        });

        write(1, LocalTime.of(10, 0));

        BotDay day = shop.platform(() -> digests.newest(10)).getFirst().bots().getFirst();
        assertThat(day.toFix()).extracting(ToFix::shoppers).containsExactly(3, 1);
    }

    @Test
    void tellsItOnceHoweverManyNodesThereAre() {
        shop.converse("c1", UNKNOWN);
        settle();

        long written = Stream.of(1, 2, 3, 4)
                .parallel()
                .filter(node -> write(1, LocalTime.of(9, node)))
                .count();

        assertThat(written).isEqualTo(1);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void saysNothingOfADayWithoutQuestions() {
        assertThat(write(1, LocalTime.of(10, 0))).isTrue();

        assertThat(letters()).isEmpty();
        assertThat(shop.platform(() -> digests.newest(10))).isEmpty();
    }

    @Test
    void mailsNobodyWhereOwnersDoNotWantIt() {
        shop.converse("c1", UNKNOWN);
        shop.platform(() -> {
            digests.setMails(false);
            return true;
        });

        assertThat(write(1, LocalTime.of(10, 0))).isTrue();

        assertThat(letters()).isEmpty();
        assertThat(shop.platform(() -> digests.newest(10))).hasSize(1).noneMatch(Digest::mailed);
        assertThat(shop.platform(digests::mails)).isFalse();
    }

    @Test
    void forgetsTheWordsOfWhomIsErased() {
        shop.converse("c1", UNKNOWN);
        shop.converse("c2", UNKNOWN_TOO);
        write(1, LocalTime.of(10, 0));

        ok(shop.api.send("DELETE", "/api/v1/shop/customers/c1", null));

        BotDay day = shop.platform(() -> digests.newest(10)).getFirst().bots().getFirst();
        assertThat(day.toFix()).extracting(ToFix::text).containsExactly(UNKNOWN_TOO);
        assertThat(day.day().unknown()).isEqualTo(2);
    }

    private boolean write(int daysAfter, LocalTime at) {
        settle();
        DigestWriter writer = new DigestWriter(
                rows,
                reading,
                shares,
                reports,
                marks,
                turns,
                bots,
                rollouts,
                releases,
                shops,
                owners,
                transaction,
                Clock.fixed(today.plusDays(daysAfter).atTime(at).atZone(ZONE).toInstant(), ZONE));
        return shop.platform(() -> writer.write(shop.tenant()));
    }

    private void settle() {
        line.settle(shop.tenant());
    }

    /** Those that were written, once they have arrived in the outbox. */
    private List<Letter> letters() {
        boolean mailed = shop.platform(() -> digests.newest(10)).stream().anyMatch(Digest::mailed);
        if (mailed) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !outboxed().isEmpty());
        }
        return outboxed();
    }

    private List<Letter> outboxed() {
        return shop.platform(() -> outbox.letters()).stream()
                .map(OutboxLetter::letter)
                .filter(letter -> letter.kind().equals(DigestWriter.KIND))
                .toList();
    }
}

package io.xiaoer.answering.facts;

import static io.xiaoer.answering.facts.FactsFixtures.NOW;
import static io.xiaoer.answering.facts.FactsFixtures.entry;
import static io.xiaoer.answering.facts.FactsFixtures.fresh;
import static io.xiaoer.answering.facts.FactsFixtures.line;
import static io.xiaoer.answering.facts.FactsFixtures.order;
import static io.xiaoer.answering.facts.FactsFixtures.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Reply;
import io.xiaoer.answering.facts.FactsFixtures.Shopper;
import io.xiaoer.answering.facts.FactsFixtures.Talk;
import io.xiaoer.rules.Dispatch;
import io.xiaoer.rules.RuleType;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.LiveLookup.State;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Shipment;
import io.xiaoer.shopdata.Order.Status;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 「催单」: who brings it, when, and how to reach them. */
class LogisticsTest {

    private static final String URGE =
            "{% if logistics.courier_phone %}{{ logistics.carrier }}的{{ logistics.courier_name }}正在送，预计{{ logistics.eta }}到，急的话打{{ logistics.courier_phone }}。{% else %}{{ logistics.say }}{% endif %}";

    private static Order onItsWay(String id, OffsetDateTime heard) {
        var parcel = new Shipment(
                "顺丰",
                "SF100200300",
                "王师傅",
                "13812345678",
                null,
                NOW.minusDays(1),
                NOW.withHour(15),
                null,
                List.of(new Order.Event(NOW.minusHours(3), "已到达上海转运中心"), new Order.Event(NOW.minusHours(1), "正在派送")));
        return new Order(
                id,
                "c1",
                Status.SHIPPED,
                NOW.minusDays(2),
                NOW.minusDays(2),
                List.of(line("milk", "鲜牛奶", null)),
                Money.of("39.90"),
                List.of(),
                null,
                List.of(parcel),
                fresh(heard));
    }

    private static Talk talk(Shopper shopper) {
        return new Talk(
                shopper, entry("urge", "帮我催一下快递", URGE, "logistics"), entry("track", "快递到哪了", "{{ logistics.say }}"));
    }

    @Test
    void givesTheCouriersPhoneWhenUrged() {
        Reply reply = talk(shopper().order(onItsWay("O1", NOW))).say("帮我催一下快递");

        assertThat(reply.text()).isEqualTo("顺丰的王师傅正在送，预计今天下午3点前到，急的话打13812345678。");
    }

    @Test
    void saysWhereItIsAndWhenItComes() {
        assertThat(talk(shopper().order(onItsWay("O1", NOW))).say("快递到哪了").text())
                .contains("顺丰单号SF100200300")
                .contains("今天上午9点：正在派送")
                .contains("预计今天下午3点前送到")
                .doesNotContain("为准");
    }

    @Test
    void saysByWhenItLeavesAndOwnsUpToBeingLate() {
        Shopper shopper = shopper()
                .rule(RuleType.DISPATCH, new Dispatch(48, null))
                .order(order("O1", Status.TO_SHIP, NOW.minusHours(20), null, line("mask", "面膜", null)));
        Talk talk = talk(shopper);
        assertThat(talk.say("快递到哪了").text()).contains("还没发出").contains("明天下午2点1分前发出");

        talk.now = NOW.plusDays(2).toInstant();
        assertThat(talk.say("快递到哪了").text()).contains("已经超时了，实在抱歉");
    }

    @Test
    void saysAsOfWhenWhatItKnowsIsADayOld() {
        assertThat(talk(shopper().order(onItsWay("O1", NOW.minusHours(30))))
                        .say("快递到哪了")
                        .text())
                .contains("（以昨天早上4点的信息为准）".replace("早上", "凌晨"));
    }

    @Test
    void saysAsOfWhenSoonerWhileTheShopsSystemIsDown() {
        Shopper shopper = shopper().order(onItsWay("O1", NOW.minusHours(1)));
        shopper.looked = new Looked(State.DOWN, null);

        assertThat(talk(shopper).say("快递到哪了").text()).contains("的信息为准");
    }

    @Test
    void believesTheShopsSystemOverTheAgeOfARow() {
        Shopper shopper = shopper().order(onItsWay("O1", NOW.minusDays(9)));
        shopper.looked = new Looked(State.LIVE, NOW.toInstant());

        assertThat(talk(shopper).say("快递到哪了").text()).contains("SF100200300").doesNotContain("为准");
    }

    @Test
    void doesNotTellWhatIsAWeekOld() {
        Reply reply = talk(shopper().order(onItsWay("O1", NOW.minusDays(8)))).say("快递到哪了");

        assertThat(reply).isInstanceOf(Reply.Declined.class);
        assertThat(reply.text()).contains("11月17日").doesNotContain("SF100200300");
    }

    @Test
    void saysThatTheSystemIsDownWhenNothingIsKnown() {
        Shopper shopper = shopper();
        shopper.looked = new Looked(State.DOWN, null);

        Reply reply = talk(shopper).say("快递到哪了");

        assertThat(reply).isInstanceOf(Reply.Declined.class);
        assertThat(reply.text()).contains("过几分钟");
    }

    @Test
    void tellsStrangersHowToSignIn() {
        Shopper stranger = shopper().order(onItsWay("O1", NOW));
        stranger.signedIn = false;

        Reply reply = talk(stranger).say("快递到哪了");

        assertThat(reply).isInstanceOf(Reply.Declined.class);
        assertThat(reply.text()).contains("登录").doesNotContain("SF");
    }

    @Test
    void asksWhichOfTwoParcelsAndTakesTheName() {
        Shopper shopper = shopper()
                .order(onItsWay("O1", NOW))
                .order(order("O2", Status.SHIPPED, NOW.minusDays(3), null, line("bread", "全麦吐司", null)));
        Talk talk = talk(shopper);

        assertThat(talk.say("快递到哪了")).isInstanceOf(Reply.Choices.class);
        assertThat(talk.say("吐司").text()).contains("全麦吐司").contains("已经在路上");
        assertThat(talk.say("那牛奶呢").text()).contains("鲜牛奶").contains("SF100200300");
    }

    @Test
    void findsTheParcelByItsNumber() {
        Shopper shopper = shopper()
                .order(onItsWay("O1", NOW))
                .order(order("O2", Status.TO_SHIP, NOW.minusDays(3), null, line("bread", "全麦吐司", null)));

        assertThat(talk(shopper).say("SF100200300 快递到哪了").text()).contains("鲜牛奶");
    }
}

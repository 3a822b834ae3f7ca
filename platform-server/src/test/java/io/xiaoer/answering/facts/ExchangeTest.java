package io.xiaoer.answering.facts;

import static io.xiaoer.answering.facts.FactsFixtures.NOW;
import static io.xiaoer.answering.facts.FactsFixtures.delivered;
import static io.xiaoer.answering.facts.FactsFixtures.entry;
import static io.xiaoer.answering.facts.FactsFixtures.line;
import static io.xiaoer.answering.facts.FactsFixtures.order;
import static io.xiaoer.answering.facts.FactsFixtures.sevenDays;
import static io.xiaoer.answering.facts.FactsFixtures.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.facts.FactsFixtures.Shopper;
import io.xiaoer.answering.facts.FactsFixtures.Talk;
import io.xiaoer.rules.RuleType;
import io.xiaoer.shopdata.Order.Status;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** 「我昨天买的面膜能换吗」, and each way it goes. */
class ExchangeTest {

    private static final OffsetDateTime YESTERDAY = NOW.minusDays(1);

    private static Shopper buyer(@Nullable Boolean opened, OffsetDateTime deliveredAt) {
        return shopper()
                .rule(RuleType.EXCHANGE, sevenDays())
                .product("mask", "玻尿酸面膜", "面膜", "50")
                .order(delivered("O1001", deliveredAt.minusHours(20), deliveredAt, line("mask", "玻尿酸面膜", opened)));
    }

    private static Talk talk(Shopper shopper) {
        return new Talk(
                shopper,
                entry("exchange", "可以换货吗", "{{ exchange.say }}", "exchange"),
                entry("invoice", "怎么开发票", "在我的订单里申请。"));
    }

    private static String answered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return reply.text();
    }

    @Test
    void exchangesWhatIsUnopenedAndInTime() {
        Reply reply = talk(buyer(false, YESTERDAY)).say("我昨天买的面膜可以换货吗");

        assertThat(answered(reply)).contains("玻尿酸面膜").contains("可以换货").contains("12月1日");
        assertThat(((Reply.Answer) reply).links())
                .containsExactly(new Reply.Link("申请换货", "https://shop.example/exchange"));
        assertThat(((Reply.Answer) reply).cards()).extracting(Reply.Card::id).containsExactly("O1001");
    }

    @Test
    void exchangesOnDaySevenAndRefusesOnDayEight() {
        Talk talk = talk(buyer(false, OffsetDateTime.parse("2026-11-18T23:59:59+08:00")));
        assertThat(answered(talk.say("面膜可以换货吗"))).contains("可以换货");

        talk.now = OffsetDateTime.parse("2026-11-25T23:59:59+08:00").toInstant();
        assertThat(answered(talk.say("面膜可以换货吗"))).contains("可以换货，11月25日前");

        talk.now = OffsetDateTime.parse("2026-11-26T00:00:00+08:00").toInstant();
        assertThat(answered(talk.say("面膜可以换货吗"))).contains("已经过了7天").doesNotContain("可以换货，");
    }

    @Test
    void refusesWhatIsOpened() {
        Reply reply = talk(buyer(true, YESTERDAY)).say("面膜可以换货吗");

        assertThat(answered(reply)).contains("已经拆封");
        assertThat(((Reply.Answer) reply).links()).isEmpty();
    }

    @Test
    void believesTheShopperWhoSaysItIsOpened() {
        assertThat(answered(talk(buyer(false, YESTERDAY)).say("面膜拆封了可以换货吗"))).contains("已经拆封");
    }

    @Test
    void refusesExcludedCategories() {
        Shopper shopper = buyer(false, YESTERDAY).product("mask", "玻尿酸面膜", "定制商品", "50");

        assertThat(answered(talk(shopper).say("面膜可以换货吗"))).contains("定制商品").contains("不支持换货");
    }

    @Test
    void waitsForDelivery() {
        Shopper shopper = shopper()
                .rule(RuleType.EXCHANGE, sevenDays())
                .order(order("O1", Status.SHIPPED, YESTERDAY, null, line("mask", "玻尿酸面膜", null)));

        assertThat(answered(talk(shopper).say("面膜可以换货吗"))).contains("还没有签收").contains("7天内");
    }

    @Test
    void asksWhetherItIsOpenedAndAnswersThen() {
        Talk talk = talk(buyer(null, YESTERDAY));

        Reply asked = talk.say("我昨天买的面膜可以换货吗");
        assertThat(asked).isInstanceOfSatisfying(Reply.Choices.class, choices -> {
            assertThat(choices.text()).contains("玻尿酸面膜拆封了吗");
            assertThat(choices.choices()).extracting(Reply.Choice::label).containsExactly("没拆封", "已经拆了");
        });
        assertThat(answered(talk.say("没拆"))).contains("可以换货");
        assertThat(answered(talk.say("面膜可以换货吗"))).as("it is not asked twice").contains("可以换货");
    }

    @Test
    void takesAPressedChoiceAsTheAnswerAlsoLater() {
        Talk talk = talk(buyer(null, YESTERDAY));
        Reply.Choices asked = (Reply.Choices) talk.say("面膜可以换货吗");

        talk.say("怎么开发票");

        assertThat(answered(talk.press(asked.choices().getLast().id()))).contains("已经拆封");
    }

    @Test
    void readsSomethingElseAsWhatItIsWhileAnAnswerIsOpen() {
        Talk talk = talk(buyer(null, YESTERDAY));
        talk.say("面膜可以换货吗");

        assertThat(answered(talk.say("怎么开发票"))).contains("我的订单");
    }

    @Test
    void asksWhichOrderAndFollowsTheSecond() {
        Shopper shopper = buyer(false, YESTERDAY)
                .order(delivered("O0900", NOW.minusDays(9), NOW.minusDays(8), line("lip", "哑光口红", false)));
        Talk talk = talk(shopper);

        Reply which = talk.say("可以换货吗");
        assertThat(which).isInstanceOfSatisfying(Reply.Choices.class, choices -> {
            assertThat(choices.choices()).hasSize(2);
            assertThat(choices.choices().getFirst().label()).contains("玻尿酸面膜").contains("11月23日");
        });
        assertThat(answered(talk.say("第二个"))).contains("哑光口红").contains("已经过了7天");
        assertThat(answered(talk.say("那面膜呢"))).contains("玻尿酸面膜").contains("可以换货");
    }

    @Test
    void saysTheRuleAndHowToSignInToStrangers() {
        Shopper stranger = buyer(false, YESTERDAY);
        stranger.signedIn = false;

        Reply reply = talk(stranger).say("我昨天买的面膜可以换货吗");

        assertThat(answered(reply)).contains("7天内").contains("登录").doesNotContain("玻尿酸");
        assertThat(((Reply.Answer) reply).cards()).isEmpty();
    }

    @Test
    void neverGuessesWithoutARule() {
        Shopper shopper = shopper().order(delivered("O1", YESTERDAY, YESTERDAY, line("mask", "面膜", false)));

        Reply reply = talk(shopper).say("可以换货吗");

        assertThat(reply).isInstanceOf(Reply.Declined.class);
        assertThat(reply.text()).contains("还没有明确的规定");
    }

    @Test
    void refusesEvenWhereThePlainAnswerPromises() {
        var talk = new Talk(buyer(true, YESTERDAY), entry("exchange", "可以换货吗", "可以换哦。", "exchange"));

        assertThat(answered(talk.say("可以换货吗"))).contains("已经拆封").doesNotContain("可以换哦");
    }

    @Test
    void addsTheFactsToAPlainAnswer() {
        var talk = new Talk(buyer(false, YESTERDAY), entry("exchange", "可以换货吗", "可以换哦。", "exchange"));

        assertThat(answered(talk.say("可以换货吗"))).startsWith("可以换哦").contains("12月1日");
    }

    @Test
    void findsNothingInsteadOfAnOrderThatIsNotTheShoppers() {
        Reply reply = talk(buyer(false, YESTERDAY)).say("订单20991234567可以换货吗");

        assertThat(reply.text()).contains("没有查到 20991234567").doesNotContain("O1001");
    }

    @Test
    void keepsEnoughToWordTheReplyAgain() {
        Talk talk = talk(buyer(false, YESTERDAY));
        Focus before = talk.focus;
        Reply reply = talk.say("我昨天买的面膜可以换货吗");
        var json = JsonMapper.builder().build();
        Receipt kept = json.readValue(
                json.writeValueAsString(Objects.requireNonNull(talk.last).receipt()), Receipt.class);

        assertThat(talk.again(kept, before)).isEqualTo(reply);
        assertThat(kept.facts().getFirst().sources())
                .extracting(Fact.Source::kind, Fact.Source::id, Fact.Source::version)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("rule", "exchange/default", 3),
                        org.assertj.core.groups.Tuple.tuple("order", "O1001", null));
        assertThat(kept.facts().getFirst().sources())
                .anySatisfy(source -> assertThat(source.receivedAt()).isNotNull());
        Focus after = json.readValue(json.writeValueAsString(talk.focus), Focus.class);
        assertThat(after).isEqualTo(talk.focus);
        assertThat(List.of(after.about())).isNotEmpty();
    }
}

package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Trace;
import io.xiaoer.conversations.HandoverPolicy.Before;
import io.xiaoer.conversations.HandoverPolicy.Said;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Message.Details;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverPolicyTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-06-01T12:00:00+08:00");
    private static final Trace TRACE = Trace.chosen(1, 0.5, 0.3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "转人工",
                "人工",
                "人工客服",
                "真人",
                "真人客服在吗",
                "我要转人工",
                "转人工！！！",
                "转 人 工",
                "帮我转接人工客服",
                "请转人工服务",
                "找客服",
                "我要找真人",
                "叫你们经理来",
                "叫个人来跟我说",
                "有没有人工",
                "有没有人工客服",
                "有没有活人啊",
                "怎么联系人工啊",
                "请为我接通人工坐席",
                "给我接客服",
                "别用机器回了，换人",
                "不要机器人",
                "我不想跟机器人说话",
                "我想和真人聊",
                "面膜漏了，帮我转人工处理",
                "能不能转人工",
                "转接一下在线客服",
                "人工服务",
                "联系客服",
                "找个人来处理",
                "转客服",
                "人工！",
                "我要人工客服，谢谢",
                "转接人工",
                "可以转人工吗",
                "Talk to a human",
                "human please",
                "agent",
                "I want to speak to a real person",
                "connect me with an agent",
                "Can I chat with a person?",
                "transfer me to customer service",
                "let me talk to someone real",
                "I need a human",
                "live agent please",
                "get me your manager",
                "stop the bot, I don't want this bot",
                "is there a real person here?",
                "put me through to a representative"
            })
    void hearsThatAPersonIsWanted(String text) {
        assertThat(HandoverPolicy.asksForPerson(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "客服几点上班",
                "人工什么时间段有",
                "人工客服的工作时间是几点到几点",
                "你是真人吗",
                "你是人工还是机器人",
                "请问您是人工还是系统",
                "人工费多少钱",
                "这是人工智能吗",
                "有没有真人试色图",
                "有真人上身效果吗",
                "人工色素多吗",
                "是人工种植的吗",
                "人工皮革还是真皮",
                "在吗",
                "客服在吗",
                "你好",
                "周末客服在不在",
                "不用转人工了",
                "我昨天找过客服了，她说三天发货",
                "客服说可以退",
                "客服说的赠品怎么没有",
                "这款面膜怎么用",
                "怎么转账",
                "转运怎么弄",
                "快递转到哪里了",
                "换货怎么弄",
                "可以换个人收货吗",
                "机器人吸尘器有货吗",
                "我要退货",
                "有人吗",
                "店长推荐的是哪款",
                "负责人是谁",
                "are you a human?",
                "Am I talking to a bot?",
                "what are your opening hours",
                "is it 5 dollars per person",
                "gift for one person",
                "personalised mug",
                "can I pick it up in person",
                "what cleaning agent is in it",
                "when are agents available",
                "no need for an agent",
                "where is my order",
                "how many people does this serve",
                "I talked to an agent yesterday and she said it ships today"
            })
    void doesNotTakeOtherWordsForIt(String text) {
        assertThat(HandoverPolicy.asksForPerson(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你们就是骗子",
                "骗子店",
                "垃圾店铺再也不来了",
                "什么破店",
                "气死我了",
                "我要投诉你们",
                "再不处理我打12315",
                "我要给差评",
                "客服态度恶劣",
                "你们服务太差了",
                "太过分了，三天了还不发货",
                "忍无可忍",
                "黑心商家",
                "欺骗消费者",
                "你们太坑人了",
                "推来推去没人管",
                "再也不买了",
                "他妈的到底发不发货",
                "傻逼客服",
                "有病吧你们",
                "什么垃圾质量",
                "质量太差劲了",
                "我要曝光你们",
                "去消协告你们",
                "虚假宣传",
                "被你们骗了",
                "耍我呢",
                "退我钱！",
                "你们真恶心",
                "信不信我发网上曝光",
                "This is ridiculous",
                "you guys are a scam",
                "worst service ever, terrible support",
                "I'm furious",
                "never buying from you again",
                "totally unacceptable!",
                "what a rip-off",
                "useless bot",
                "I will report you",
                "I want to file a complaint",
                "wtf is going on",
                "stop wasting my time",
                "you lied to me",
                "I'm so fed up",
                "your service is a joke"
            })
    void hearsAnger(String text) {
        assertThat(Anger.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有垃圾袋卖吗",
                "垃圾桶多大的",
                "垃圾分类怎么扔",
                "会不会被骗啊",
                "不是骗子吧",
                "是不是骗人的",
                "我没有生气",
                "别生气哈",
                "这个差评多吗",
                "有差评吗",
                "投诉快递怎么弄",
                "怎么投诉骑手",
                "投诉电话是多少",
                "气死我了哈哈哈太好吃了",
                "能便宜点吗",
                "怎么还没发货",
                "什么时候到",
                "快点发货啊",
                "急急急",
                "我很急",
                "为什么还没到",
                "三天了还没发",
                "坏了怎么办",
                "漏了一瓶",
                "我要退货",
                "不满意可以退吗",
                "质量怎么样",
                "这个烂熟了还能吃吗",
                "有坏果赔吗",
                "苹果烂了两个",
                "味道一般",
                "有点失望",
                "发错货了",
                "少发了一件",
                "坑洼的皮肤能用吗",
                "火龙果上火吗",
                "防骗提醒",
                "面膜会闷痘吗",
                "痘坑能修复吗",
                "滚珠精华",
                "滚筒洗衣机能用吗",
                "破壁机",
                "破损怎么赔",
                "傻瓜相机",
                "is this a scam?",
                "is your site legit",
                "I'm not angry",
                "where is my parcel",
                "it arrived broken",
                "can I return this",
                "worst case, when does it arrive?",
                "I'm disappointed",
                "this is ridiculously good",
                "how do I complain about the courier",
                "fraud protection",
                "haha you guys are a joke",
                "trash bags",
                "is it bad for skin"
            })
    void staysCalmWithTheCalm(String text) {
        assertThat(Anger.isIn(text)).isFalse();
    }

    @Test
    void handsOverWhenTheBotDoesNotKnowTwiceInARow() {
        Message before = shopper("你们老板姓什么", NOW.minusMinutes(1));
        assertThat(after(unknown("明天会下雨吗"), new Before(before, null))).hasValue(HandoverReason.UNKNOWN_TWICE);
        assertThat(after(unknown("明天会下雨吗"), Before.NOTHING)).isEmpty();
    }

    @Test
    void doesNotCountPiecesOfOneQuestionOrMereSigns() {
        assertThat(after(unknown("那个"), new Before(shopper("我想问", NOW.minusSeconds(4)), null)))
                .isEmpty();
        assertThat(after(unknown("那个"), new Before(shopper("我想问", NOW.minusSeconds(11)), null)))
                .hasValue(HandoverReason.UNKNOWN_TWICE);
        assertThat(after(unknown("？？？"), new Before(shopper("你们老板姓什么", NOW.minusMinutes(1)), null)))
                .isEmpty();
        assertThat(after(unknown("你们老板姓什么"), new Before(shopper("😂😂", NOW.minusMinutes(1)), null)))
                .isEmpty();
        assertThat(after(unknown("明天会下雨吗"), new Before(shopper("你们老板姓什么", NOW.minusSeconds(1)), null)))
                .hasValue(HandoverReason.UNKNOWN_TWICE);
    }

    @Test
    void looksBackToTheBotsLastReplyAndNoFurtherThanAChangeOfTheMode() {
        Message asked = shopper("你们老板姓什么", NOW.minusMinutes(3));
        Message unknown = bot("unknown", asked);
        Message answer = bot("answer", shopper("发什么快递", NOW.minusMinutes(2)));
        Message mode = Replies.modeChange(9, Mode.BOT, Details.NONE, NOW);

        assertThat(Before.of(List.of(asked, unknown), null).unknown()).isEqualTo(asked);
        assertThat(Before.of(List.of(asked, unknown, answer), null).unknown()).isNull();
        assertThat(Before.of(List.of(asked, unknown, mode), null).unknown()).isNull();
        assertThat(Before.of(List.of(), "exchange O1").refused()).isEqualTo("exchange O1");
    }

    @Test
    void handsOverWhenTheSameRefusalIsNotAccepted() {
        Receipt refusal = receipt("answer", Outcome.ANSWERED, refusing(Need.EXCHANGE, "O1"));
        String refused = Refusal.of(refusal).orElseThrow();

        assertThat(refused).isEqualTo("exchange O1/mask");
        assertThat(after(new Said("那到底能不能换", NOW, answer("exchange"), refusal), new Before(null, refused)))
                .hasValue(HandoverReason.RULE_REFUSES);
        assertThat(after(unknown("凭什么不能换，我就要换"), new Before(null, refused))).hasValue(HandoverReason.RULE_REFUSES);
        assertThat(after(unknown("can't you make an exception"), new Before(null, refused)))
                .hasValue(HandoverReason.RULE_REFUSES);
    }

    @Test
    void takesAnotherRefusalOrAnotherQuestionForNoInsisting() {
        Receipt refusal = receipt("answer", Outcome.ANSWERED, refusing(Need.EXCHANGE, "O1"));
        Receipt other = receipt("answer", Outcome.ANSWERED, refusing(Need.RETURN, "O1"));
        Receipt known = receipt("answer", Outcome.ANSWERED);
        String refused = Refusal.of(refusal).orElseThrow();

        assertThat(after(new Said("我要换货", NOW, answer("exchange"), refusal), Before.NOTHING))
                .isEmpty();
        assertThat(after(new Said("那能退吗", NOW, answer("return"), other), new Before(null, refused)))
                .isEmpty();
        assertThat(after(new Said("我就要红色那支，有货吗", NOW, answer("stock"), known), new Before(null, refused)))
                .isEmpty();
        assertThat(after(unknown("凭什么不能换"), Before.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fact.State.class,
            names = {"STALE", "DOWN", "NOT_SET"})
    void handsOverWhenDataIsMissing(Fact.State state) {
        assertThat(after(declined(state), Before.NOTHING)).hasValue(HandoverReason.DATA_MISSING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fact.State.class,
            names = {"SIGN_IN", "NOTHING"})
    void leavesToTheShopperWhatOnlyTheyCanGive(Fact.State state) {
        assertThat(after(declined(state), Before.NOTHING)).isEmpty();
    }

    @Test
    void hearsTheShopsOwnWords() {
        Said said = new Said("我想做VIP定制", NOW, answer("custom"), receipt("answer", Outcome.ANSWERED));
        assertThat(HandoverPolicy.after(said, Before.NOTHING, List.of("批发", "vip定制"), false))
                .hasValue(HandoverReason.KEYWORD);
        assertThat(HandoverPolicy.after(said, Before.NOTHING, List.of("批发"), true))
                .isEmpty();
    }

    @Test
    void takesThePacksOwnEntryForAskingButNotForQuestionsAboutThem() {
        Receipt known = receipt("answer", Outcome.ANSWERED);
        assertThat(after(new Said("我说不清楚，能让你们同事看下吗", NOW, answer("human-agent"), known), Before.NOTHING))
                .hasValue(HandoverReason.ASKED_FOR);
        assertThat(after(new Said("人工费多少", NOW, answer("human-agent"), known), Before.NOTHING))
                .isEmpty();
    }

    @Test
    void leavesItToTheShopWhetherTheBotJudges() {
        Before unknown = new Before(shopper("你们老板姓什么", NOW.minusMinutes(1)), null);
        assertThat(HandoverPolicy.after(unknown("明天会下雨吗"), unknown, List.of(), false))
                .isEmpty();
        assertThat(HandoverPolicy.after(unknown("你们这群骗子"), Before.NOTHING, List.of(), false))
                .isEmpty();
        assertThat(HandoverPolicy.after(declined(Fact.State.STALE), Before.NOTHING, List.of(), false))
                .isEmpty();
    }

    @Test
    void goesOnWhenTheBotKnows() {
        assertThat(after(
                        new Said("发什么快递", NOW, answer("courier"), receipt("answer", Outcome.ANSWERED)),
                        new Before(shopper("你们老板姓什么", NOW.minusMinutes(1)), "exchange O1")))
                .isEmpty();
    }

    private static Optional<HandoverReason> after(Said said, Before before) {
        return HandoverPolicy.after(said, before, List.of(), true);
    }

    private static Said unknown(String text) {
        return new Said(text, NOW, new Reply.Unknown("不知道"), receipt("unknown", Outcome.UNKNOWN));
    }

    private static Said declined(Fact.State state) {
        return new Said(
                "我的快递到哪了",
                NOW,
                new Reply.Declined("查不到", "track", "missing facts"),
                receipt("declined", Outcome.ANSWERED, Fact.of(Need.LOGISTICS, state, Map.of(), "查不到")));
    }

    private static Reply answer(String key) {
        return new Reply.Answer("好的", key, 1);
    }

    private static Fact refusing(Need need, String order) {
        return Fact.of(need, Fact.State.KNOWN, Map.of("allowed", false), "不行")
                .about(new Fact.About(order, "mask"))
                .refusing();
    }

    private static Receipt receipt(String kind, Outcome outcome, Fact... facts) {
        return new Receipt(kind, outcome, List.of(), List.of(), TRACE, List.of(facts), null, Map.of());
    }

    private static Message shopper(String text, OffsetDateTime at) {
        return Message.plain(1, "m-" + text, Author.SHOPPER, "text", text, List.of(), at, Details.NONE);
    }

    private static Message bot(String kind, @Nullable Message to) {
        return Message.plain(
                2,
                "r",
                Author.BOT,
                kind,
                "…",
                to == null ? List.of() : List.of(to.id()),
                NOW.minusMinutes(1),
                Details.NONE);
    }
}

package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.About;
import io.xiaoer.answering.Fact.Source;
import io.xiaoer.answering.Fact.State;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.Plan.Picked;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Situation;
import io.xiaoer.rules.Rule;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fact is asked for: the message, all that is known, and when. */
final class Inquiry {

    /** Older than that, what moves is told with its time. */
    private static final Duration FRESH = Duration.ofHours(24);
    /** The same where the shop's system should have told more and did not. */
    private static final Duration FRESH_WHILE_DOWN = Duration.ofMinutes(10);
    /** Older than that, what moves is not told. */
    private static final Duration TOO_OLD = Duration.ofDays(7);

    final Need need;
    final Situation situation;
    final Focus focus;
    final Picked picked;
    final String message;
    final Instant now;
    final boolean english;
    final Spoken spoken;
    private final String entryKey;

    Inquiry(
            Need need,
            String entryKey,
            Situation situation,
            Focus focus,
            Picked picked,
            String message,
            Instant now,
            boolean english) {
        this.need = need;
        this.entryKey = entryKey;
        this.situation = situation;
        this.focus = focus;
        this.picked = picked;
        this.message = message;
        this.now = now;
        this.english = english;
        this.spoken = new Spoken(situation.zone(), now, english);
    }

    ZoneId zone() {
        return situation.zone();
    }

    String say(String chinese, String inEnglish) {
        return english ? inEnglish : chinese;
    }

    /** Whether goods are opened: what the shopper says now, or said before, or the shop knows. */
    @Nullable
    Boolean opened(Goods goods) {
        Boolean said = picked.opened() != null ? picked.opened() : GoodsWords.opened(message);
        if (said == null) {
            for (Order.Line line : goods.lines()) {
                said = said == null ? focus.openedOf(goods.order().id(), line.sku()) : said;
            }
        }
        boolean knownOpened = goods.lines().stream().anyMatch(line -> Boolean.TRUE.equals(line.opened()));
        if (knownOpened) {
            return true;
        }
        if (said != null) {
            return said;
        }
        boolean allKnown = !goods.lines().isEmpty() && goods.lines().stream().allMatch(line -> line.opened() != null);
        return allKnown ? Boolean.FALSE : null;
    }

    // --- facts

    Fact known(Record values, String say) {
        return Fact.of(need, State.KNOWN, Fields.of(values), say);
    }

    /** Personal, and the shopper is not signed in. */
    Fact signIn(@Nullable Record general, String generally) {
        String hint = say(
                "登录店铺账号后再从店里打开客服，我就能直接帮您查",
                "Sign in to your shop account and open the chat from there, and I can look it up for you");
        String said = generally.isEmpty() ? hint + say("。", ".") : generally + say("。", ". ") + hint + say("。", ".");
        return unknown(State.SIGN_IN, general, said);
    }

    Fact unknown(State state, @Nullable Record general, String say) {
        Map<String, Object> values = general == null ? Map.of() : Fields.of(general);
        return Fact.of(need, state, values, say);
    }

    /** The shop has no such rule. */
    Fact notSet() {
        return unknown(
                State.NOT_SET,
                null,
                say("这一项店里还没有明确的规定，我不敢随便答您。", "The shop has not settled this yet, and I would rather not guess."));
    }

    /** No order is meant that there is. */
    Fact nothing(@Nullable Record general, String say) {
        if (situation.records().orders().isEmpty() && situation.lookup().state() == LiveLookup.State.DOWN) {
            return unknown(
                    State.DOWN,
                    general,
                    say(
                            "店里的系统这会儿没有回应，暂时查不到，请您过几分钟再问我一次。",
                            "The shop's system is not answering right now. Please ask me again in a few minutes."));
        }
        return unknown(State.NOTHING, general, say);
    }

    /** What is known of an order is too old to be told. */
    Fact stale(Order order, @Nullable Record general) {
        String day = spoken.day(order.freshness().receivedAt());
        return unknown(
                        State.STALE,
                        general,
                        say(
                                "这单我这边的信息还停在" + day + "，不敢随便答您，请以「我的订单」里显示的为准。",
                                "What I know of this order is from " + day
                                        + ", so I would rather not guess. Please look at \"My orders\" for its latest state."))
                .withSource(source(order));
    }

    Fact which(List<Goods> goods) {
        List<Choice> choices = goods.stream()
                .limit(3)
                .map(one -> new Choice(
                        FactChoice.which(entryKey, one.about()).id(),
                        shorten(spoken.day(one.order().placedAt()) + " " + one.name(english))
                                + say("（", " (")
                                + OrderWords.status(one.order().status(), english)
                                + say("）", ")")))
                .toList();
        String say = goods.size() > 3
                ? say(
                        "您有好几单，问的是下面哪一单呢？不在里面的话告诉我商品名字就行。",
                        "You have several orders. Which one do you mean? If it is not here, tell me its name.")
                : say("您问的是下面哪一单呢？", "Which of these do you mean?");
        return Fact.question(need, State.WHICH, say, choices, null);
    }

    Fact askOpened(Goods goods) {
        About about = goods.about();
        List<Choice> choices = List.of(
                new Choice(FactChoice.opened(entryKey, about, false).id(), say("没拆封", "Not opened")),
                new Choice(FactChoice.opened(entryKey, about, true).id(), say("已经拆了", "Opened")));
        String say = say(goods.name(false) + "拆封了吗？", "Has " + goods.name(true) + " been opened?");
        return Fact.question(need, State.ASK, say, choices, about);
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    // --- what goes with them

    /** The order spoken of, with its card and source. */
    Fact about(Fact fact, Goods goods) {
        return fact.withCard(OrderWords.card(goods.order(), english))
                .withSource(source(goods.order()))
                .about(goods.about());
    }

    static Source source(Rule.Ref rule) {
        return new Source("rule", rule.type().key() + "/" + rule.key(), rule.version(), null, null, null);
    }

    static Source source(Order order) {
        return source("order", order.id(), order.freshness());
    }

    static Source source(String kind, String id, Freshness freshness) {
        return new Source(kind, id, null, freshness.source(), freshness.updatedAt(), freshness.receivedAt());
    }

    // --- freshness

    /** Whether what is known of an order that moves is too old to be told. */
    boolean isTooOld(Order order) {
        return moves(order)
                && situation.lookup().state() != LiveLookup.State.LIVE
                && age(order).compareTo(TOO_OLD) > 0;
    }

    /** 「（以11月25日下午6点的信息为准）」 where what is known is not of this moment; else nothing. */
    String asOf(Order order) {
        boolean down = situation.lookup().state() == LiveLookup.State.DOWN;
        Duration fresh = down ? FRESH_WHILE_DOWN : FRESH;
        if (!moves(order)
                || situation.lookup().state() == LiveLookup.State.LIVE
                || age(order).compareTo(fresh) <= 0) {
            return "";
        }
        String moment = spoken.moment(order.freshness().receivedAt());
        return say("（以" + moment + "的信息为准）", " (as of " + moment + ")");
    }

    private Duration age(Order order) {
        return Duration.between(order.freshness().receivedAt().toInstant(), now);
    }

    private static boolean moves(Order order) {
        return switch (order.status()) {
            case CREATED, PAID, TO_SHIP, PARTLY_SHIPPED, SHIPPED -> true;
            case DELIVERED, COMPLETED, CANCELLED -> false;
        };
    }

    Optional<Order> order(String id) {
        return situation.records().orders().stream()
                .filter(order -> order.id().equals(id))
                .findFirst();
    }

    String entryKey() {
        return entryKey;
    }
}

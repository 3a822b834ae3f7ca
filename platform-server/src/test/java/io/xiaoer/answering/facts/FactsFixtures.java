package io.xiaoer.answering.facts;

import io.xiaoer.answering.AnsweringFixtures;
import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Facts;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.ShopPage;
import io.xiaoer.answering.Situation;
import io.xiaoer.answering.Utterance;
import io.xiaoer.answering.Worded;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.rules.SendBack;
import io.xiaoer.rules.SendBack.FreightPaidBy;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Line;
import io.xiaoer.shopdata.Order.Shipment;
import io.xiaoer.shopdata.Order.Status;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.ShopperRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shopper, their orders and the shop's rules, put together step by step; and a conversation with the clerk over them. */
final class FactsFixtures {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Wednesday, at ten in the morning in the shop. */
    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T10:00:00+08:00");

    private FactsFixtures() {}

    /** What there is in a shop about one shopper. */
    static final class Shopper {
        boolean signedIn = true;
        Looked looked = Looked.NONE;
        ShopPage page = ShopPage.none();

        @Nullable
        Customer customer;

        final List<Order> orders = new ArrayList<>();
        final List<AfterSale> afterSales = new ArrayList<>();
        final List<Coupon> coupons = new ArrayList<>();
        final Map<String, Product> products = new HashMap<>();
        final List<Rule> rules = new ArrayList<>();

        Shopper rule(RuleType type, RuleParams params) {
            rules.add(new Rule(type, "default", params, null, null, 3));
            return this;
        }

        Shopper order(Order order) {
            orders.add(order);
            return this;
        }

        Shopper product(String sku, String name, String category, String price) {
            products.put(sku, new Product(sku, name, category, Money.of(price), Map.of(), null, 5, null, fresh(NOW)));
            return this;
        }

        Situation situation() {
            ShopperRecords records = signedIn
                    ? new ShopperRecords(customer, orders, afterSales, coupons, products)
                    : ShopperRecords.nobody(products);
            return new Situation(signedIn, records, new RulesInForce(rules), looked, page, ZONE);
        }
    }

    static Freshness fresh(OffsetDateTime at) {
        return new Freshness("push", at, at);
    }

    static Shopper shopper() {
        return new Shopper();
    }

    static Order order(
            String id, Status status, OffsetDateTime placedAt, @Nullable OffsetDateTime deliveredAt, Line... lines) {
        List<Shipment> parcels = deliveredAt == null
                ? List.of()
                : List.of(new Shipment(
                        "顺丰", "SF" + id, null, null, null, placedAt.plusHours(5), null, deliveredAt, List.of()));
        return new Order(
                id,
                "c1",
                status,
                placedAt,
                placedAt.plusMinutes(1),
                List.of(lines),
                Money.of("100.00"),
                List.of(),
                null,
                parcels,
                fresh(NOW.minusHours(1)));
    }

    static Order delivered(String id, OffsetDateTime placedAt, OffsetDateTime deliveredAt, Line... lines) {
        return order(id, Status.DELIVERED, placedAt, deliveredAt, lines);
    }

    static Line line(String sku, String name, @Nullable Boolean opened) {
        return new Line(sku, name, 1, Money.of("50.00"), opened, null);
    }

    static SendBack sevenDays() {
        return new SendBack(7, true, List.of("定制商品"), FreightPaidBy.BUYER, false, "https://shop.example/exchange");
    }

    static ReleasedEntry entry(String key, String question, String answer, String... needs) {
        return new ReleasedEntry(key, question, List.of(), List.of(), answer, List.of(needs), null, null);
    }

    /** A conversation with the clerk, one message after the other, at one instant each. */
    static final class Talk {
        private final Engine engine = AnsweringFixtures.plainEngine();
        private final CompiledRelease release;
        private final Shopper shopper;
        Instant now = NOW.toInstant();
        Focus focus = Focus.none();

        @Nullable
        Worded last;

        Talk(Shopper shopper, ReleasedEntry... entries) {
            this.shopper = shopper;
            this.release = engine.compile(AnsweringFixtures.content(entries), null);
        }

        Reply say(String message) {
            return turn(message, null);
        }

        Reply press(String choiceId) {
            return turn("", choiceId);
        }

        private Reply turn(String message, @Nullable String choiceId) {
            var said = new Utterance(
                    History.none(), focus, shopper.situation().records().goods(), message, choiceId);
            Worded worded = engine.answer(release, said, plan -> shopper.situation(), now);
            focus = worded.focus();
            last = worded;
            return worded.reply();
        }

        /** The last reply worded again from its receipt alone. */
        Reply again(io.xiaoer.answering.Receipt receipt, Focus before) {
            Plan plan = new Plan(
                    receipt.outcome(),
                    receipt.candidates(),
                    receipt.facts().stream().map(io.xiaoer.answering.Fact::need).toList(),
                    List.of(),
                    receipt.understanding());
            return engine.word(release, plan, new Facts(receipt.facts()), before, now)
                    .reply();
        }
    }
}

package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two shops with a thousand shoppers each, whose names, numbers and dates are their own: a reply may say the shopper's and the shop's, and
 * nobody else's.
 */
class WrongFactIT extends IntegrationTest {

    private static final int SHOPPERS = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES).minusMinutes(1);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern NAME = Pattern.compile("[A-Z]{5,}");

    private static final List<String> QUESTIONS = List.of(
            "我的包裹现在到哪里了", "我的订单现在什么状态", "我买的东西能换货吗", "我买的东西能退货吗", "我的退款进度到哪了", "我有哪些优惠券能用", "我是什么会员等级", "我的订单能退差价吗");
    private static final List<String> NEEDS =
            List.of("logistics", "order", "exchange", "return", "refund", "coupon", "member", "price_protection");

    @Autowired
    private Conversations conversations;

    @Autowired
    private CompiledReleases releases;

    @Autowired
    private LiveLookup lookup;

    /** One shopper, all of whose data can be told from anybody else's. */
    private record Shopper(int shop, int number) {

        String id() {
            return "shopper-" + shop + "-" + number;
        }

        long code() {
            return 1_000_000L * (shop + 1) + 7L * number;
        }

        /** Letters only, unlike anybody else's. */
        String name() {
            var letters = new StringBuilder(shop == 0 ? "Q" : "X");
            for (int rest = number + 40_000; rest > 0; rest /= 20) {
                letters.append("BCDFGHJKLMNPRSTVWZAE".charAt(rest % 20));
            }
            return letters.toString();
        }

        String price() {
            return (100 + number) + "." + (shop == 0 ? "17" : "83");
        }

        OffsetDateTime placed() {
            return NOW.minusDays(3 + number % 40).minusMinutes(number % 600);
        }

        OffsetDateTime delivered() {
            return placed().plusDays(2);
        }

        List<String> items() {
            String id = id();
            return List.of(
                    item("customers", id, "\"name\": \"%s\", \"memberLevel\": \"等级%s\"".formatted(name(), name())),
                    item("products", "sku-" + code(), "\"name\": \"面霜%s\", \"category\": \"面霜\"".formatted(name())),
                    item("orders", "D" + code(), """
                            "customerId": "%s", "status": "delivered", "placedAt": "%s", "paidAt": "%s", "total": "%s",
                            "lines": [{"sku": "sku-%d", "name": "面霜%s", "quantity": 1, "opened": %s}],
                            "shipments": [{"carrier": "快递%s", "trackingNo": "T%d1", "deliveredAt": "%s"}]""".formatted(
                                    id,
                                    placed(),
                                    placed(),
                                    price(),
                                    code(),
                                    name(),
                                    number % 3 == 0,
                                    name(),
                                    code(),
                                    delivered())),
                    item("orders", "W" + code(), """
                            "customerId": "%s", "status": "shipped", "placedAt": "%s", "paidAt": "%s", "total": "%s",
                            "lines": [{"sku": "milk", "name": "鲜奶%s", "quantity": 2}],
                            "shipments": [{"carrier": "速运%s", "trackingNo": "T%d2", "courierName": "%s", "courierPhone": "139%08d",
                              "shippedAt": "%s", "estimatedAt": "%s", "events": [{"at": "%s", "text": "到达%s"}]}]""".formatted(
                                    id,
                                    placed(),
                                    placed(),
                                    price(),
                                    name(),
                                    name(),
                                    code(),
                                    name(),
                                    code(),
                                    placed(),
                                    NOW.plusDays(1),
                                    NOW.minusHours(2),
                                    name())),
                    item(
                            "aftersales",
                            "A" + code(),
                            "\"orderId\": \"D%d\", \"kind\": \"refund\", \"status\": \"done\", \"amount\": \"%s\", \"requestedAt\": \"%s\""
                                    .formatted(code(), price(), delivered())),
                    item(
                            "coupons",
                            "K" + code(),
                            "\"customerId\": \"%s\", \"name\": \"%s专享券\", \"kind\": \"amount\", \"value\": \"%s\", \"validTo\": \"%s\""
                                    .formatted(id, name(), price(), NOW.plusDays(10 + number % 300))));
        }

        private static String item(String kind, String id, String data) {
            return "{\"kind\": \"%s\", \"id\": \"%s\", \"updatedAt\": \"%s\", \"data\": {%s}}"
                    .formatted(kind, id, NOW, data);
        }

        /** All days that a true reply can name: the data's own, those the rules add, and today. */
        Set<String> days() {
            Set<String> days = new HashSet<>();
            LocalDate deliveredOn = delivered().atZoneSameInstant(ZONE).toLocalDate();
            LocalDate placedOn = placed().atZoneSameInstant(ZONE).toLocalDate();
            for (LocalDate day : List.of(
                    placedOn,
                    deliveredOn,
                    deliveredOn.plusDays(7 + shop),
                    placedOn.plusDays(15 + shop),
                    NOW.toLocalDate(),
                    NOW.plusDays(1).toLocalDate(),
                    NOW.plusDays(10 + number % 300).minusNanos(1).toLocalDate())) {
                days.add(day.getMonthValue() + "/" + day.getDayOfMonth());
            }
            return days;
        }

        /** All other numbers that a true reply can say: the data's, the rules', and hours of the day. */
        boolean owns(String said) {
            String own = "D%d W%d T%d1 T%d2 139%08d %s".formatted(code(), code(), code(), code(), code(), price());
            List<String> numbers = new ArrayList<>(
                    NUMBER.matcher(own).results().map(found -> found.group()).toList());
            numbers.addAll(List.of(String.valueOf(7 + shop), String.valueOf(15 + shop), "1", "2"));
            return numbers.contains(said) || (said.length() <= 2 && Integer.parseInt(said) < 60);
        }
    }

    private TestShop open(int number) {
        TestShop shop = api().signUp();
        for (String rule : List.of("exchange", "return")) {
            assertThat(shop.api()
                            .put(
                                    "/api/v1/rules/" + rule + "/default",
                                    "{\"params\": {\"windowDays\": %d, \"requireUnopened\": true, \"freightPaidBy\": \"buyer\"}}"
                                            .formatted(7 + number))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(shop.api()
                        .put(
                                "/api/v1/rules/price-protection/default",
                                "{\"params\": {\"days\": %d}}".formatted(15 + number))
                        .status())
                .isEqualTo(200);
        assertThat(shop.api()
                        .put("/api/v1/rules/member-benefits/default", "{\"params\": {\"levels\": {\"普通\": [\"积分\"]}}}")
                        .status())
                .isEqualTo(200);
        for (int i = 0; i < QUESTIONS.size(); i++) {
            String body =
                    "{\"question\": \"%s\", \"answer\": \"{{ %s.say }}\"}".formatted(QUESTIONS.get(i), NEEDS.get(i));
            assertThat(shop.api()
                            .put("/api/v1/bots/" + shop.botId() + "/entries/fact-" + i, body)
                            .status())
                    .isIn(200, 201);
        }
        assertThat(shop.api()
                        .post("/api/v1/bots/" + shop.botId() + "/releases", "{\"note\": \"facts\"}")
                        .status())
                .isEqualTo(201);
        assertThat(shop.api()
                        .put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}")
                        .status())
                .isEqualTo(200);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            items.addAll(new Shopper(number, i).items());
        }
        for (int from = 0; from < items.size(); from += 1_000) {
            Answer stored = shop.api()
                    .post(
                            "/api/v1/shop/batch",
                            "{\"items\": ["
                                    + String.join(",", items.subList(from, Math.min(items.size(), from + 1_000)))
                                    + "]}");
            assertThat(stored.status()).as(stored.text()).isEqualTo(200);
            assertThat(stored.json().get("rejected").asInt()).as(stored.text()).isZero();
        }
        return shop;
    }

    @Test
    @Tag("long")
    void saysNobodyElsesNamesNumbersAndDates() {
        List<TestShop> shops = List.of(open(0), open(1));
        int answered = 0;
        for (int i = 0; i < SHOPPERS; i++) {
            for (int s = 0; s < 2; s++) {
                var shopper = new Shopper(s, i);
                int which = (i + s) % QUESTIONS.size();
                Message reply = ask(shops.get(s), shopper, QUESTIONS.get(which));
                String said = reply.text() + " " + reply.cards() + " " + reply.choices() + " " + reply.links();
                assertThat(reply.kind()).as(said).isIn("answer", "choices");
                check(shopper, reply.text(), said);
                answered += NAME.matcher(said).find() ? 1 : 0;
            }
        }
        assertThat(answered)
                .as("replies that say something of the shopper's own")
                .isGreaterThan(SHOPPERS * 2 * 9 / 10);
    }

    private static void check(Shopper shopper, String text, String all) {
        Matcher names = NAME.matcher(all);
        while (names.find()) {
            assertThat(names.group()).as("%s of %s", all, shopper).isEqualTo(shopper.name());
        }
        Matcher dates = DATE.matcher(all);
        while (dates.find()) {
            assertThat(shopper.days()).as("%s of %s", all, shopper).contains(dates.group(1) + "/" + dates.group(2));
        }
        Matcher numbers = NUMBER.matcher(DATE.matcher(text).replaceAll("").replaceAll("20\\d\\d年", ""));
        while (numbers.find()) {
            assertThat(shopper.owns(numbers.group()))
                    .as("%s in %s of %s", numbers.group(), text, shopper)
                    .isTrue();
        }
    }

    private Message ask(TestShop shop, Shopper shopper, String question) {
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        BotId bot = new BotId(UUID.fromString(shop.botId()));
        return TenantScope.call(tenant, Actor.shopper(), () -> {
            releases.get(bot, 2);
            var opened = conversations.open(bot, ShopperRef.customer(shopper.id()), ShopperProfile.NONE, null);
            var message =
                    new IncomingMessage("m" + String.format(Locale.ROOT, "%05d", shopper.number()), question, null);
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    return conversations
                            .take(opened.id().toString(), bot, null, message)
                            .replies()
                            .getFirst();
                } catch (LookupWanted wanted) {
                    lookup.refresh(wanted.customerId());
                }
            }
            throw new AssertionError("the shop's system is wanted again and again");
        });
    }
}

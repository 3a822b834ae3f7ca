package io.xiaoer.bench;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

/** What knowing the shopper costs: personal answers beside plain ones in the same run, and how soon a changed rule is in an answer. One caller, over HTTP. */
final class FactsBench {

    private static final int ANSWERS = 600;
    private static final int WARM_UP = 100;
    private static final int CHANGES = 60;
    private static final int SHOPPERS = 50;

    private final TestShop shop;

    private FactsBench(TestShop shop) {
        this.shop = shop;
    }

    static void run(String address) {
        var bench = new FactsBench(new Api(address).signUp());
        PlatformBench.keepToTheBot(bench.shop);
        bench.prepare();
        bench.answers();
        bench.changes();
    }

    private void prepare() {
        rule(7);
        entry("bench-plain", "怎么联系门店的店长", "门店的电话写在店铺首页的最下面。");
        entry("bench-personal", "我买的东西能不能换一下", "{{ exchange.say }}");
        expect(shop.api().post("/api/v1/bots/" + shop.botId() + "/releases", "{\"note\": \"bench\"}"), 201);
        expect(
                shop.api()
                        .put(
                                "/api/v1/bots/" + shop.botId() + "/rollout",
                                "{\"stage\": \"full\", \"reason\": \"test\"}"),
                200);
        OffsetDateTime now = OffsetDateTime.now(ZoneId.of("Asia/Shanghai"));
        for (int i = 0; i < SHOPPERS; i++) {
            push("customers/s" + i, "{\"updatedAt\": \"%s\", \"name\": \"顾客\"}".formatted(now));
            push(
                    "products/p" + i,
                    "{\"updatedAt\": \"%s\", \"name\": \"面膜%d号\", \"category\": \"面膜\"}".formatted(now, i));
            for (int j = 0; j < 5; j++) {
                push("orders/o" + i + "-" + j, """
                        {"updatedAt": "%s", "customerId": "s%d", "status": "%s", "placedAt": "%s", "paidAt": "%s", "total": "59.80",
                         "lines": [{"sku": "p%d", "name": "面膜%d号", "quantity": 1, "opened": false}],
                         "shipments": [{"carrier": "顺丰", "trackingNo": "SF%d%d", "deliveredAt": %s}]}""".formatted(
                                now,
                                i,
                                j == 0 ? "delivered" : "shipped",
                                now.minusDays(9 - j),
                                now.minusDays(9 - j),
                                i,
                                i,
                                i,
                                j,
                                j == 0 ? "\"" + now.minusDays(8) + "\"" : "null"));
            }
        }
    }

    private void push(String path, String body) {
        expect(shop.api().put("/api/v1/shop/" + path, body), 200);
    }

    private void rule(int days) {
        expect(
                shop.api()
                        .put(
                                "/api/v1/rules/exchange/default",
                                "{\"params\": {\"windowDays\": %d, \"requireUnopened\": true, \"freightPaidBy\": \"buyer\"}}"
                                        .formatted(days)),
                200);
    }

    private void entry(String key, String question, String answer) {
        Answer put = shop.api()
                .put(
                        "/api/v1/bots/" + shop.botId() + "/entries/" + key,
                        "{\"question\": \"%s\", \"answer\": \"%s\"}".formatted(question, answer));
        if (put.status() >= 300) {
            throw new IllegalStateException(put.text());
        }
    }

    private static void expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
    }

    private String converse(int shopper) {
        return shop.api().converse(shop.botId(), "s" + shopper % SHOPPERS);
    }

    private String say(String conversation, String text) {
        return shop.api().say(conversation, text).at("/replies/0/text").asString();
    }

    private void answers() {
        double[] plain = new double[ANSWERS];
        double[] personal = new double[ANSWERS];
        for (int i = -WARM_UP; i < ANSWERS; i++) {
            String conversation = converse(Math.abs(i));
            double first = millis(() -> say(conversation, "怎么联系门店的店长"));
            double second = millis(() -> say(conversation, "我买的东西能不能换一下"));
            if (i >= 0) {
                plain[i] = first;
                personal[i] = second;
            }
        }
        Arrays.sort(plain);
        Arrays.sort(personal);
        PlatformBench.title(
                "Answers that know the shopper, beside plain ones: " + ANSWERS + " each in turn, one caller");
        PlatformBench.line("plain answer, p50", at(plain, 50), "ms");
        PlatformBench.line("plain answer, p99", at(plain, 99), "ms");
        PlatformBench.line("personal answer, p50", at(personal, 50), "ms");
        PlatformBench.line("personal answer, p99", at(personal, 99), "ms");
        PlatformBench.line("personal / plain, p50", at(personal, 50) / at(plain, 50), "");
        PlatformBench.line("personal / plain, p99", at(personal, 99) / at(plain, 99), "");
    }

    /** From sending the changed rule to having read the first answer that is told from it. */
    private void changes() {
        String conversation = converse(1);
        double[] millis = new double[CHANGES];
        int late = 0;
        for (int i = 0; i < CHANGES; i++) {
            int days = 20 + i;
            long start = System.nanoTime();
            rule(days);
            int asked = 0;
            String lastDay;
            do {
                lastDay = say(conversation, "我买的东西能不能换一下");
                asked++;
            } while (!lastDay.contains(lastDay(days)) && asked < 100);
            late += asked > 1 ? 1 : 0;
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        PlatformBench.line("rule change to the first answer that uses it, p50", at(millis, 50), "ms");
        PlatformBench.line("rule change to the first answer that uses it, most", millis[CHANGES - 1], "ms");
        System.out.printf(Locale.ROOT, "%d of %d changes were not in the very next answer%n", late, CHANGES);
    }

    private static String lastDay(int days) {
        var day = OffsetDateTime.now(ZoneId.of("Asia/Shanghai")).minusDays(8).plusDays(days);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}

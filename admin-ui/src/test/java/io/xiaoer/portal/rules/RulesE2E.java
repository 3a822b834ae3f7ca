package io.xiaoer.portal.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules in a real browser: begin, change with the impact in view, plan, withdraw, look at the calendar. */
class RulesE2E extends BrowserTest {

    @Test
    void changesTheExchangeWindowAfterShowingWhatItMeans() {
        TestShop shop = api().signUp();
        put(shop, "exchange/e2e", "{\"params\": {\"windowDays\": 7, \"applyUrl\": \"https://shop.example/x\"}}");
        shop.api().post("/api/v1/bots/" + shop.botId() + "/entries", """
                {"key": "swap", "question": "衣服能换吗", "answer": "签收后7天内可以换货哦。"}""");
        shop.api().post("/api/v1/bots/" + shop.botId() + "/entries", """
                {"key": "swap-live", "question": "帮我看看还能换不", "answer": "我看看您的订单。",
                 "needs": ["exchange"]}""");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/rules");
            page.locator("[data-rule='exchange/e2e']").click();
            page.waitForURL(Pattern.compile(".*/rules/exchange/e2e$"));
            assertThat(page.locator("#now")).containsText("7 天内可以换货");

            page.locator("#windowDays input").fill("");
            page.locator("#save").click();
            assertThat(page.locator("#windowDays [slot=error-message]")).hasText("这里要填");
            page.locator("#windowDays input").fill("15");
            assertThat(page.locator("#windowDays")).not().hasAttribute("invalid", "");
            page.locator("#requireUnopened input").check();
            shootBoth(page, "rule");
            page.locator("#save").click();

            assertThat(page.locator("#impact .impact-wrong")).containsText("写着 7天，规则是 15 天", patiently());
            assertThat(page.locator("#impact .impact-wrong a", new Page.LocatorOptions().setHasText("衣服能换吗")))
                    .hasAttribute("href", "/knowledge/swap?bot=" + shop.botId());
            assertThat(page.locator("#impact .impact-using")).containsText("帮我看看还能换不");
            assertThat(windowDays(shop, "e2e")).isEqualTo(7);
            shootBoth(page, "rule-impact");
            page.locator("#save-yes").click();

            assertThat(page.locator("#now")).containsText("15 天内可以换货", patiently());
            assertThat(page.locator("#unsaved")).isHidden();
            assertThat(page.locator("#history li")).hasCount(2);
            shootBoth(page, "rule-saved");
        }
        assertThat(windowDays(shop, "e2e")).isEqualTo(15);
    }

    @Test
    @Tag("long")
    void beginsPlansAndWithdraws() {
        TestShop shop = api().signUp();
        withdrawAll(shop);
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/rules");
            page.locator("[data-type='threshold-promotion']").click();
            page.waitForURL(Pattern.compile(".*/rules/new/threshold-promotion$"));
            page.locator("#tiers .tier-over input").fill("200");
            page.locator("#tiers .tier-off input").fill("300");
            page.locator("#save").click();
            assertThat(page.locator("#tiers .tier-off [slot=error-message]")).hasText("减的要比满的少");
            shootBoth(page, "rule-new-error");
            page.locator("#tiers .tier-off input").fill("20");
            page.locator("#save").click();
            page.locator("#save-yes").click();
            page.waitForURL(Pattern.compile(".*/rules/threshold-promotion/default[-0-9]*$"));
            assertThat(page.locator("#now")).containsText("满 200 减 20", patiently());

            put(
                    shop,
                    page.url().replaceFirst(".*/rules/", ""),
                    "{\"params\": {\"tiers\": [{\"over\": 300, \"off\": 50}]},"
                            + " \"validFrom\": \"2099-11-11T00:00:00+08:00\"}");
            page.navigate(address() + "/rules");
            assertThat(page.locator(".rule-line", new Page.LocatorOptions().setHasText("满 200 减 20")))
                    .containsText("2099-11-11 起改为：满 300 减 50");
            shootBoth(page, "rules");

            page.locator("#open-calendar").click();
            assertThat(page.locator("#timeline .timeline-bar-now").first()).isVisible();
            shootBoth(page, "rules-calendar");

            page.navigate(address() + "/rules");
            page.locator(".rule-line", new Page.LocatorOptions().setHasText("满 200 减 20"))
                    .click();
            page.locator("#withdraw").click();
            shootBoth(page, "rule-withdraw");
            page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            page.waitForURL(Pattern.compile(".*/rules$"));
            assertThat(page.locator("#ended")).isVisible();
        }
    }

    private static void withdrawAll(TestShop shop) {
        shop.api()
                .get("/api/v1/rules?limit=500")
                .json()
                .get("items")
                .forEach(rule -> shop.api()
                        .send(
                                "DELETE",
                                "/api/v1/rules/" + rule.get("type").asString() + "/"
                                        + rule.get("key").asString(),
                                null));
    }

    private static void put(TestShop shop, String path, String body) {
        assertThat(shop.api().put("/api/v1/rules/" + path, body).status()).isEqualTo(200);
    }

    private static int windowDays(TestShop shop, String key) {
        return shop.api()
                .get("/api/v1/rules/exchange/" + key)
                .json()
                .at("/params/windowDays")
                .asInt();
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

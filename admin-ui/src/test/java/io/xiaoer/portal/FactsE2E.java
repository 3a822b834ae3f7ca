package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers over facts, from writing one to seeing why a shopper hears what they hear. */
@Tag("long")
class FactsE2E extends BrowserTest {

    private TestShop shop() {
        TestShop shop = api().signUp();
        ok(shop.api().put("/api/v1/rules/exchange/default", """
                {"params": {"windowDays": 9, "requireUnopened": true, "freightPaidBy": "buyer",
                            "applyUrl": "https://shop.example/exchange"}}"""));
        return shop;
    }

    private static void entry(TestShop shop, String needs) {
        Answer put = shop.api().put("/api/v1/bots/" + shop.botId() + "/entries/swap", """
                        {"question": "我买的东西可以换吗", "answer": "换货很方便的。", "needs": [%s]}""".formatted(needs));
        assertThat(put.status()).as(put.text()).isIn(200, 201);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void writesAnAnswerOverAFactAndHearsItInTwoCases() {
        TestShop shop = shop();
        entry(shop, "");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/knowledge/swap");
            Locator preview = page.locator("#preview-answer");
            assertThat(page.locator("#facts")).isHidden();
            assertThat(page.locator("#preview-case")).isHidden();

            page.locator("#needs input").fill("换货");
            Locator item = page.locator("vaadin-multi-select-combo-box-item").first();
            assertThat(item).containsText("能不能换", patiently());
            item.click();
            page.keyboard().press("Escape");
            page.locator("#question input").click();
            assertThat(preview).containsText("换货很方便的", patiently());
            assertThat(preview).containsText("可以换货", patiently());
            page.locator("#preview-case").getByText("规则不允许").click();
            assertThat(preview).containsText("已经过了9天", patiently());
            assertThat(preview).not().containsText("换货很方便的");
            page.locator("#preview-case").getByText("都查到了").click();
            assertThat(preview).containsText("换货很方便的", patiently());

            page.locator("#answer textarea").fill("签收后天可以换。");
            page.locator("#answer textarea").evaluate("area => area.setSelectionRange(3, 3)");
            Locator days = page.locator("[data-field='exchange.window_days']");
            assertThat(days).containsText("9");
            days.click();
            assertThat(page.locator("#answer textarea")).hasValue("签收后{{ exchange.window_days }}天可以换。");
            assertThat(preview).containsText("签收后9天可以换", patiently());
            shootBoth(page, "entry-facts");

            page.locator("#preview-case").getByText("没登录").click();
            assertThat(preview).containsText("登录店铺账号", patiently());

            page.locator("#answer textarea").fill("");
            page.locator("#facts .fact-pattern").click();
            assertThat(page.locator("#answer textarea"))
                    .hasValue(Pattern.compile("^\\{% if exchange\\.allowed %}.*", Pattern.DOTALL));
            page.locator("#save").click();
            assertThat(page.locator("#unsaved")).isHidden();
        }
        assertThat(shop.api()
                        .get("/api/v1/bots/" + shop.botId() + "/entries/swap")
                        .json()
                        .at("/needs/0")
                        .asString())
                .isEqualTo("exchange");
    }

    @Test
    void goesOnFromAPressedChoiceAndShowsWhatTheAnswerWasToldFrom() {
        TestShop shop = shop();
        entry(shop, "\"exchange\"");
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        ok(shop.api().put("/api/v1/shop/customers/c1", "{\"updatedAt\": \"%s\", \"name\": \"林女士\"}".formatted(now)));
        ok(shop.api().put("/api/v1/shop/orders/O77001", """
                {"updatedAt": "%s", "customerId": "c1", "status": "delivered", "placedAt": "%s", "paidAt": "%s", "total": "59.80",
                 "lines": [{"sku": "mask", "name": "玻尿酸面膜", "quantity": 1, "price": "59.80"}],
                 "shipments": [{"carrier": "顺丰", "trackingNo": "SF1", "deliveredAt": "%s"}]}""".formatted(
                        now, now.minusDays(2), now.minusDays(2), now.minusHours(20))));
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/try?q=我买的东西可以换吗&shopper=c1");
            assertThat(page.locator("#kind-draft")).hasText("请顾客选", slowly());
            assertThat(page.locator("#facts .fact[data-need=exchange]")).containsText("反问了一句");
            shootBoth(page, "try-choices");

            page.locator(".said-choice").getByText("没拆封").click();
            page.waitForURL(Pattern.compile(".*choice=swap.*"));
            assertThat(page.locator("#kind-draft")).hasText("直接回答", slowly());
            assertThat(page.locator(".said-clerk")).containsText("可以换货");
            assertThat(page.locator(".said-link")).hasAttribute("href", "https://shop.example/exchange");
            assertThat(page.locator(".said-card")).containsText("玻尿酸面膜");
            Locator fact = page.locator("#facts .fact[data-need=exchange]");
            assertThat(fact).containsText("查到了");
            assertThat(fact).containsText(Pattern.compile("订单 O77001，(刚刚|\\d+ 分钟前)由接口推送"));
            assertThat(fact.locator("a")).hasText(Pattern.compile("规则「换货」第 \\d+ 版"));
            assertThat(fact.locator("a")).hasAttribute("href", "/rules/exchange/default");
            shootBoth(page, "try-facts");

            page.navigate(address() + "/try?q=我买的东西可以换吗");
            assertThat(page.locator("#facts .fact[data-need=exchange]")).containsText("顾客没登录", patiently());
        }
    }

    @Test
    void asksFromACartThatTheAddressKeeps() {
        TestShop shop = shop();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/try?page=cart&cart=mask+x+2+%40+90");
            assertThat(page.locator("#cart textarea")).hasValue("mask x 2 @ 90");
            assertThat(page.locator("#sku")).isHidden();
            page.locator("#cart textarea").fill("mask x zwei");
            page.locator("#question input").fill("满多少减多少");
            page.locator("#ask").click();
            assertThat(page.locator("#cart [slot=error-message]")).containsText("mask x zwei");
            page.locator("#cart textarea").fill("mask x 3\nserum @ 19.90");
            page.locator("#ask").click();
            page.waitForURL(Pattern.compile(".*cart=mask.*cart=serum.*"));
            shootBoth(page, "try-cart");
        }
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(20_000);
    }

    private static HasTextOptions slowly() {
        return new HasTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

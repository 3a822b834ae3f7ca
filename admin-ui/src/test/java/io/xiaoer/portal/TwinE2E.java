package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.knowledge.internal.KnowledgeFixtures;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Two entries that ask nearly the same become one, or are left two, in a real browser. */
@Tag("long")
class TwinE2E extends BrowserTest {

    private static final String LIST = "/knowledge?q=猫&state=near-duplicate";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void makesOneOfTwoAndTakesItBack() {
        TestShop shop = shopWithTwins();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), LIST);
            Locator pair = page.locator("[data-pair='cat-a cat-b']");
            assertThat(pair).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            shootBoth(page, "twins");

            pair.locator("[data-key=cat-a] .twins-merge").click();

            assertThat(pair).hasCount(0);
            assertThat(answer(shop, "cat-b").status()).isEqualTo(404);
            assertThat(answer(shop, "cat-a").json().get("similar").toString()).contains("你们店里有没有养猫", "喵星人在不在");
            page.locator(".toast-undo").click();
            // shown again once the two are compared anew
            assertThat(page.locator("#twins-pending")).containsText("2 条");
            assertThat(answer(shop, "cat-b").status()).isEqualTo(200);
            KnowledgeFixtures.findTwins(beans, shop);
            page.navigate(address() + LIST);
            assertThat(pair).isVisible();
        }
    }

    @Test
    void leavesTwoQuestionsTwoWhenAPersonSaysSo() {
        TestShop shop = shopWithTwins();
        try (BrowserContext phone = phone()) {
            Page page = openAs(phone, shop.email(), shop.password(), LIST);
            Locator pair = page.locator("[data-pair='cat-a cat-b']");
            assertThat(pair).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));

            pair.locator(".twins-dismiss").click();

            assertThat(pair).hasCount(0);
            page.locator(".toast-undo").click();
            assertThat(pair).isVisible();
            pair.locator(".twins-dismiss").click();
            assertThat(pair).hasCount(0);
            KnowledgeFixtures.findTwins(beans, shop);
            page.navigate(address() + LIST);
            assertThat(page.locator("h1").first()).isVisible();
            assertThat(pair).hasCount(0);
        }
    }

    private TestShop shopWithTwins() {
        TestShop shop = api().signUp();
        String entries = "/api/v1/bots/" + shop.botId() + "/entries";
        shop.api().put(entries + "/cat-a", "{\"question\": \"你们店里养猫了吗\", \"answer\": \"有一只，叫小二，白天都在店里。\"}");
        shop.api()
                .put(
                        entries + "/cat-b",
                        "{\"question\": \"你们店里有没有养猫\", \"similar\": [\"喵星人在不在\"], \"answer\": \"没有。\"}");
        KnowledgeFixtures.findTwins(beans, shop);
        return shop;
    }

    private static Answer answer(TestShop shop, String key) {
        return shop.api().get("/api/v1/bots/" + shop.botId() + "/entries/" + key);
    }
}

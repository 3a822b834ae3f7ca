package io.xiaoer.portal.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.xiaoer.portal.Accessibility;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A shopper asks for a person, one takes over in the portal, and the bot goes on afterwards; both sides see it live. */
class InboxE2E extends BrowserTest {

    private static final Duration LIVE = Duration.ofSeconds(15);

    @Test
    void aPersonTakesOverAndGivesBackWhileTheShopperLooksOn() throws IOException {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        shop.api().post("/api/v1/shop/batch", """
                {"items": [
                  {"kind": "customers", "id": "c-88", "updatedAt": "2026-11-20T08:00:00+08:00",
                   "data": {"name": "林晓", "phone": "13800138000", "memberLevel": "金卡"}},
                  {"kind": "orders", "id": "1001", "updatedAt": "2026-11-20T08:00:00+08:00", "data": {
                   "customerId": "c-88", "status": "shipped", "placedAt": "2026-11-01T08:00:00+08:00",
                   "lines": [{"sku": "s", "name": "保湿面霜", "quantity": 1, "price": "129.00"}]}}]}""");
        String conversation = shop.api().converse(shop.botId(), "c-88");
        shop.api().say(conversation, "过敏了能退吗");
        shop.api().say(conversation, "转人工");
        List<String> heard = new CopyOnWriteArrayList<>();
        try (BrowserContext desktop = desktop();
                InputStream stream = shop.api().stream("/api/v1/conversations/" + conversation + "/events")) {
            listen(stream, heard);
            Page page = openAs(desktop, shop.email(), shop.password(), "/inbox");
            Locator line = page.locator("[data-conversation='" + conversation + "']");
            assertThat(line).containsText("要求人工");
            assertThat(page.locator("#queue-badge")).hasText("1");
            assertThat(page).hasTitle(Pattern.compile("\\(1\\).*"));
            shootBoth(page, "inbox-queue");

            page.keyboard().press("j");
            Locator said = page.locator("#inbox-timeline");
            assertThat(said).containsText("过敏了能退吗");
            assertThat(page.locator("#side-orders")).containsText("保湿面霜");
            said.locator("vaadin-details-summary").first().click();
            assertThat(said.locator(".explanation").first()).isVisible();
            page.keyboard().press("t");
            assertThat(page.locator("#mode")).containsText("接待中");
            assertThat(page.locator("#queue-badge")).isHidden();

            Locator text = page.locator("#composer-text textarea");
            text.fill("您好，我来看看您的订单");
            text.press("Enter");
            assertThat(said.locator(".inbox-said-person")).containsText("我来看看您的订单");
            await().atMost(LIVE).until(() -> heard.stream().anyMatch(one -> one.contains("我来看看您的订单")));

            shop.api().say(conversation, "好的，辛苦了");
            assertThat(said.locator(".inbox-said-shopper").last()).containsText("好的，辛苦了");
            page.keyboard().press("Escape");
            page.keyboard().press("n");
            text.fill("这位顾客催过两次");
            text.press("Enter");
            assertThat(said.locator(".inbox-said-note")).containsText("这位顾客催过两次");
            assertThat(messages(shop, conversation)).doesNotContain("这位顾客催过两次");
            shootBoth(page, "inbox-talk");
            Accessibility.assertNothingSerious(page, ".inbox");

            page.locator("#back-to-bot").click();
            assertThat(page.locator("#mode")).containsText("小二接待中");
            assertThat(shop.api()
                            .say(conversation, "过敏了能退吗")
                            .at("/replies/0/kind")
                            .asString())
                    .isNotEqualTo("person");
            page.locator("#close").click();
            page.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                    .getByText("结束", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("#mode")).containsText("已结束");
            await().atMost(LIVE).until(() -> heard.stream().anyMatch(one -> one.contains("closed")));
        }
    }

    private static String messages(TestShop shop, String conversation) {
        return shop.api()
                .get("/api/v1/conversations/" + conversation + "/messages")
                .text();
    }

    private static void listen(InputStream stream, List<String> heard) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        Thread.ofVirtual().start(() -> {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard.add(line);
                }
            } catch (IOException e) {
                // the test is over
            }
        });
    }
}

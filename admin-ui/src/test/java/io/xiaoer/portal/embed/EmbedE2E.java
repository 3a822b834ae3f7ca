package io.xiaoer.portal.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ways to a bot, and its live settings, in a real browser. */
class EmbedE2E extends BrowserTest {

    @Test
    void showsSettingsWhileTheyAreTypedAndKeepsThem() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/embed");
            shootBoth(page, "embed");
            assertThat(page.waitForDownload(() -> page.locator("#download-code").click())
                            .suggestedFilename())
                    .isEqualTo("xiaoer-chat.svg");
            page.locator("#chat-title input").fill("花漾小助手");
            awaitLook(page, "title", "花漾小助手");
            page.locator("#colour input[slot=input]").fill("#0a7f5a");
            awaitLook(page, "primaryColor", "#0a7f5a");
            page.locator("#colour input[slot=input]").fill("#0a7");
            page.locator("#radius").getByText("圆润").click();
            awaitLook(page, "radius", "round");
            awaitLook(page, "primaryColor", "#0a7f5a");
            page.locator("#colour input[slot=input]").fill("#0a7f5a");
            page.locator("#origins input").fill("shop.example/page");
            page.locator("#origins input").press("Enter");
            page.locator("#save-settings").click();
            assertThat(page.locator("#origins > [slot=error-message]")).containsText("https://");
            shootBoth(page, "embed-error");
            assertThat(theme(shop, "title")).isNotEqualTo("花漾小助手");

            page.reload();
            page.locator("#chat-title input").fill("花漾小助手");
            page.locator("#launcher").getByText("带文字的按钮").click();
            page.locator("#pages").getByText("购物车").click();
            page.locator("#save-settings").click();
            assertThat(page.getByText("设置已保存，立即生效")).isVisible();
            assertThat(theme(shop, "title")).isEqualTo("花漾小助手");
            assertThat(theme(shop, "launcher")).isEqualTo("pill");
            assertThat(bot(shop).at("/placement/cart").asBoolean()).isFalse();
            assertThat(bot(shop).at("/placement/mine").asBoolean()).isTrue();
            page.locator(".toast-undo").click();
            awaitLook(page, "title", "测试美妆店");
            assertThat(theme(shop, "title")).isNotEqualTo("花漾小助手");
            assertThat(bot(shop).at("/placement/cart").asBoolean()).isTrue();

            assertThat(page.locator("#widget-snippet")).containsText("data-sku=");
            page.locator("#snippet-page").getByText("购物车").click();
            assertThat(page.locator("#widget-snippet"))
                    .containsText("data-widget-key=\"" + shop.widgetKey() + "\"\n        data-page-kind=\"cart\">");
        }
    }

    @Test
    @Tag("long")
    void endsTheStaffLinkThatWentToTheWrongPeople() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop();
                BrowserContext stranger = phone()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/embed");
            Locator link = page.locator("#try-as-staff");
            String old = link.getAttribute("href");
            Page chat = open(stranger, old);
            assertThat(chat.getByText("员工试用")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));

            page.locator("#renew-staff-link").click();
            assertThat(page.getByText("换一个员工链接？")).isVisible();
            shootBoth(page, "embed-renew");
            page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.getByText("已换成新的员工链接")).isVisible();
            assertThat(link).not().hasAttribute("href", old);
            chat.waitForResponse("**/session", () -> chat.navigate(address() + "/chat/" + shop.widgetKey()));
            assertThat(chat.getByText("员工试用")).isHidden();
            assertThat(api().withToken(api().token(shop.clientId(), shop.clientSecret(), null))
                            .get("/api/v1/bots/" + shop.botId() + "/rollout")
                            .json()
                            .get("staffLink")
                            .asString())
                    .endsWith(link.getAttribute("href").substring(address().length()));
        }
    }

    /** Waits until the preview is given such a look. */
    private static void awaitLook(Page page, String field, String value) {
        page.waitForFunction(
                "([field, value]) => document.querySelector('xiaoer-preview')?.look?.[field] === value",
                List.of(field, value));
    }

    private static JsonNode bot(TestShop shop) {
        return shop.api().get("/api/v1/bots/" + shop.botId()).json();
    }

    private static String theme(TestShop shop, String field) {
        return bot(shop).at("/theme/" + field).asString("");
    }
}

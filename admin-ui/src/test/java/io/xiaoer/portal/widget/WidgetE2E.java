package io.xiaoer.portal.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import io.xiaoer.portal.Accessibility;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The widget on a shop's own pages, in a real browser. */
class WidgetE2E extends BrowserTest {

    private static final String BRAND = "#1f6f54";

    /** Storage is blocked by throwing at the first touch. */
    private static final String BLOCK_STORAGE = """
            Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
            """;

    private TestShop shop;
    private ShopPages pages;

    @BeforeEach
    void openShop() throws IOException {
        shop = api().signUp();
        pages = new ShopPages(address(), shop.widgetKey());
        String bot = "/api/v1/bots/" + shop.botId();
        shop.api().put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        change("""
                {"allowedOrigins": ["%s"], "theme": {"title": "花间客服", "primaryColor": "%s"}}
                """.formatted(pages.address(), BRAND));
    }

    @AfterEach
    void closeShop() {
        pages.close();
    }

    @Test
    void opensInTheShopsLookWithOneRequestBefore() {
        try (BrowserContext desktop = desktop();
                BrowserContext phone = phone()) {
            for (BrowserContext device : List.of(desktop, phone)) {
                Page page = device.newPage();
                List<String> calls = new ArrayList<>();
                page.onRequest(request -> {
                    if (request.url().contains("/widget/v1/")
                            && !request.method().equals("OPTIONS")) {
                        calls.add(request.url().replaceAll(".*/", ""));
                    }
                });
                page.navigate(pages.page("product"));
                Locator launcher = page.locator("#launcher");
                assertThat(launcher).isVisible(patiently());
                assertThat(launcher).hasCSS("background-color", "rgb(31, 111, 84)");
                assertThat(calls).containsExactly("session");

                launcher.click();
                assertThat(page.locator("#title")).hasText("花间客服");
                assertThat(page.locator("#log .message-clerk .bubble")).hasCount(1);
                ask(page, "过敏了能退吗");
                Accessibility.assertNothingSerious(page, "xiaoer-widget");
                shoot(page, device == phone ? "widget-phone" : "widget");
                assertThat(page.locator("dialog.panel").evaluate("panel => panel.matches(':modal')"))
                        .isEqualTo(device == phone);
                page.keyboard().press("Escape");
                assertThat(page.locator("#app")).isHidden();
                assertThat(page.title()).isEqualTo("玫瑰精华水");
            }
        }
    }

    @Test
    void standsWhereTheShopWantsIt() {
        change("{\"placement\": {\"product\": true, \"cart\": true, \"mine\": false}}");
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, pages.page("cart"));
            assertThat(page.locator("#ask")).isVisible(patiently());
            assertThat(page.locator("#launcher")).isHidden();
            page.locator("#ask").click();
            assertThat(page.locator("#input")).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator("#ask")).isFocused();

            page.waitForResponse("**/session", () -> page.navigate(pages.page("mine")));
            assertThat(page.locator("#launcher")).hasCount(1);
            assertThat(page.locator("#launcher")).isHidden();
            assertThat(page.locator("#ask")).isHidden();
        }
    }

    @Test
    void losesNothingOfflineNorAtAReloadAndTabsAgree() {
        try (BrowserContext desktop = desktop()) {
            Page page = openChat(desktop, "product");
            desktop.setOffline(true);
            say(page, "过敏了能退吗");
            assertThat(page.locator("#notice")).containsText("网络已断开");
            desktop.setOffline(false);
            assertThat(page.locator("#log .message-clerk .bubble")).hasCount(2, slowly());
            assertThat(page.locator("#notice")).isHidden();

            page.route("**/messages", route -> {});
            say(page, "两张券能一起用不");
            page.unroute("**/messages");
            page.reload();
            page.locator("#launcher").click();
            assertThat(page.locator("#log .message-clerk .bubble")).hasCount(3, slowly());
            assertThat(page.locator(".message-own")).hasCount(2);

            Page other = openChat(desktop, "product");
            assertThat(other.locator(".message-own")).hasCount(2, slowly());
            ask(page, "怎么还没发货呀");
            assertThat(other.locator("#log .message-clerk .bubble")).hasCount(4, slowly());
            assertThat(other.locator(".message-own")).hasCount(3);
        }
    }

    @Test
    void holdsOutOnAStrictPageWithBlockedStorage() throws IOException {
        try (BrowserContext desktop = desktop()) {
            desktop.addInitScript(BLOCK_STORAGE);
            Page page = openChat(desktop, "strict");
            ask(page, "<img src=x onerror=alert(1)>");
            assertThat(page.locator(".message-own .bubble")).containsText("<img src=x onerror=alert(1)>");
            assertThat(page.locator("#log .bubble img")).hasCount(0);
            assertThat(page.locator("#title")).hasCSS("font-size", "16px");
            assertThat(page.locator("#title")).hasCSS("letter-spacing", "normal");
            shoot(page, "widget-strict");
        }
    }

    @Test
    void sendsAPictureAndShowsItAgain() throws IOException {
        try (BrowserContext phone = phone()) {
            Page page = openChat(phone, "product");
            page.locator("#composer input[type=file]")
                    .setInputFiles(new FilePayload("note.txt", "image/png", "no picture".getBytes()));
            assertThat(page.locator("#counter")).containsText("JPG");
            page.locator("#composer input[type=file]")
                    .setInputFiles(new FilePayload("box.png", "image/png", picture()));
            assertThat(page.locator("#send")).isEnabled();
            say(page, "外箱压坏了");
            assertThat(page.locator(".message-own .picture img")).isVisible();
            assertThat(page.locator("#log .message-clerk .bubble")).hasCount(2, slowly());
            shoot(page, "widget-picture");

            page.reload();
            page.locator("#launcher").click();
            Locator kept = page.locator(".message-own .picture img");
            assertThat(kept).isVisible(patiently());
            kept.click();
            assertThat(page.locator(".viewer img")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".viewer")).isHidden();
            assertThat(page.locator("#input")).isVisible();
        }
    }

    @Test
    @Tag("long")
    void isUsedByTheKeyboardAlone() {
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, pages.page("product"));
            page.locator("#launcher").waitFor();
            tabTo(page, "launcher");
            page.keyboard().press("Enter");
            assertThat(page.locator("#input")).isFocused();
            page.keyboard().type("过敏了能退吗");
            page.keyboard().press("Enter");
            assertThat(page.locator("#log .message-clerk .bubble")).hasCount(2, slowly());
            tabTo(page, "to-person");
            page.keyboard().press("Enter");
            assertThat(page.locator("#to-person")).isHidden();
            page.keyboard().press("Escape");
            assertThat(page.locator("#app")).isHidden();
            assertThat(page.locator("#launcher")).isFocused();
        }
    }

    private void change(String bot) {
        assertThat(shop.api().send("PATCH", "/api/v1/bots/" + shop.botId(), bot).status())
                .isEqualTo(200);
    }

    private Page openChat(BrowserContext context, String kind) {
        Page page = open(context, pages.page(kind));
        page.locator("#launcher").click();
        assertThat(page.locator("#log .message-clerk .bubble").first()).isVisible(patiently());
        return page;
    }

    private static void say(Page page, String text) {
        page.locator("#input").fill(text);
        page.keyboard().press("Enter");
    }

    /** Says something and waits for what the bot says to it. */
    private static void ask(Page page, String text) {
        Locator said = page.locator("#log .message-clerk .bubble");
        int before = said.count();
        say(page, text);
        assertThat(said).hasCount(before + 1, slowly());
    }

    private static void tabTo(Page page, String id) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("() => document.activeElement?.shadowRoot?.activeElement?.id"))) {
                return;
            }
        }
        throw new AssertionError("the Tab key never came to " + id);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(0xC9A27E));
        brush.fillRect(0, 0, 640, 480);
        brush.setColor(Color.DARK_GRAY);
        brush.fillOval(220, 140, 200, 200);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static HasCountOptions slowly() {
        return new HasCountOptions().setTimeout(PATIENCE_MILLIS);
    }
}

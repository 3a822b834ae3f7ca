package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.testing.Api.TestShop;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first quarter of an hour of a shop owner, in a real browser: sign up, talk to the bot on a phone, log in. */
class FirstShopE2E extends BrowserTest {

    /** The pack's address words; every answer in its tone begins with one. */
    private static final Pattern ADDRESSED = Pattern.compile("^(亲|宝子).*", Pattern.DOTALL);

    @Test
    void leadsFromSignUpToRightAnswersOnAPhone() {
        String staffLink;
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, address() + "/signup");
            page.locator("#shop-name input").fill("花间美妆");
            page.locator("#email input").fill("owner-" + UUID.randomUUID() + "@shop.example");
            page.locator("#password input").fill("correct horse battery");
            page.locator("#template").getByText("美妆").first().click();
            shoot(page, "signup");
            page.locator("#submit").click();
            page.waitForURL("**/start/solve");
            page.navigate(address() + "/start/staff");
            assertThat(page.locator("#try-as-staff")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            staffLink = (String)
                    page.locator("#try-as-staff").evaluate("e => (e.closest('a') ?? e.querySelector('a')).href");
        }
        assertThat(staffLink).startsWith(address() + "/chat/").contains("#staff=");

        try (BrowserContext phone = phone()) {
            Page page = open(phone, staffLink);
            page.locator("#log .message-clerk .bubble").first().waitFor();
            assertThat(page.locator("#badge")).isVisible();
            assertThat(ask(page, "怎么还没发货呀")).matches(ADDRESSED).containsAnyOf("发货", "发出");
            assertThat(ask(page, "过敏了能退吗")).matches(ADDRESSED).contains("过敏");
            assertThat(ask(page, "两张券能一起用不")).matches(ADDRESSED).contains("券");
            assertThat(ask(page, "今天天气怎么样")).contains("还没学会");
            shoot(page, "chat-phone");
        }
    }

    @Test
    void letsTheOwnerInAndTellsAStrangerNothing() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, address() + "/login");
            String wrongPassword = refusal(page, shop.email(), "wrong horse battery");
            shoot(page, "login-refused");
            String unknownEmail = refusal(page, "nobody-" + UUID.randomUUID() + "@shop.example", "wrong horse battery");
            assertThat(wrongPassword).isNotBlank().isEqualTo(unknownEmail);

            logIn(page, shop.email(), shop.password());
            Locator stage = page.locator("#stage");
            assertThat(stage).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(stage).hasText("内部试用");
            assertThat(page.locator("h1").getByText("测试美妆店")).isVisible();
            shoot(page, "home");
            page.setViewportSize(390, 844);
            assertThat(stage).isVisible();
            shoot(page, "home-phone");
        }
    }

    /** Fails to log in, and gives what the page says then. */
    private static String refusal(Page page, String email, String password) {
        page.navigate(page.url().replaceAll("[?#].*", ""));
        logIn(page, email, password);
        page.waitForURL(Pattern.compile(".*/login\\?error.*"));
        Locator message = page.locator("[part=error-message]").first();
        assertThat(message).isVisible();
        return page.url() + "\n" + message.innerText();
    }

    /** Says something in the chat, and gives what the bot says to it. */
    private static String ask(Page page, String text) {
        Locator said = page.locator("#log .message-clerk .bubble");
        int before = said.count();
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        assertThat(said).hasCount(before + 1, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
        // before the text comes the name of who says it, for screen readers
        return (String) said.last().evaluate("bubble => bubble.lastChild.textContent");
    }
}

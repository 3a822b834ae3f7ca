package io.xiaoer.portal.pilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.xiaoer.portal.Accessibility;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An owner lets a few new shoppers try the bot, looks at how it does with them, and takes it back. */
class PilotE2E extends BrowserTest {

    private static final String KNOWN = "过敏了能退吗";
    private static final String UNKNOWN = "你们老板是什么星座";

    @Test
    void anOwnerStartsAPilotSeesHowItGoesAndTakesItBack() {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"pilot\": {\"sampleRate\": 1}}");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/");
            page.locator("#to-pilot").click();
            assertThat(page.locator("[data-stage=internal]")).hasAttribute("aria-current", "step");
            assertThat(page.locator("#no-pilot")).isVisible();
            shootBoth(page, "pilot-none");

            page.locator("#forward").click();
            assertThat(page.locator("#gates-verdict")).containsText("要写下原因");
            page.locator("#gates-yes").click();
            assertThat(page.locator("#reason[invalid]")).isVisible();
            shoot(page, "pilot-gates");
            page.locator("#reason textarea").fill("员工试了一周，答得稳");
            page.locator("#gates-yes").click();
            assertThat(page.locator("[data-stage=pilot]")).hasAttribute("aria-current", "step");
            assertThat(page.locator("#members")).containsText("还没有顾客参加");

            meet(shop, "c-501", KNOWN);
            meet(shop, "c-502", UNKNOWN);
            meet(shop, "c-503", KNOWN, "转人工");
            page.reload();
            assertThat(page.locator("#members .member")).hasCount(3);
            assertThat(page.locator("#cohort .ring")).hasAttribute("aria-label", Pattern.compile(".*3.*150.*"));
            assertThat(page.locator("#reasons")).containsText("要求人工");
            Locator failed = page.locator("#failed .failed-question");
            assertThat(failed).hasCount(1);
            assertThat(failed).containsText(UNKNOWN);
            assertThat(failed.locator(".failed-mend"))
                    .hasAttribute("href", Pattern.compile(".*knowledge/new\\?question=.*"));
            shootBoth(page, "pilot-under-way");
            Accessibility.assertNothingSerious(page, ".pilot");

            failed.locator(".pilot-read").click();
            assertThat(page.locator("#transcript .inbox-said-shopper")).containsText(UNKNOWN);
            shoot(page, "pilot-transcript");
            page.keyboard().press("Escape");
            assertThat(page.locator("#transcript .inbox-said-shopper")).hasCount(0);

            page.locator("#back-internal").click();
            page.locator("#reason-yes").click();
            assertThat(page.locator("[data-stage=internal]")).hasAttribute("aria-current", "step");
            assertThat(page.locator("#cohort")).containsText("现在没有在试");
            Locator started = page.locator("#history .change").nth(1);
            assertThat(started).containsText("员工试了一周，答得稳");
            assertThat(started).containsText(shop.email());
            started.locator("vaadin-details-summary").click();
            assertThat(started.locator(".gate").first()).isVisible();
        }
    }

    private static void meet(TestShop shop, String shopper, String... questions) {
        String conversation = shop.api().converse(shop.botId(), shopper);
        for (String question : questions) {
            shop.api().say(conversation, question);
        }
    }
}

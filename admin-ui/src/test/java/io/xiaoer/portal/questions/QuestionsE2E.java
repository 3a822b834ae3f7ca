package io.xiaoer.portal.questions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.portal.Accessibility;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What shoppers ask in ten wordings and nobody answers becomes a keyword whose effect is known before it is saved, and is answered. */
class QuestionsE2E extends BrowserTest {

    private static final List<String> WORDINGS =
            List.of("券叠加", "券叠加吗", "券叠加怎么弄", "可以券叠加不", "支持券叠加吗", "你家券叠加行不行", "能不能券叠加呀", "券叠加规则", "想券叠加", "有券叠加么");

    private static final String ANSWER = "一笔订单用一张店铺券，可以再用一张平台券。";

    @Test
    void turnsAQuestionNobodyAnswersIntoAKeywordThatAnswersIt() {
        TestShop shop = api().signUp();
        String entry = "/api/v1/bots/" + shop.botId() + "/entries/two-vouchers";
        shop.api().put(entry, "{\"question\": \"一次能用两张优惠吗\", \"answer\": \"" + ANSWER + "\"}");
        for (int i = 0; i < WORDINGS.size(); i++) {
            ask(shop, "c-" + i, WORDINGS.get(i));
        }
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/questions");
            Locator lines = page.locator("#questions [data-question]");
            page.locator("#take-in").click();
            assertThat(lines.first()).isVisible(patiently());
            assertThat(lines).hasCount(1);
            assertThat(lines.first()).containsText("10 人");
            assertThat(page.locator("#wordings li")).hasCount(WORDINGS.size());
            assertThat(page.locator("#near"))
                    .not()
                    .containsText("正在找", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            shootBoth(page, "questions");
            Accessibility.assertNothingSerious(page, ".fixing");

            page.locator("#do-teach").click();
            assertThat(page.locator("#mend-keywords")).containsText("券叠加");
            page.locator("#mend-entry input").fill("两张优惠");
            page.locator("vaadin-combo-box-item").getByText("一次能用两张优惠吗").click();
            shoot(page, "questions-teach");
            page.locator("#mend-preview").click();
            Locator newly = page.locator("#effect [data-figure=newly-answered]");
            assertThat(newly).containsText("10", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("#effect [data-figure=lost]")).containsText("0");
            assertThat(page.locator("#effect .difference-side-after").first()).containsText(ANSWER);
            shootBoth(page, "questions-effect");

            page.locator("#mend-save").click();
            Locator mending = page.locator("#mending-title");
            assertThat(mending).hasText("已改，等发布");
            assertThat(ask(shop, "c-20", WORDINGS.getFirst())).doesNotContain(ANSWER);
            page.locator("#publish").click();
            page.locator("#publish-note input").fill("教它认券叠加");
            page.locator("#publish-yes").click();
            assertThat(mending).containsText("已解决", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(mending).containsText("10 种能答");
            shootBoth(page, "questions-solved");
            page.locator("#tab-solved").click();
            page.waitForURL(Pattern.compile(".*state=solved.*"));
            assertThat(lines).hasCount(1);
        }
        for (int i = 0; i < WORDINGS.size(); i++) {
            assertThat(ask(shop, "d-" + i, WORDINGS.get(i))).as(WORDINGS.get(i)).contains(ANSWER);
        }
    }

    private static String ask(TestShop shop, String shopper, String text) {
        return shop.api().say(shop.api().converse(shop.botId(), shopper), text).toString();
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }
}

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

    /** The same in ten wordings; the pack knows nothing of it. */
    private static final List<String> WORDINGS = List.of(
            "宠物托运能办吗",
            "你们宠物托运怎么收费",
            "宠物托运要提前多久约",
            "想办宠物托运",
            "宠物托运有没有",
            "可以宠物托运不",
            "宠物托运去外地行吗",
            "做不做宠物托运",
            "宠物托运安全吗",
            "宠物托运的话找谁");

    /** What a keyword alone brings is most of them, not necessarily all. */
    private static final int MOST = 8;

    private static final String ANSWER = "每单 100 元，请提前三天预约";

    @Test
    void turnsAQuestionNobodyAnswersIntoAKeywordThatAnswersIt() {
        TestShop shop = api().signUp();
        String bot = "/api/v1/bots/" + shop.botId();
        shop.api().put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        shop.api().put(bot + "/entries/pet", "{\"question\": \"寄养服务\", \"answer\": \"" + ANSWER + "。\"}");
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
            lines.first().locator("a").click();
            page.waitForURL(Pattern.compile(".*/questions/[0-9a-f-]{36}"));
            assertThat(page.locator("#wordings li")).hasCount(WORDINGS.size());
            assertThat(page.locator("#near"))
                    .not()
                    .containsText("正在找", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            shootBoth(page, "questions");
            Accessibility.assertNothingSerious(page, ".fixing");

            page.locator("#do-teach").click();
            assertThat(page.locator("#mend-keywords")).containsText("宠物托运");
            page.locator("#mend-entry input").fill("寄养");
            page.locator("vaadin-combo-box-item").getByText("寄养服务").click();
            shoot(page, "questions-teach");
            page.locator("#mend-preview").click();
            Locator newly = page.locator("#effect [data-figure=newly-answered] .count-number");
            assertThat(newly).isVisible(patiently());
            assertThat(Integer.parseInt(newly.textContent())).isGreaterThanOrEqualTo(MOST);
            assertThat(page.locator("#effect [data-figure=lost]")).containsText("0");
            assertThat(page.locator("#effect [data-section=newly-answered] .difference-side-after")
                            .first())
                    .containsText(ANSWER);
            shootBoth(page, "questions-effect");

            page.locator("#mend-save").click();
            Locator mending = page.locator("#mending-title");
            assertThat(mending).hasText("已改，等发布");
            page.locator("#publish").click();
            page.locator("#publish-note input").fill("教它认宠物托运");
            page.locator("#publish-yes").click();
            assertThat(mending).containsText("已解决", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(mending).containsText("10 种问法");
            shootBoth(page, "questions-solved");
            page.locator("#tab-solved").click();
            page.waitForURL(Pattern.compile(".*state=solved.*"));
            assertThat(lines).hasCount(1);
        }
        assertThat(WORDINGS.stream()
                        .filter(wording -> ask(shop, "again-" + WORDINGS.indexOf(wording), wording)
                                .contains(ANSWER)))
                .hasSizeGreaterThanOrEqualTo(MOST);
    }

    private static String ask(TestShop shop, String shopper, String text) {
        return shop.api().say(shop.api().converse(shop.botId(), shopper), text).toString();
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }
}

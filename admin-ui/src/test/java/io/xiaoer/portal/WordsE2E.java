package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForURLOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.TestShop;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Words from the first letter to what shoppers hear, in a real browser: edit, collide, publish, go back, try. */
class WordsE2E extends BrowserTest {

    private static final String ENTRY = "/knowledge/order-urge";

    @Autowired
    private Members members;

    @Autowired
    private PasswordEncoder encoder;

    @Test
    void showsWhileTypingHowAnAnswerWillSoundAndSavesIt() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), ENTRY);
            assertThat(page.locator("#unsaved")).isHidden();
            shootBoth(page, "entry");

            answer(page).fill("{{ shop.name }}今天就发。");
            assertThat(page.locator("#preview-answer")).containsText("测试美妆店今天就发", patiently());
            assertThat(page.locator("#unsaved")).isVisible();
            assertThat(page.locator(".liquid-variable")).hasText("{{ shop.name }}");

            answer(page).fill("{{ shop.nmae }}今天就发。");
            assertThat(page.locator("#answer [slot=error-message]")).containsText("不存在的变量", patiently());
            shootBoth(page, "entry-error");
            page.locator("#save").click();
            assertThat(page.locator("#unsaved")).isVisible();

            page.locator("#insert-variable").click();
            assertThat(page.locator(".insert-line")).isVisible();
            page.keyboard().press("Escape");
            answer(page).fill("我们今天就发。<b>真的</b>");
            assertThat(page.locator("#preview-answer")).containsText("<b>真的</b>", patiently());
            page.keyboard().press("Control+s");
            assertThat(page.locator("#unsaved")).isHidden();
            assertThat(page.locator("#history li").first()).containsText("第 2 版", patiently());
        }
        assertThat(answerOf(shop, "order-urge")).isEqualTo("我们今天就发。<b>真的</b>");
    }

    @Test
    @Tag("long")
    void showsAViewerTheWordsAndNoWayToChangeThem() {
        TestShop shop = api().signUp();
        String viewer = "viewer-" + UUID.randomUUID() + "@shop.example";
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        TenantScope.run(
                new TenantId(UUID.fromString(shop.tenantId())),
                owner,
                () -> members.add(viewer, encoder.encode(shop.password()), Role.VIEWER));
        shop.api()
                .put(
                        "/api/v1/bots/" + shop.botId() + "/entries/order-urge",
                        "{\"question\": \"怎么还没发货\", \"answer\": \"今天发。\"}");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, viewer, shop.password(), ENTRY);
            assertThat(page.locator("#answer")).hasAttribute("readonly", "");
            assertThat(page.locator("#save")).hasCount(0);
            assertThat(page.locator("#delete")).hasCount(0);
            shootBoth(page, "entry-viewer");
            page.navigate(address() + "/tone");
            assertThat(page.locator("#self-name")).hasAttribute("readonly", "");
            assertThat(page.locator("#save")).hasCount(0);
            page.navigate(address() + "/releases");
            assertThat(page.locator("#draft-summary")).isVisible();
            assertThat(page.locator("#publish")).hasCount(0);
            page.navigate(address() + "/try?q=怎么还没发货");
            assertThat(page.locator("#kind-draft")).hasText("直接回答");
            assertThat(page.locator("#suggestions")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void asksBeforeWhatWasTypedIsLost() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), ENTRY);
            answer(page).fill("写到一半");
            assertThat(page.locator("#unsaved")).isVisible();
            page.locator("vaadin-side-nav-item[path='tone']").click();
            assertThat(page.getByText("修改还没有保存")).isVisible();
            shootBoth(page, "entry-unsaved");
            page.getByText("留在这里").click();
            assertThat(answer(page)).hasValue("写到一半");

            page.locator("vaadin-side-nav-item[path='tone']").click();
            page.getByText("不保存，离开").click();
            page.waitForURL(Pattern.compile(".*/tone$"));
        }
        assertThat(answerOf(shop, "order-urge")).isNotEqualTo("写到一半");
    }

    @Test
    @Tag("long")
    void letsTheSecondOfTwoEditorsDecideFieldByField() {
        TestShop shop = api().signUp();
        try (BrowserContext first = desktop();
                BrowserContext second = desktop()) {
            Page hers = openAs(first, shop.email(), shop.password(), ENTRY);
            Page his = openAs(second, shop.email(), shop.password(), ENTRY);

            hers.locator("#similar textarea").fill("怎么还没发呀\n她加的问法");
            hers.locator("#question input").fill("她改的问题");
            save(hers);

            answer(his).fill("他改的回答。");
            // straight from the keyboard to the button: what was typed last counts too
            his.locator("#similar textarea").fill("怎么还没发呀\n他加的问法");
            his.locator("#save").click();
            assertThat(his.locator("#versus-merge")).isVisible();
            assertThat(his.locator(".versus-row")).hasCount(3);
            shootBoth(his, "entry-conflict");
            assertThat(answer(his)).hasValue("他改的回答。");

            his.locator("#versus-merge").click();
            assertThat(his.locator("#unsaved")).isHidden();
            assertThat(his.locator("#entry-heading")).hasText("她改的问题");
        }
        var entry = shop.api()
                .get("/api/v1/bots/" + shop.botId() + "/entries/order-urge")
                .json();
        assertThat(entry.get("question").asString()).isEqualTo("她改的问题");
        assertThat(entry.get("answer").asString()).isEqualTo("他改的回答。");
        assertThat(entry.get("similar").toString()).contains("她加的问法").contains("他加的问法");
        assertThat(entry.get("version").asInt()).isEqualTo(3);
    }

    @Test
    @Tag("long")
    void bringsBackWhatAnEntryWas() {
        TestShop shop = api().signUp();
        String before = answerOf(shop, "order-urge");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), ENTRY);
            answer(page).fill("改坏了。");
            save(page);
            page.locator("#history li[data-version='2'] vaadin-button").click();
            assertThat(page.locator(".version-body ins").first()).isVisible();
            shootBoth(page, "entry-version");
            page.locator("vaadin-dialog").getByText("关闭").click();
            page.locator("#history li[data-version='1'] vaadin-button").click();
            page.locator("#restore").click();
            assertThat(answer(page)).hasValue(before);
            page.locator(".toast-undo").click();
            assertThat(answer(page)).hasValue("改坏了。");

            page.locator("#delete").click();
            page.locator(".toast-undo").last().click();
            page.waitForURL(Pattern.compile(".*" + ENTRY + "$"));
            assertThat(answer(page)).hasValue("改坏了。");
        }
    }

    @Test
    @Tag("long")
    void hintsThatAnotherEntryHasTheSameQuestionAndMakesANewOne() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/knowledge/new?question=店里有猫吗");
            assertThat(page.locator("#question input")).hasValue("店里有猫吗");
            page.locator("#similar textarea").fill("快点发快点发！\n有小猫吗");
            assertThat(page.locator("#alike a").first()).hasText("怎么还没发货，能催一下吗");
            answer(page).fill("有一只橘猫。");
            assertThat(page.locator("#preview-answer")).containsText("有一只橘猫", patiently());
            shootBoth(page, "entry-new");
            page.locator("#save").click();
            page.waitForURL(Pattern.compile(".*/knowledge/e-[0-9a-f-]+$"));
            assertThat(page.locator("#history li")).hasCount(1);
        }
    }

    @Test
    @Tag("long")
    void revoicesTheSameAnswersAndKeepsTheTone() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/tone");
            shootBoth(page, "tone");
            page.locator("#preset-nin").click();
            assertThat(page.locator("#samples .said-clerk").nth(1)).containsText(Pattern.compile("^您好，"), patiently());
            assertThat(page.locator("#preset-nin")).hasAttribute("aria-pressed", "true");
            page.locator("#banned textarea").fill("发货");
            assertThat(page.locator("#banned-answers li").first()).isVisible();
            shootBoth(page, "tone-banned");
            page.locator("#greeting textarea").fill("您好，发货问题请直接说");
            assertThat(page.locator("#greeting [slot=error-message]")).containsText("禁用词", patiently());
            page.locator("#banned textarea").fill("最好");
            assertThat(page.locator("#banned-answers li")).hasCount(0);
            page.locator("#save").click();
            assertThat(page.locator("#unsaved")).isHidden();
        }
        var tone = shop.api().get("/api/v1/bots/" + shop.botId() + "/tone").json();
        assertThat(tone.at("/address/0").asString()).isEqualTo("您好");
        assertThat(tone.get("version").asInt()).isEqualTo(2);
    }

    @Test
    void publishesWhatChangedGoesBackAndTriesBoth() {
        TestShop shop = api().signUp();
        String bot = "/api/v1/bots/" + shop.botId();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/releases");
            assertThat(page.locator("#no-differences")).isVisible();
            shootBoth(page, "releases-same");

            shop.api().put(bot + "/entries/order-urge", "{\"question\": \"怎么还没发货\", \"answer\": \"今天发。\"}");
            shop.api().post(bot + "/entries", """
                    {"key": "cat", "question": "店里有猫吗", "answer": "有一只橘猫，全网第一可爱。"}""");
            page.reload();
            assertThat(page.locator("#draft-summary")).containsText("1 条问答有修改，1 条新增", patiently());
            assertThat(page.locator("#blocked a")).hasAttribute("href", "/knowledge/cat");
            page.locator(".difference-line").first().click();
            assertThat(page.locator(".difference-content ins").first()).isVisible();
            shootBoth(page, "releases-blocked");

            shop.api().put(bot + "/entries/cat", "{\"question\": \"店里有猫吗\", \"answer\": \"有一只橘猫。\"}");
            page.reload();
            page.locator("#publish").click();
            page.locator("#publish-yes").click();
            assertThat(page.locator("#publish-note")).hasAttribute("invalid", "");
            page.locator("#publish-note input").fill("有猫了");
            shootBoth(page, "releases-publish");
            page.locator("#publish-yes").click();
            assertThat(page.locator("#releases li[data-release='2'] .badge"))
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("#no-differences")).isVisible();
            shootBoth(page, "releases");

            page.locator("#releases li[data-release='2'] .release-note").click();
            page.waitForURL(Pattern.compile(".*/releases/2$"));
            assertThat(page.locator("#summary")).containsText("1 条新增", patiently());
            shootBoth(page, "release");

            page.navigate(address() + "/releases/1");
            page.locator("#roll-back").click();
            page.locator("vaadin-confirm-dialog")
                    .getByText("启用", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".view-head .badge-full")).isVisible();
        }
        assertThat(shop.api().get(bot + "/rollout").json().get("liveRelease").asInt())
                .isEqualTo(1);
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/try");
            shootBoth(page, "try-empty");
            page.locator("#compare").click();
            page.locator("#question input").fill("店里的猫能不能摸");
            page.locator("#question input").press("Enter");
            page.waitForURL(
                    Pattern.compile(".*/try\\?q=.*compare=1.*"), new WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("#kind-draft")).hasText("直接回答");
            assertThat(page.locator("#kind-1")).hasText("没听懂");
            shootBoth(page, "try-compare");

            // the address alone asks again
            page.navigate(page.url().replace("&compare=1", ""));
            assertThat(page.locator("#kind-draft")).hasText("直接回答");
            shootBoth(page, "try");
            page.locator("#go-on").click();
            assertThat(page.locator("#question input")).hasValue("");
            page.locator("#question input").fill("下午可以吗");
            page.locator("#ask").click();
            assertThat(page.locator(".result .said-shopper")).hasCount(2);

            page.navigate(address() + "/try?q=有没有会员日活动力度大不大呀");
            page.locator("#suggestions a").first().waitFor();
            shootBoth(page, "try-suggest");
            page.locator("#suggestions a").first().click();
            page.waitForURL(Pattern.compile(".*/knowledge/.*"));
            assertThat(page.locator("h1").first()).isVisible();
        }
    }

    private static Locator answer(Page page) {
        return page.locator("#answer textarea");
    }

    private static void save(Page page) {
        assertThat(page.locator("#unsaved")).isVisible();
        page.locator("#save").click();
        assertThat(page.locator("#unsaved")).isHidden();
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(20_000);
    }

    private static String answerOf(TestShop shop, String key) {
        return shop.api()
                .get("/api/v1/bots/" + shop.botId() + "/entries/" + key)
                .json()
                .get("answer")
                .asString();
    }
}

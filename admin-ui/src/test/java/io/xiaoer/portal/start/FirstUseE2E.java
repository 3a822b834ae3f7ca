package io.xiaoer.portal.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.Cookie;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.TestShop;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** From the sign-up page to a bot that staff talk to, with only what is on screen. */
class FirstUseE2E extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(FirstUseE2E.class);
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Members members;

    @Autowired
    private PasswordEncoder encoder;

    /** Counts what a person does: a click is a click, a field is filled once. */
    private static final class Hand {

        private final Page page;
        private final long start = System.nanoTime();
        private int clicks;
        private int fields;

        Hand(Page page) {
            this.page = page;
        }

        void click(String selector) {
            click(page.locator(selector));
        }

        void click(Locator target) {
            target.click();
            clicks++;
        }

        void fill(String selector, String text) {
            page.locator(selector).fill(text);
            fields++;
        }

        void next(String step) {
            click("#start-next");
            await(page, step);
        }

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void await(Page page, String step) {
        page.waitForURL(Pattern.compile(".*/start/" + step + "([?#].*)?$"));
        assertThat(page.locator("a[aria-current=step][href*='" + step + "']")).isVisible(patiently());
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static String email() {
        return "owner-" + UUID.randomUUID() + "@shop.example";
    }

    private static void signUp(Hand hand, String email) {
        hand.fill("#shop-name input", "花间美妆");
        hand.fill("#email input", email);
        hand.fill("#password input", PASSWORD);
        hand.click(hand.page.locator("#template").getByText("美妆").first());
        hand.click("#submit");
        await(hand.page, "solve");
    }

    @Test
    void leadsFromSignUpToStaffThatHearARightAnswer() {
        String staffLink;
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, "/signup");
            Hand hand = new Hand(page);
            signUp(hand, email());
            assertThat(page.locator("#solve-summary")).containsText("92");

            hand.next("connect");
            hand.click(page.locator("#ways").getByText("API 对接"));
            assertThat(page.locator("#fresh-secret")).isVisible();
            hand.next("voice");
            hand.click(page.locator("#presets").getByText("宝子", new Locator.GetByTextOptions().setExact(true)));
            assertThat(page.locator("#voice-preview .start-bubble-clerk").nth(1))
                    .containsText("宝子，");
            hand.next("rules");
            hand.click("#rule-return .start-rule-confirm");
            assertThat(page.locator("#rules-count")).hasText("12 条里已核对 1 条");
            hand.next("try");
            hand.click(page.locator("#try-rest"));
            assertThat(page.locator("#try-count")).hasText("10 个里有 10 个答得对");
            hand.next("staff");
            hand.click("#publish");
            Locator way = page.locator("#try-as-staff");
            assertThat(way).isVisible(patiently());
            Page chat = desktop.waitForPage(() -> hand.click(way));
            chat.setDefaultTimeout(PATIENCE_MILLIS);
            assertThat(ask(chat, "怎么还没发货呀")).startsWith("宝子，").contains("发货");
            LOG.warn(
                    "First use: {} clicks, {} fields, {} seconds",
                    hand.clicks,
                    hand.fields,
                    String.format("%.1f", hand.seconds()));
            staffLink = (String) way.evaluate("link => link.href");

            hand.click("#start-next");
            assertThat(page.locator("#stage")).isVisible(patiently());
        }
        // a colleague, in another browser
        try (BrowserContext phone = phone()) {
            Page chat = open(phone, staffLink);
            assertThat(ask(chat, "过敏了能退吗")).startsWith("宝子，").contains("过敏");
        }
    }

    @Test
    @Tag("long")
    void fitsAPhoneFromTheFirstPageToTheLast() {
        try (BrowserContext phone = phone()) {
            Page page = open(phone, "/signup");
            page.locator("#submit").waitFor();
            shootStep(page, "first-use-0-signup");
            signUp(new Hand(page), email());
            shootStep(page, "first-use-1-solve");
            Hand hand = new Hand(page);
            hand.next("connect");
            hand.click(page.locator("#ways").getByText("API 对接"));
            assertThat(page.locator("#fresh-secret")).isVisible();
            shootStep(page, "first-use-2-connect");
            hand.next("voice");
            shootStep(page, "first-use-3-voice");
            hand.next("rules");
            hand.click("#rule-shipping-fee .start-edit >> nth=0");
            assertThat(page.locator("#rule-shipping-fee textarea")).isVisible();
            shootStep(page, "first-use-4-rules");
            hand.next("try");
            assertThat(page.locator("#asked-shipping-fee")).isVisible(patiently());
            hand.click("#asked-shipping-fee .start-mend");
            shootStep(page, "first-use-5-try");
            hand.next("staff");
            assertThat(page.locator("#try-as-staff")).isVisible(patiently());
            shootStep(page, "first-use-6-staff");
        }
    }

    private static void shootStep(Page page, String name) {
        shootBoth(page, name);
        page.setViewportSize(390, 844);
    }

    @Test
    @Tag("long")
    void goesOnWhereItWasLeftAfterLoggingOut() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/start");
            await(page, "solve");
            Hand hand = new Hand(page);
            hand.next("connect");
            hand.click(page.locator("#ways").getByText("API 对接"));
            // the secret of an earlier session is not to be had
            assertThat(page.locator("#connect-next")).containsText("不会再次显示");
            assertThat(page.locator("#fresh-secret")).hasCount(0);
            hand.click("#start-skip");
            await(page, "voice");

            page.locator("#account-menu").click();
            page.locator("#log-out").click();
            page.waitForURL("**/login**");
            logIn(page, shop.email(), shop.password());
            assertThat(page.locator("vaadin-app-layout")).isVisible(patiently());
            page.navigate(address() + "/start");
            await(page, "voice");
            assertThat(page.locator("#start-left")).containsText("还剩 5 步");
            page.locator(".start-strip a[href*=connect]").click();
            await(page, "connect");
            assertThat(page.locator("#ways vaadin-radio-button[checked]")).containsText("API 对接");
        }
    }

    @Test
    @Tag("long")
    void switchesATopicOffAndOnAgain() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/start/solve");
            page.locator("#topic-products").click();
            assertThat(page.locator("#solve-summary")).containsText("61");
            page.reload();
            assertThat(page.locator("#solve-summary")).containsText("61");
            page.locator("#topic-products").click();
            assertThat(page.locator("#solve-summary")).containsText("92");
        }
    }

    @Test
    @Tag("long")
    void mendsAnAnswerOnTheSpotAndTeachesANewOne() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/start/try");
            Locator asked = page.locator("#asked-shipping-fee");
            assertThat(asked).isVisible(patiently());
            asked.locator(".start-mend").click();
            asked.locator("textarea").fill("满 88 元就包邮。");
            asked.locator(".start-form-save").click();
            assertThat(asked.locator(".start-bubble-clerk")).containsText("满 88 元就包邮", slowly());
            assertThat(page.locator("#try-count")).hasText("10 个里有 1 个答得对");

            asked.locator(".start-mend").click();
            asked.locator("textarea").fill("{{ no such thing");
            asked.locator(".start-form-save").click();
            assertThat(asked.locator("vaadin-text-area[invalid]")).isVisible();

            page.locator("#try-own input").fill("你们老板是做什么的");
            page.locator("#try-ask").click();
            Locator own = page.locator("#try-free .start-try");
            assertThat(own).isVisible(patiently());
            own.locator(".start-mend").click();
            own.locator("textarea").fill("老板以前是配方师，现在自己开店。");
            own.locator(".start-form-save").click();
            assertThat(own.locator(".start-bubble-clerk")).containsText("配方师", slowly());
            assertThat(own.locator(".start-yes")).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    @Tag("long")
    void correctsARuleBeforeAnythingWrongIsSaid() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/start/rules");
            Locator rule = page.locator("#rule-dispatch");
            assertThat(rule.locator(".start-rule-text")).containsText("付款后 48 小时内发货");
            assertThat(rule.locator(".start-rule-change")).hasAttribute("href", "/rules/dispatch/default");
            rule.locator(".start-edit").click();
            rule.locator("textarea").fill("付款后 24 小时内发货。");
            rule.locator(".start-form-save").click();
            assertThat(rule.locator(".start-bubble-clerk")).containsText("付款后 24 小时内发货");
            assertThat(page.locator("#rules-count")).hasText("12 条里已核对 1 条");
        }
    }

    @Test
    @Tag("long")
    void saysThatSomeoneElseHasChosenMeanwhile() {
        TestShop shop = api().signUp();
        try (BrowserContext mine = desktop();
                BrowserContext theirs = desktop()) {
            Page me = openAs(mine, shop.email(), shop.password(), "/start/connect");
            Page they = openAs(theirs, shop.email(), shop.password(), "/start/connect");
            they.locator("#ways").getByText("API 对接").click();
            assertThat(they.locator("#connect-next")).isVisible();
            me.locator("#ways")
                    .getByText("嵌入", new Locator.GetByTextOptions().setExact(true))
                    .click();
            me.getByText("查看最新内容").click();
            assertThat(me.locator("#ways vaadin-radio-button[checked]")).containsText("API 对接");
        }
    }

    @Test
    @Tag("long")
    void showsAViewerAFriendlyPageInstead() {
        TestShop shop = api().signUp();
        String email = "viewer-" + UUID.randomUUID() + "@shop.example";
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        String hash = Objects.requireNonNull(encoder.encode(PASSWORD));
        TenantScope.run(
                new TenantId(Ids.parse(shop.tenantId()).orElseThrow()),
                owner,
                () -> members.add(email, hash, Role.VIEWER));
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, email, PASSWORD, "/");
            page.navigate(address() + "/start/solve");
            assertThat(page.getByText("您的角色不能打开这个页面")).isVisible(patiently());
            assertThat(page.locator("#start-next")).hasCount(0);
            page.navigate(address() + "/");
            assertThat(page.locator("#stage")).isVisible(patiently());
            assertThat(page.locator("#checklist")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void keepsWhatWasTypedWhenTheSignUpIsRefused() {
        TestShop taken = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, "/signup");
            page.locator("#shop-name input").fill("花间美妆");
            page.locator("#email input").fill(taken.email());
            page.locator("#template").getByText("美妆").first().click();
            page.locator("#password input").fill("short");
            page.locator("#submit").click();
            assertThat(page.locator("#password[invalid]")).isVisible(patiently());
            assertThat(page.locator("#shop-name input")).hasValue("花间美妆");
            assertThat(page.locator("#email input")).hasValue(taken.email());
            shoot(page, "signup-refused");

            page.locator("#password input").fill(PASSWORD);
            page.locator("#submit").click();
            assertThat(page.locator("#email[invalid]")).isVisible(patiently());
            assertThat(page.locator("#password input")).hasValue(PASSWORD);
            page.locator("#email input").fill(email());
            page.locator("#submit").click();
            await(page, "solve");
        }
    }

    @Test
    @Tag("long")
    void logsInAsAnyLoginDoesAndOnlyOnce() {
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, "/signup");
            page.locator("#submit").waitFor();
            String before = session(desktop);
            signUp(new Hand(page), email());
            assertThat(session(desktop)).isNotEqualTo(before);

            page.locator("#account-menu").click();
            page.locator("#log-out").click();
            page.waitForURL("**/login**");
            page.navigate(address() + "/login/enter");
            page.waitForURL("**/login**");
        }
        try (BrowserContext stranger = desktop()) {
            Page page = open(stranger, "/login/enter");
            page.waitForURL("**/login**");
        }
    }

    @Test
    @Tag("long")
    void remindsOfWhatIsLeftUntilItIsDoneOrUnwanted() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/");
            Locator list = page.locator("#checklist");
            assertThat(list).containsText("已完成 1 / 7");
            shootBoth(page, "checklist");
            page.locator("#checklist-go-on").click();
            await(page, "solve");
            page.locator("#start-next").click();
            await(page, "connect");
            page.navigate(address() + "/");
            assertThat(list).containsText("已完成 2 / 7");
            page.locator("#checklist-hide").click();
            assertThat(list).isHidden();
            page.getByText("撤销").click();
            assertThat(list).isVisible();
        }
    }

    private static ContainsTextOptions slowly() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static String session(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** Says something in the chat, and gives what the bot says to it. */
    private static String ask(Page page, String text) {
        Locator said = page.locator("#log .message-clerk .bubble");
        said.first().waitFor();
        int before = said.count();
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        assertThat(said).hasCount(before + 1, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
        return (String) said.last().evaluate("bubble => bubble.lastChild.textContent");
    }
}

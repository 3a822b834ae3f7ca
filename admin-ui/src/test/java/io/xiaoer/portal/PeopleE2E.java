package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.TestShop;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A team grows and changes, and nobody is locked out: in real browsers, several at once. */
@Tag("long")
class PeopleE2E extends BrowserTest {

    private static final String PASSWORD = "another horse battery";

    @Autowired
    private Members members;

    @Autowired
    private PasswordEncoder encoder;

    private final String guest = "guest-" + UUID.randomUUID() + "@shop.example";

    @Test
    void invitesAnEditorWhoEditsUntilDemoted() {
        TestShop shop = api().signUp();
        try (BrowserContext first = desktop();
                BrowserContext second = desktop()) {
            Page owner = openAs(first, shop.email(), shop.password(), "/members");
            shootBoth(owner, "members");
            owner.locator("#invite").click();
            owner.locator("#invite-email input").fill("nobody");
            owner.locator("#invite-yes").click();
            assertThat(owner.locator("#invite-email")).hasAttribute("invalid", "");
            shootBoth(owner, "members-invite");
            owner.locator("#invite-email input").fill(guest);
            owner.locator("#invite-yes").click();
            assertThat(owner.locator("#invite-link")).isVisible();
            assertThat(owner.locator("#invite-link .copyable-value")).containsText(address() + "/invite/");
            shootBoth(owner, "members-link");
            owner.navigate(address() + "/members");
            assertThat(owner.locator("#invitations li")).hasCount(1);
            shootBoth(owner, "members-invited");

            Page editor = open(second, letterTo(owner, guest));
            assertThat(editor.locator("h2")).containsText("测试美妆店");
            shootBoth(editor, "invite");
            editor.locator("#name input").fill("小李");
            editor.locator("#password input").fill("short");
            editor.locator("#submit").click();
            assertThat(editor.locator("#password")).hasAttribute("invalid", "");
            editor.locator("#password input").fill(PASSWORD);
            editor.locator("#submit").click();
            assertThat(editor.locator("vaadin-app-layout")).isVisible(patiently());

            editor.navigate(address() + "/knowledge/order-urge");
            editor.locator("#answer textarea").fill("小李改的回答。");
            editor.locator("#save").click();
            assertThat(editor.locator("#history li").first()).containsText("第 2 版", containsPatiently());
            // anew, so that nothing that is still on its way asks in the click's place
            editor.navigate(address() + "/knowledge/order-urge");
            assertThat(editor.locator("#history li").first()).containsText("第 2 版", containsPatiently());

            owner.navigate(address() + "/members");
            assertThat(owner.locator("#team li")).hasCount(2);
            assertThat(owner.locator("#invitations")).hasCount(0);
            owner.locator("#team li[data-email='" + guest + "'] vaadin-select").click();
            owner.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("只读"))
                    .click();
            assertThat(owner.getByText("下一次点击就生效").first()).isVisible();
            shootBoth(owner, "members-demoted");

            assertThat(editor.locator("#save")).isVisible();
            editor.locator("#save").click();
            assertThat(editor.locator("#save")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
            editor.navigate(address() + "/knowledge/new");
            assertThat(editor.getByText("您的角色不能打开这个页面")).isVisible();
            editor.navigate(address() + "/members");
            assertThat(editor.locator("#team li")).hasCount(2);
            assertThat(editor.locator("#invite")).hasCount(0);
            assertThat(editor.locator("#team vaadin-select")).hasCount(0);
            shootBoth(editor, "members-viewer");

            owner.locator("#team li[data-email='" + guest + "'] .people-remove").click();
            owner.locator("vaadin-confirm-dialog").getByText("移除", exactly()).click();
            assertThat(owner.locator("#team li")).hasCount(1);
            editor.locator("vaadin-side-nav-item[path='knowledge']").click();
            editor.waitForURL(Pattern.compile(".*/login.*"));
        }
        assertThat(shop.api()
                        .get("/api/v1/bots/" + shop.botId() + "/entries/order-urge")
                        .json()
                        .get("answer")
                        .asString())
                .isEqualTo("小李改的回答。");
    }

    @Test
    void setsANewPasswordForWhoForgotItAndLogsOutTheRest() {
        TestShop shop = api().signUp();
        try (BrowserContext first = desktop();
                BrowserContext second = phone()) {
            Page owner = openAs(first, shop.email(), shop.password(), "/");
            Page forgetful = open(second, "/login");
            forgetful.locator("vaadin-button[slot=forgot-password]").click();
            forgetful.waitForURL(Pattern.compile(".*/forgot$"));
            shootBoth(forgetful, "forgot");
            forgetful.locator("#email input").fill(shop.email());
            forgetful.locator("#submit").click();
            assertThat(forgetful.locator("#asked")).containsText(shop.email());
            shootBoth(forgetful, "forgot-asked");

            String link = letterTo(owner, shop.email());
            shootBoth(owner, "outbox");
            forgetful.navigate(address() + link);
            shootBoth(forgetful, "reset");
            forgetful.locator("#password input").fill(PASSWORD);
            forgetful.locator("#submit").click();
            forgetful.locator("#log-in").click();
            logIn(forgetful, shop.email(), PASSWORD);
            assertThat(forgetful.locator("vaadin-app-layout")).isVisible(patiently());

            owner.navigate(address() + "/members");
            owner.waitForURL(Pattern.compile(".*/login.*"));
            Page again = open(first, link);
            assertThat(again.locator("#link-ended")).hasAttribute("data-why", "used");
            shootBoth(again, "reset-used");
        }
    }

    @Test
    void answersTheSameForAnAddressWithoutAnAccount() {
        try (BrowserContext desktop = desktop()) {
            Page page = open(desktop, "/forgot");
            page.locator("#email input").fill(guest);
            page.locator("#submit").click();
            assertThat(page.locator("#asked")).containsText(guest);
            page.navigate(address() + "/reset/no-such-token");
            assertThat(page.locator("#link-ended")).hasAttribute("data-why", "unknown");
            page.navigate(address() + "/invite/no-such-token");
            assertThat(page.locator("#link-ended")).hasAttribute("data-why", "unknown");
            shootBoth(page, "invite-unknown");
            page.navigate(address() + "/outbox");
            page.locator("#outbox-key input").fill("guess");
            page.locator("#outbox-open").click();
            assertThat(page.locator("#outbox-key")).hasAttribute("invalid", "");
            shootBoth(page, "outbox-key");
        }
    }

    @Test
    void endsTheOtherDevicesAndChangesThePassword() {
        TestShop shop = api().signUp();
        try (BrowserContext first = desktop();
                BrowserContext second = phone()) {
            Page here = openAs(first, shop.email(), shop.password(), "/account");
            Page there = openAs(second, shop.email(), shop.password(), "/");
            here.navigate(address() + "/account");
            assertThat(here.locator("#sessions li")).hasCount(2);
            shootBoth(here, "account");
            here.locator("#sessions vaadin-button").click();
            assertThat(here.locator("#sessions li")).hasCount(1);
            there.navigate(address() + "/members");
            there.waitForURL(Pattern.compile(".*/login.*"));

            here.locator("#current-password input").fill("wrong");
            here.locator("#new-password input").fill(PASSWORD);
            here.locator("#change-password").click();
            assertThat(here.locator("#current-password")).hasAttribute("invalid", "");
            here.locator("#current-password input").fill(shop.password());
            here.locator("#change-password").click();
            assertThat(here.getByText("密码已修改").first()).isVisible();
            logIn(there, shop.email(), PASSWORD);
            assertThat(there.locator("vaadin-app-layout")).isVisible(patiently());
        }
    }

    @Test
    void showsAViewerWhoTypesAnEditorsAddressThatItIsNotTheirs() {
        TestShop shop = api().signUp();
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        TenantScope.run(
                new TenantId(UUID.fromString(shop.tenantId())),
                owner,
                () -> members.add(guest, encoder.encode(PASSWORD), Role.VIEWER));
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, guest, PASSWORD, "/");
            for (String path : new String[] {"/knowledge/new", "/start", "/audit"}) {
                page.navigate(address() + path);
                assertThat(page.getByText("您的角色不能打开这个页面")).isVisible();
            }
            shootBoth(page, "no-access");
            page.navigate(address() + "/outbox");
            assertThat(page.locator("#outbox-key")).isVisible();
        }
    }

    /** The path of the link in the newest letter to someone, as the owner reads it in the outbox. */
    private String letterTo(Page owner, String email) {
        String letter = "article[data-to='" + email + "'] a";
        owner.navigate(address() + "/outbox");
        assertThat(owner.locator("h1")).isVisible(patiently());
        for (int i = 0; i < 20 && owner.locator(letter).count() == 0; i++) {
            owner.navigate(address() + "/outbox");
            assertThat(owner.locator("h1")).isVisible(patiently());
        }
        return URI.create(owner.locator(letter).first().getAttribute("href")).getPath();
    }

    private static GetByTextOptions exactly() {
        return new GetByTextOptions().setExact(true);
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static ContainsTextOptions containsPatiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

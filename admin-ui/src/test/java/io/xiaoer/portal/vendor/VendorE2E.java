package io.xiaoer.portal.vendor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationHistoryImport;
import io.xiaoer.conversations.ConversationHistoryImport.PastConversation;
import io.xiaoer.conversations.ConversationHistoryImport.PastMessage;
import io.xiaoer.operations.ShopFigures;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Invitations;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Vendor staff and a shop's owner side by side: what each sees, and what a suspension does to the other. */
class VendorE2E extends BrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int DAYS = 20;

    @Autowired
    private ConversationHistoryImport history;

    @Autowired
    private ShopFigures figures;

    @Autowired
    private Invitations invitations;

    private final String name = "停用试验店" + UUID.randomUUID().toString().substring(0, 8);
    private final String owner = "owner-" + UUID.randomUUID() + "@shop.example";
    private String widgetKey;
    private TenantId tenant;

    @BeforeEach
    void openShopWithAPast() {
        Answer answer = api().post("/api/v1/signup", """
                {"shopName": "%s", "email": "%s", "password": "%s", "template": "beauty", "locale": "zh-CN"}
                """.formatted(name, owner, PASSWORD));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode shop = answer.json();
        widgetKey = shop.get("widgetKey").asString();
        tenant = new TenantId(UUID.fromString(shop.get("tenantId").asString()));
        BotId bot = new BotId(UUID.fromString(shop.get("botId").asString()));
        Instant now = Instant.now();
        List<PastConversation> past = IntStream.range(0, DAYS)
                .mapToObj(day -> new PastConversation(
                        ShopperRef.visitor("v-" + day),
                        null,
                        List.of(new PastMessage(
                                now.minus(Duration.ofDays(DAYS - day)), "过敏了能退吗", 1, 20_000 + day * 1_000))))
                .toList();
        TenantScope.run(tenant, Actor.platform(), () -> {
            history.add(bot, past);
            figures.count();
        });
    }

    @Test
    @Tag("long")
    void anOperatorSuspendsAShopAndLetsItGoOn() {
        try (BrowserContext vendor = desktop();
                BrowserContext shop = desktop();
                BrowserContext phone = phone()) {
            String invitation = TenantScope.call(
                            tenant,
                            Actor.platform(),
                            () -> invitations.invite("guest-" + UUID.randomUUID() + "@shop.example", Role.EDITOR))
                    .token();
            Page owners = openAs(shop, owner, PASSWORD, "/knowledge");
            Page shoppers = open(phone, "/chat/" + widgetKey);
            assertThat(shoppers.locator("#log .message-clerk .bubble").first()).isVisible(patiently());

            Page console = openAs(vendor, OPERATOR, OPERATOR_PASSWORD, "/");
            console.waitForURL("**/vendor");
            console.locator("#search input").fill(name);
            Locator found = console.locator("#shops a.vendor-name:visible");
            assertThat(found).hasCount(1, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(found).hasText(name);
            assertThat(console.locator("#total-shops")).isVisible();
            shootBoth(console, "vendor");
            sortsByEveryColumn(console);

            found.click();
            console.waitForURL("**/vendor/shops/*");
            assertThat(console.locator("#trend-conversations x-chart")).isVisible(patiently());
            for (String trend : new String[] {"conversations", "unknownShare", "p95Millis", "errors"}) {
                assertThat(console.locator("#trend-" + trend + " tbody tr")).hasCount(30);
            }
            assertThat(console.locator("#trend-conversations")).containsText("30 天：20");
            shootBoth(console, "vendor-shop");

            suspend(console);
            shootBoth(console, "vendor-shop-suspended");

            owners.locator("#search input").fill("过敏");
            Locator page = owners.locator("#suspended");
            assertThat(page).isVisible(patiently());
            assertThat(page).containsText(name);
            assertThat(page.locator("#suspended-category")).hasText("欠费");
            assertThat(page.locator("#suspended-reason")).hasText("连续三个月没有付费");
            assertThat(page.locator("#suspended-contact")).containsText("400-000-0000");
            for (String path : new String[] {"/", "/audit", "/start", "/releases"}) {
                owners.navigate(address() + path);
                assertThat(owners.locator("#suspended")).isVisible(patiently());
                assertThat(owners.locator("vaadin-app-layout")).hasCount(0);
            }
            shootBoth(owners, "suspended");

            shoppers.navigate(address() + "/invite/" + invitation);
            assertThat(shoppers.locator("#link-ended")).hasAttribute("data-why", "suspended");
            shootBoth(shoppers, "invite-suspended");
            shoppers.navigate(address() + "/chat/" + widgetKey);
            assertThat(shoppers.locator("#page-title")).hasText("小二正在休息");
            shoot(shoppers, "chat-resting");

            console.locator("#resume").click();
            answer(console, "已经付清");
            assertThat(console.locator("#suspended-note")).hasCount(0);
            assertThat(console.locator("#suspensions li")).hasCount(2);
            owners.locator("#look-again").click();
            assertThat(owners.locator("h1").getByText(name)).isVisible(patiently());
            shoppers.locator("#page-action").click();
            assertThat(shoppers.locator("#log .message-clerk .bubble").first()).isVisible(patiently());

            owners.navigate(address() + "/audit");
            Locator line = owners.locator("#audit-lines li[data-action='shop.suspended']");
            line.locator("vaadin-details-summary").click();
            assertThat(line).containsText("类别", toContain());
            assertThat(line).containsText("欠费");
            shootBoth(owners, "audit-suspended");
        }
    }

    @Test
    void keepsEachToTheirOwnRooms() {
        try (BrowserContext vendor = desktop();
                BrowserContext shop = desktop()) {
            Page owners = openAs(shop, owner, PASSWORD, "/");
            for (String path : new String[] {"/vendor", "/vendor/shops/" + UUID.randomUUID()}) {
                owners.navigate(address() + path);
                assertThat(owners.locator(".notice")).containsText("您的角色不能打开这个页面", toContain());
            }
            Page console = openAs(vendor, OPERATOR, OPERATOR_PASSWORD, "/vendor");
            for (String path : new String[] {
                "/knowledge", "/knowledge/order-urge", "/audit", "/try", "/start", "/start/solve", "/suspended"
            }) {
                console.navigate(address() + path);
                assertThat(console.locator(".notice")).containsText("只对店铺成员开放", toContain());
            }
            assertThat(console.locator("vaadin-side-nav-item")).hasCount(2);
            console.navigate(address() + "/vendor/shops/" + UUID.randomUUID());
            assertThat(console.locator(".notice")).containsText("没有找到", toContain());
        }
    }

    private void suspend(Page console) {
        console.locator("#suspend").click();
        console.locator("#change-reason textarea").fill("连续三个月没有付费");
        console.locator("#change-name input").fill("别家店");
        console.locator("#confirm-change").click();
        assertThat(console.locator("#change-name [slot=error-message]")).containsText("和店铺名不一致", toContain());
        assertThat(console.locator("#suspended-note")).hasCount(0);
        shoot(console, "vendor-dialog");
        console.locator("#change-name input").fill(name);
        console.locator("#confirm-change").click();
        assertThat(console.locator("#suspended-note")).containsText("欠费", toContain());
        assertThat(console.locator("#suspensions")).containsText("连续三个月没有付费");
        assertThat(console.locator("#suspensions")).containsText(OPERATOR);
    }

    private void answer(Page console, String reason) {
        console.locator("#change-reason textarea").fill(reason);
        console.locator("#change-name input").fill(name);
        console.locator("#confirm-change").click();
        assertThat(console.locator("#suspensions")).containsText(reason, toContain());
    }

    private static void sortsByEveryColumn(Page console) {
        Locator sorters = console.locator("#shops vaadin-grid-sorter");
        assertThat(sorters).hasCount(10);
        for (int i = 0; i < sorters.count(); i++) {
            sorters.nth(i).evaluate("sorter => sorter.click()");
            assertThat(sorters.nth(i)).hasAttribute("direction", "asc");
            assertThat(console.locator("#shops a.vendor-name:visible")).hasCount(1);
        }
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static ContainsTextOptions toContain() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

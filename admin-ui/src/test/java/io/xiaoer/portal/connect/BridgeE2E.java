package io.xiaoer.portal.connect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.platforms.PlatformSimulator.Telling;
import io.xiaoer.testing.platforms.PlatformSimulator.Trouble;
import io.xiaoer.testing.platforms.YouzanSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner connects a shop on Youzan in a real browser, watches it being read, asks for a notice to be read again, and leaves. */
@Tag("long")
class BridgeE2E extends BrowserTest {

    private static final String PATH = "/data/bridge/youzan";

    private final YouzanSimulator youzan = YouzanSimulator.running();

    @Test
    void connectsWatchesReadsAgainAndLeaves() {
        TestShop shop = api().signUp();
        String account = youzan.openShop(Clock.systemUTC());
        youzan.sell(account, 900);
        youzan.atThePage(account, address() + PATH);
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/data");
            assertThat(page.locator("#bridges")).containsText("有赞");
            assertThat(page.locator("#bridges")).containsText("未接入");
            page.locator("#to-youzan").click();
            assertThat(page.locator("#bridge-start")).containsText("用店主账号登录有赞");
            shootBoth(page, "bridge-start");

            page.locator("#bridge-agree").click();
            page.locator("#agree").click();
            assertThat(page.locator("#bridge-progress")).isVisible(patiently());
            page.waitForURL(url -> !url.contains("code="));
            shootBoth(page, "bridge-reading");
            assertThat(page.locator("#bridge-far"))
                    .containsText("数据已是最新", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("#bridge-progress")).containsText(account);
            assertThat(page.locator("#bridge-health")).containsText("正常");

            youzan.change(account);
            for (Telling telling : youzan.tellings(account)) {
                post(telling);
            }
            page.reload();
            assertThat(page.locator("#bridge-events li")).hasCount(1);
            assertThat(page.locator("#bridge-events li")).containsText("等待处理");
            page.locator("#bridge-events .connect-replay").click();
            assertThat(page.getByText("已安排，马上再读一次")).isVisible();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> shop.api()
                            .get("/api/v1/connectors/bridges/youzan/events")
                            .json()
                            .at("/items/0/state")
                            .asString()
                            .equals("applied"));
            page.reload();
            assertThat(page.locator("#bridge-events li")).containsText("已更新", within());
            shootBoth(page, "bridge-connected");

            youzan.trouble(account, Trouble.DOWN, true);
            page.locator("#bridge-again").click();
            assertThat(page.locator("#bridge-waits")).isVisible(patiently());
            assertThat(page.locator("#bridge-waits")).containsText("平台没有回应");
            shootBoth(page, "bridge-down");
            youzan.trouble(account, Trouble.DOWN, false);

            page.locator("#bridge-leave").click();
            assertThat(page.locator("vaadin-dialog[opened]")).containsText("断开后，小二立刻忘掉授权");
            shootBoth(page, "bridge-leave");
            page.locator("#remove-data vaadin-radio-button").last().click();
            page.locator("#leave-yes").click();
            assertThat(page.locator("#bridge-start")).isVisible(patiently());
            assertThat(shop.api()
                            .get("/api/v1/connectors/bridges/youzan")
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("none");
        }
    }

    @Test
    void whoComesStraightFromThePlatformIsAskedFirstAndAUsedCodeIsExplained() {
        TestShop shop = api().signUp();
        String account = youzan.openShop(Clock.systemUTC());
        String code = youzan.code(account);
        String message = youzan.message(account, "小明的店");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), PATH + "?code=" + code + "&message=" + message);
            assertThat(page.locator("#bridge-confirm")).containsText("要把有赞店铺接到小二吗");
            shootBoth(page, "bridge-confirm");
            page.locator("#bridge-confirm-yes").click();
            assertThat(page.locator("#bridge-progress")).containsText("小明的店", within());

            TestShop other = api().signUp();
            try (BrowserContext elsewhere = desktop()) {
                Page thief = openAs(elsewhere, other.email(), other.password(), PATH + "?code=" + code);
                thief.locator("#bridge-confirm-yes").click();
                assertThat(thief.getByText("平台不认这次授权")).isVisible(patiently());
                assertThat(thief.locator("#bridge-start")).isVisible(patiently());
            }

            youzan.revoke(account);
            page.locator("#bridge-again").click();
            assertThat(page.locator("#bridge-lost")).containsText("重新授权", within());
            shootBoth(page, "bridge-lost");
        }
    }

    private void post(Telling telling) {
        List<String> headers = new ArrayList<>();
        telling.headers().forEach((name, value) -> headers.addAll(List.of(name, value)));
        Api.Answer answer = api().with(headers.toArray(String[]::new)).post(telling.path(), telling.body());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static ContainsTextOptions within() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

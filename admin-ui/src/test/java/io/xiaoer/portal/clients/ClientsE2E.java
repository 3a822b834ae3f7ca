package io.xiaoer.portal.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner's API clients in a real browser; whether secrets work is asked at the token endpoint. */
@Tag("long")
class ClientsE2E extends BrowserTest {

    @Test
    void makesAClientShowsItsSecretOnceReplacesItAndTakesItAway() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/clients");
            assertThat(page.locator(".client")).hasCount(1);
            page.locator("#create-client").click();
            page.locator("#create-yes").click();
            assertThat(page.locator("#client-name [slot=error-message]")).containsText("请填写名称");
            assertThat(page.locator("#client-scopes > [slot=error-message]")).containsText("至少选一项");
            page.locator("#client-name input").fill("订单同步");
            page.locator("#client-scopes vaadin-checkbox").nth(1).click();
            shootBoth(page, "client-new");
            page.locator("#create-yes").click();
            String first = secret(page);
            assertThat(page.locator(".client-secret")).containsText("/oauth2/token");
            page.keyboard().press("Escape");
            assertThat(page.locator(".client-secret")).isVisible();
            shootBoth(page, "client-secret");
            page.locator("#secret-done").click();
            assertThat(page.getByText(first)).hasCount(0);

            Locator card = page.locator(".client").nth(1);
            assertThat(card).containsText("订单同步");
            assertThat(card).containsText("还没用过");
            String clientId = card.getAttribute("data-client");
            assertThat(status(clientId, first)).isEqualTo(200);

            card.locator(".client-rotate").click();
            shootBoth(page, "client-rotate");
            page.locator("#rotate-yes").click();
            String second = secret(page);
            assertThat(second).isNotEqualTo(first);
            page.locator("#secret-done").click();
            assertThat(card.locator(".client-old")).containsText("更换之后没有系统再用过它");
            assertThat(status(clientId, first)).isEqualTo(200);
            assertThat(status(clientId, second)).isEqualTo(200);
            page.reload();
            assertThat(card.locator(".client-old")).containsText("刚刚");
            shootBoth(page, "clients");

            card.locator(".client-end-old").click();
            page.getByText("停用", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(card.locator(".client-old")).hasCount(0);
            assertThat(status(clientId, first)).isEqualTo(401);

            card.locator(".client-remove").click();
            assertThat(page.getByText("删除接口账号“订单同步”？")).isVisible();
            shootBoth(page, "client-remove");
            page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator(".client")).hasCount(1);
            assertThat(status(clientId, second)).isEqualTo(401);

            page.navigate(address() + "/audit");
            assertThat(page.locator("#audit-lines li").first()).containsText("删除接口账号");
        }
    }

    private int status(String clientId, String secret) {
        return api().requestToken(clientId, secret, null).status();
    }

    private static String secret(Page page) {
        assertThat(page.locator(".client-secret")).isVisible();
        return page.locator(".client-secret .copyable-value").nth(1).textContent();
    }
}

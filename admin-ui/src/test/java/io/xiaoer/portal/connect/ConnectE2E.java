package io.xiaoer.portal.connect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.ShopSystem;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connecting a shop's own system in a real browser; the system is a real server, well and badly behaved. */
@Tag("long")
class ConnectE2E extends BrowserTest {

    private static final String ORDER = """
            {"items": [
              {"kind": "customers", "id": "c-88", "updatedAt": "2026-11-20T08:00:00+08:00",
               "data": {"name": "林晓", "phone": "13800138000"}},
              {"kind": "orders", "id": "1001", "updatedAt": "2026-11-20T08:00:00+08:00", "data": {
               "customerId": "c-88", "status": "shipped", "placedAt": "2026-11-01T08:00:00+08:00",
               "lines": [{"sku": "s", "name": "保湿面霜", "quantity": 1, "price": "129.00"}]}}]}""";

    private final ShopSystem system = ShopSystem.running();

    @Test
    void connectsALookupTriesItAndSaysWhatToDoWhenItFails() {
        TestShop shop = api().signUp();
        String address = system.at(ShopSystem.json(ORDER));
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/data");
            assertThat(page.locator("#health")).containsText("还没有收到任何数据");
            shootBoth(page, "connect-empty");

            page.locator("#make-secret").click();
            assertThat(page.locator(".connect-once")).isVisible();
            String secret = page.locator(".connect-once .copyable-value").textContent();
            assertThat(secret).startsWith("whsec_");
            shootBoth(page, "connect-secret");
            page.locator("#secret-done").click();
            assertThat(page.getByText(secret)).hasCount(0);
            assertThat(page.locator("#webhook")).containsText("/hooks/v1/e_");

            page.locator("#lookup-url input").fill("https://192.168.1.10/lookup");
            page.locator("#save-lookup").click();
            assertThat(page.locator("#lookup-url [slot=error-message]")).containsText("内网地址不能用");
            page.locator("#lookup-url input").fill(address);
            page.locator("#save-lookup").click();
            assertThat(page.getByText("查询设置已保存")).isVisible();

            page.locator("#test-lookup").click();
            assertThat(page.locator("#test-customer [slot=error-message]")).containsText("请填写顾客编号");
            page.locator("#test-customer input").fill("c-88");
            page.locator("#test-lookup").click();
            Locator result = page.locator("#test-result");
            assertThat(result).containsText("收到 2 条，用时");
            assertThat(result).containsText("订单 1001");
            result.locator("details").first().locator("summary").click();
            assertThat(result).containsText("138****00");
            assertThat(page.getByText("13800138000")).hasCount(0);
            shootBoth(page, "connect-arrived");

            system.change(address, ShopSystem.status(500, "text/plain", "boom"));
            page.locator("#test-lookup").click();
            assertThat(result).containsText("接口自己出错了");
            assertThat(result).containsText("看看您的系统在那个时间的日志");
            system.change(address, ShopSystem.json(ORDER));
            page.locator("#test-customer input").fill("c-1");
            page.locator("#test-lookup").click();
            assertThat(result).containsText("返回了别的顾客的数据，没有保存");
            shootBoth(page, "connect-wrong");

            page.locator("#make-secret").click();
            assertThat(page.locator("#revoke-old")).isVisible();
            shootBoth(page, "connect-renew");
            page.locator("#renew-yes").click();
            assertThat(page.locator(".connect-once")).isVisible();
            page.locator("#secret-done").click();
            assertThat(page.locator("#webhook")).containsText("旧密钥还能用到");
        }
    }

    @Test
    void showsWhatCameInAndWhatWentWrong() {
        TestShop shop = api().signUp();
        shop.api().post("/api/v1/shop/batch", ORDER);
        shop.api().put("/api/v1/shop/orders/1002", """
                {"customerId": "c-88", "status": "flying", "placedAt": "2026-11-01T08:00:00+08:00",
                 "lines": [], "updatedAt": "2026-11-20T08:00:00+08:00"}""");
        shop.api().post("/api/v1/shop/batch", ORDER.replace("shipped", "flying"));
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/data");
            Locator push = page.locator("[data-way=push]");
            assertThat(push).containsText("正常");
            assertThat(push).containsText("天前的数据");
            assertThat(page.locator("#faults")).containsText("推送：有几条数据不合要求，没有保存");
            assertThat(page.locator("#faults")).containsText("status");
            assertThat(page.locator("#health .chart")).isVisible();
            shootBoth(page, "connect-health");
        }
    }

    @Test
    void aSignedShopperChatsAndAWrongIdentityIsToldSo() throws JOSEException {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"staff\": [\"c-88\"]}");
        try (BrowserContext desktop = desktop();
                BrowserContext shopper = phone()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/data");
            page.locator("#make-widget-secret").click();
            String secret = page.locator(".connect-once .copyable-value").textContent();
            page.locator("#secret-done").click();
            assertThat(page.locator("#identity")).containsText("密钥生成于");

            String chat = "/chat/" + shop.widgetKey() + "#identity=";
            Page known = open(shopper, chat + identity(secret, Instant.now().plusSeconds(600)));
            assertThat(known.getByText("员工试用")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(known.url()).doesNotContain("identity");

            Page late = open(shopper, chat + identity(secret, Instant.now().minusSeconds(600)));
            assertThat(late.getByText("登录信息已失效")).isVisible();
            assertThat(late.url()).doesNotContain("identity");
            shoot(late, "chat-identity-ended");
        }
    }

    private static String identity(String secret, Instant end) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .subject("c-88")
                        .claim("name", "林晓")
                        .expirationTime(Date.from(end))
                        .build());
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }
}

package io.xiaoer.portal.shoppers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What members see of shoppers, and how an owner erases one; whether they are gone is asked at the API. */
@Tag("long")
class ShoppersE2E extends BrowserTest {

    @Test
    void saysHowToConnectWhileThereIsNothing() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/shoppers");
            assertThat(page.locator(".notice")).containsText("还没有顾客和订单");
            shootBoth(page, "shoppers-empty");
            page.locator("#connect-data").click();
            assertThat(page.locator("h1")).containsText("数据接入");
        }
    }

    @Test
    void findsAShopperShowsThemMaskedAndErasesThemForGood() {
        TestShop shop = api().signUp();
        push(shop);
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/shoppers");
            assertThat(page.locator("[data-kind=orders] .shoppers-number")).hasText("2");
            assertThat(page.locator("#shoppers li")).hasCount(2);
            shootBoth(page, "shoppers");
            page.locator("#search input").fill("小明");
            Locator line = page.locator("#shoppers li");
            assertThat(line).hasCount(1);
            assertThat(line).containsText("138****1234");
            line.locator("a").click();

            assertThat(page.locator("h1")).containsText("王小明");
            assertThat(page.locator(".view")).containsText("138****1234");
            assertThat(page.locator("#orders .order")).hasCount(2);
            assertThat(page.locator("[data-order=o1] .parcel-steps .reached")).hasCount(3);
            assertThat(page.locator("[data-order=o1]")).containsText("王**");
            assertThat(page.locator("#aftersales")).containsText("退款");
            assertThat(page.locator("#coupons")).containsText("满 99.00 减 10");
            assertThat(page.content()).doesNotContain("13812341234", "世纪大道100号");
            shootBoth(page, "shopper");

            page.locator("#erase").click();
            assertThat(page.locator("#erase-yes")).isDisabled();
            page.locator("#erase-id input").fill("c-2");
            assertThat(page.locator("#erase-yes")).isDisabled();
            page.locator("#erase-id input").fill("c-1");
            shootBoth(page, "shopper-erase");
            page.locator("#erase-yes").click();
            assertThat(page.locator("#shoppers li")).hasCount(1);
            assertThat(status(shop, "customers/c-1")).isEqualTo(404);
            assertThat(status(shop, "orders/o1")).isEqualTo(404);
            assertThat(status(shop, "customers/c-2")).isEqualTo(200);

            page.navigate(address() + "/audit");
            Locator change = page.locator("#audit-lines li").first();
            assertThat(change).containsText("彻底删除了一位顾客");
            assertThat(change).not().containsText("c-1");
        }
    }

    @Test
    void asksBeforeDataIsKeptForAShorterTime() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/shoppers");
            page.locator("#keep-orders").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("1 年"))
                    .click();
            page.locator("#save-retention").click();
            assertThat(page.getByText("缩短保留时间？")).isVisible();
            page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.getByText("已保存")).isVisible();
            page.reload();
            assertThat(page.locator("#keep-orders")).containsText("1 年");
        }
    }

    private static void push(TestShop shop) {
        Answer answer = shop.api().post("/api/v1/shop/batch", """
                {"items": [
                 {"kind": "customers", "id": "c-1", "updatedAt": "2026-11-01T00:00:00Z",
                  "data": {"name": "王小明", "phone": "13812341234", "memberLevel": "金卡会员", "registeredAt": "2024-05-01T00:00:00Z"}},
                 {"kind": "customers", "id": "c-2", "updatedAt": "2026-11-01T00:00:00Z", "data": {"name": "李雷"}},
                 {"kind": "orders", "id": "o1", "updatedAt": "2026-11-20T00:00:00Z",
                  "data": {"customerId": "c-1", "status": "shipped", "placedAt": "2026-11-18T10:00:00+08:00",
                   "paidAt": "2026-11-18T10:05:00+08:00", "total": "237.90",
                   "lines": [{"sku": "s1", "name": "玻尿酸面霜 50ml", "quantity": 1, "price": "59.90", "presale": true},
                             {"sku": "s2", "name": "烟酰胺精华", "quantity": 2, "price": "89.00", "opened": false}],
                   "shipTo": {"name": "王小明", "phone": "13812341234", "region": "上海市", "address": "浦东新区世纪大道100号"},
                   "shipments": [{"carrier": "顺丰", "trackingNo": "SF1234567890", "status": "运输中",
                    "shippedAt": "2026-11-19T09:00:00+08:00", "estimatedAt": "2026-11-21T18:00:00+08:00",
                    "events": [{"at": "2026-11-19T10:00:00+08:00", "text": "已揽收"},
                               {"at": "2026-11-19T22:00:00+08:00", "text": "离开上海转运中心"}]}]}},
                 {"kind": "orders", "id": "o2", "updatedAt": "2026-10-20T00:00:00Z",
                  "data": {"customerId": "c-1", "status": "completed", "placedAt": "2026-10-11T10:00:00+08:00",
                   "lines": [{"sku": "s3", "name": "洗面奶", "quantity": 1}]}},
                 {"kind": "aftersales", "id": "a1", "updatedAt": "2026-10-21T00:00:00Z",
                  "data": {"orderId": "o2", "kind": "refund", "status": "refunding", "amount": "39.00", "reason": "少发了一件",
                   "requestedAt": "2026-10-20T00:00:00Z"}},
                 {"kind": "coupons", "id": "k1", "updatedAt": "2026-10-21T00:00:00Z",
                  "data": {"customerId": "c-1", "name": "双十二券", "kind": "amount", "value": 10, "threshold": 99,
                   "validTo": "2026-12-12T23:59:59+08:00"}}
                ]}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("stored").asInt()).as(answer.text()).isEqualTo(6);
    }

    private static int status(TestShop shop, String path) {
        return shop.api().get("/api/v1/shop/" + path).status();
    }
}

package io.xiaoer.shopdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.Retention;
import io.xiaoer.shopdata.Retentions;
import io.xiaoer.shopdata.ShopdataFixtures;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetentionIT extends IntegrationTest {

    @Autowired
    private Trimming trimming;

    @Autowired
    private Retentions retentions;

    private TestShop shop;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
    }

    @Test
    void removesFinishedOrdersThatAreTooOldAndNoOthers() {
        order("done", "completed");
        order("open", "shipped");
        shop.api().put("/api/v1/shop/aftersales/a1", """
                {"orderId": "done", "kind": "refund", "status": "done", "updatedAt": "2026-01-03T00:00:00Z"}
                """);

        // the order last changed on 2026-01-02 at midnight
        assertThat(trimAt("2029-01-02T00:00:00Z").orders()).isZero();
        assertThat(trimAt("2029-01-02T00:00:01Z").orders()).isEqualTo(1);

        assertThat(status("orders/done")).isEqualTo(404);
        assertThat(status("aftersales/a1")).isEqualTo(404);
        assertThat(status("orders/open")).isEqualTo(200);
    }

    @Test
    void removesConversationsThatAreTooOld() {
        String conversation = shop.api().converse(shop.botId(), "c1");
        shop.api().say(conversation, "过敏了能退吗");
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

        assertThat(trimAt(now.plusMonths(23).toString()).conversations()).isZero();
        assertThat(trimAt(now.plusMonths(24).plusDays(3).toString()).conversations())
                .isEqualTo(1);

        assertThat(shop.api()
                        .get("/api/v1/conversations/" + conversation + "/messages")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsEverythingForeverIfTheShopSaysSo() {
        order("done", "completed");
        within(() -> retentions.save(new Retention(null, null, 0)));

        assertThat(trimAt("2199-01-01T00:00:00Z").orders()).isZero();
        assertThat(status("orders/done")).isEqualTo(200);
    }

    @Test
    void holdsASettingToItsBoundsAndItsVersion() {
        assertThat(within(retentions::get)).isEqualTo(Retention.DEFAULT);
        assertThat(within(() -> retentions.save(new Retention(6, 12, 0))).version())
                .isEqualTo(1);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> within(() -> retentions.save(new Retention(7, 12, 0))))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.VERSION_CONFLICT));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> within(() -> retentions.save(new Retention(0, 241, 1))))
                .satisfies(problem -> assertThat(problem.errors()).hasSize(2));
    }

    private void order(String id, String status) {
        assertThat(shop.api()
                        .put("/api/v1/shop/orders/" + id, ShopdataFixtures.order("c1", status, "2026-01-02T00:00:00Z"))
                        .status())
                .isEqualTo(200);
    }

    private int status(String path) {
        return shop.api().get("/api/v1/shop/" + path).status();
    }

    private Trimming.Trimmed trimAt(String time) {
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        return Moment.call(Instant.parse(time), () -> within(() -> trimming.trim(tenant)));
    }

    private <T> T within(Supplier<T> work) {
        return TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), Actor.platform(), () -> work.get());
    }
}

package io.xiaoer.tenants.internal;

import static io.xiaoer.tenants.internal.db.Tables.SHOP;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Shop;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of shops. */
@Repository
public class ShopRows {

    private final DSLContext db;

    ShopRows(DSLContext db) {
        this.db = db;
    }

    public void insert(Shop shop, OffsetDateTime at) {
        db.insertInto(SHOP)
                .set(SHOP.TENANT_ID, shop.id().value())
                .set(SHOP.NAME, shop.name())
                .set(SHOP.LOCALE, shop.locale())
                .set(SHOP.CURRENCY, shop.currency())
                .set(SHOP.TIME_ZONE, shop.timeZone().getId())
                .set(SHOP.TEMPLATE, shop.template())
                .set(SHOP.VERSION, shop.version())
                .set(SHOP.CREATED_AT, at)
                .execute();
    }

    /** Holds off whoever else locks the shop until the transaction ends. */
    void lock(TenantId tenant) {
        db.select(SHOP.TENANT_ID)
                .from(SHOP)
                .where(SHOP.TENANT_ID.eq(tenant.value()))
                .forUpdate()
                .fetch();
    }

    public Optional<Shop> find(TenantId tenant) {
        return db.selectFrom(SHOP)
                .where(SHOP.TENANT_ID.eq(tenant.value()))
                .fetchOptional(row -> new Shop(
                        tenant,
                        row.get(SHOP.NAME),
                        row.get(SHOP.LOCALE),
                        row.get(SHOP.CURRENCY),
                        ZoneId.of(row.get(SHOP.TIME_ZONE)),
                        row.get(SHOP.TEMPLATE),
                        row.get(SHOP.VERSION)));
    }
}

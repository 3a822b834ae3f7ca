package io.xiaoer.shopdata;

/** Something that a shop's systems know. */
public sealed interface ShopRecord permits Customer, Product, Order, AfterSale, Coupon {

    /** As the shop's systems name it, unique within its kind. */
    String id();

    Freshness freshness();
}

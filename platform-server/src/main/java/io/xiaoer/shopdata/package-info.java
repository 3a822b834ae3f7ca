/** Owns what the shop's systems know: shoppers, products, orders, after-sales and coupons, each with its source and freshness; and the contract to look them up live. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "database"})
@NullMarked
package io.xiaoer.shopdata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

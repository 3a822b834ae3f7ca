package io.xiaoer.rules;

/** Whether several coupons may be used in one order. */
public record CouponStacking(boolean allowed, int maxPerOrder) implements RuleParams {}

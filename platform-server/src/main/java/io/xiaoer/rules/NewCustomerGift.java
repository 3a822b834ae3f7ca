package io.xiaoer.rules;

/** What a new customer gets, and how. */
public record NewCustomerGift(String gift, String how) implements RuleParams {}

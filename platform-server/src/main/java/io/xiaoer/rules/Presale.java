package io.xiaoer.rules;

/** How many days after payment a pre-sale order leaves the shop. */
public record Presale(int shipWithinDays) implements RuleParams {}

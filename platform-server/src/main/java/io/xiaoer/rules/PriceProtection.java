package io.xiaoer.rules;

import org.jspecify.annotations.Nullable;

/** The difference is paid back when the price falls within so many days. */
public record PriceProtection(int days, @Nullable String applyUrl) implements RuleParams {}

package io.xiaoer.rules;

import org.jspecify.annotations.Nullable;

/** How soon after delivery spoilt goods must be claimed. */
public record FreshClaim(int withinHours, @Nullable String applyUrl) implements RuleParams {}

package io.xiaoer.rules;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How soon a paid order leaves the shop; payments after the cut-off count as the next day's. */
public record Dispatch(int withinHours, @Nullable LocalTime cutOff) implements RuleParams {}

package io.xiaoer.connectors.internal.vendure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about Vendure.
 *
 * @param callsPerSecond of one shop, whose own server answers them
 * @param callsPerSecondInAll of all shops
 * @param history how far back every reading goes
 */
@ConfigurationProperties("xiaoer.bridges.vendure")
record VendureSettings(
        @DefaultValue("5") int callsPerSecond,
        @DefaultValue("100") int callsPerSecondInAll,
        @DefaultValue("180d") Duration history) {}

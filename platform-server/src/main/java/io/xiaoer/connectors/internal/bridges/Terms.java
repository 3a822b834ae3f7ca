package io.xiaoer.connectors.internal.bridges;

import java.time.Duration;
import java.util.List;

/**
 * On what terms a platform is connected.
 *
 * @param keys what is typed in where there is no page to agree on, in this order; none if the page is the only way
 * @param callsPerSecond of one shop, by all nodes together
 * @param callsPerSecondInAll of all shops
 * @param history how far back the first reading goes
 */
public record Terms(List<Key> keys, int callsPerSecond, int callsPerSecondInAll, Duration history) {

    /** @param secret whether it is never shown again */
    public record Key(String name, boolean secret) {}

    public Terms {
        keys = List.copyOf(keys);
    }
}

package io.xiaoer.connectors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read about a platform.
 *
 * @param steps what to do to connect, in order
 * @param left what is to be done on the platform after leaving
 * @param keys what can be typed in instead of agreeing on the platform's page
 */
public record BridgeGuide(String name, String lead, List<String> steps, String left, List<Key> keys) {

    /** @param secret whether it is not shown while it is typed */
    public record Key(String name, String label, @Nullable String help, boolean secret) {}

    public BridgeGuide {
        steps = List.copyOf(steps);
        keys = List.copyOf(keys);
    }
}

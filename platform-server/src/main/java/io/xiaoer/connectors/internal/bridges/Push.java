package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.Pushed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform told.
 *
 * @param deliveryId the same however often it is told
 * @param event as the platform names it
 * @param subject what to read because of it; null if it is about nothing of ours
 * @param version the higher, the newer, among those of one subject; 0 if the platform has none
 * @param notBefore what it is about is not read earlier
 * @param items what it brings itself; without any, the subject is read
 */
public record Push(
        String deliveryId, String event, @Nullable Ref subject, long version, Instant notBefore, List<Pushed> items) {

    public Push {
        items = List.copyOf(items);
    }
}

package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a reading.
 *
 * @param next where the next page is, however the bridge wants to say it; null if this was the last
 * @param stage what the next page is of, for whoever watches
 * @param done how much of the stage is read
 * @param total how much there is of it; null if nobody knows
 */
public record SyncPage(
        List<Pushed> items,
        @Nullable String next,
        RecordKind stage,
        int done,
        @Nullable Integer total) {

    public SyncPage {
        items = List.copyOf(items);
    }
}

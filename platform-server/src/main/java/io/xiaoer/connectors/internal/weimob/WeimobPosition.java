package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.shopdata.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading is.
 *
 * @param to what is later is read; milliseconds since 1970, null before anything is
 * @param width of the time to be read next, in milliseconds
 * @param size of a page, which the platform may have cut
 * @param page of that time, the last first; 0 unless it cannot be made short enough for one page
 * @param total of the stage; null if nobody knows
 * @param after the last customer who was read
 * @param parcels orders of the pages before, of whose parcels a list says nothing
 */
record WeimobPosition(
        RecordKind stage,
        @Nullable Long to,
        long width,
        int size,
        int page,
        int done,
        @Nullable Integer total,
        String after,
        List<String> parcels) {

    static WeimobPosition beginOf(RecordKind stage) {
        return new WeimobPosition(stage, null, 0, 0, 0, 0, null, "", List.of());
    }

    static WeimobPosition parse(String text) {
        return BridgeHttp.JSON.readValue(text, WeimobPosition.class);
    }

    String text() {
        return BridgeHttp.JSON.writeValueAsString(this);
    }

    WeimobPosition counted(long until, long firstWidth, int firstSize, @Nullable Integer all) {
        return new WeimobPosition(stage, until, firstWidth, firstSize, 0, 0, all, "", List.of());
    }

    /** Nothing of the time is taken yet; it is read again, in another way. */
    WeimobPosition again(long otherWidth, int otherSize, int otherPage) {
        return new WeimobPosition(stage, to, otherWidth, otherSize, otherPage, done, total, after, parcels);
    }

    /** A page of the time is taken, but not the first. */
    WeimobPosition nextPage(int items) {
        return new WeimobPosition(stage, to, width, size, page - 1, more(items), total, after, parcels);
    }

    /** All of the time is taken. */
    WeimobPosition readTo(long from, long nextWidth, int nextSize, int items) {
        return new WeimobPosition(stage, from, nextWidth, nextSize, 0, more(items), total, after, parcels);
    }

    WeimobPosition withParcels(List<String> left) {
        return new WeimobPosition(stage, to, width, size, page, done, total, after, left);
    }

    WeimobPosition afterMembers(String last, int members, int of) {
        return new WeimobPosition(stage, null, 0, 0, 0, done + members, of, last, List.of());
    }

    private int more(int items) {
        return total == null ? done + items : Math.min(total, done + items);
    }
}

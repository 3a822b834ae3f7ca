package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.shopdata.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading is.
 *
 * @param windows in which anything is; null as long as they are not known
 * @param page the next to be read, from the last of its window to 1
 * @param total of the stage
 * @param after the last member that was read
 * @param parcels orders of the pages before, of whose parcels a list says nothing
 */
record YouzanPosition(
        RecordKind stage,
        @Nullable List<Window> windows,
        int window,
        int page,
        int done,
        @Nullable Integer total,
        String after,
        List<String> parcels) {

    /** Some time, in seconds since 1970 and both included, and how much is in it. */
    record Window(long from, long to, int total) {
        int pages() {
            return (total + YouzanReading.PAGE - 1) / YouzanReading.PAGE;
        }
    }

    static YouzanPosition beginOf(RecordKind stage) {
        return new YouzanPosition(stage, null, 0, 0, 0, null, "", List.of());
    }

    static YouzanPosition parse(String text) {
        return BridgeHttp.JSON.readValue(text, YouzanPosition.class);
    }

    String text() {
        return BridgeHttp.JSON.writeValueAsString(this);
    }

    YouzanPosition withWindows(List<Window> found) {
        return new YouzanPosition(
                stage,
                found,
                0,
                found.isEmpty() ? 0 : found.getFirst().pages(),
                0,
                found.stream().mapToInt(Window::total).sum(),
                "",
                List.of());
    }

    YouzanPosition withParcels(List<String> left) {
        return new YouzanPosition(stage, windows, window, page, done, total, after, left);
    }

    /** A page of so many is read. */
    YouzanPosition after(int items) {
        int read = total == null ? done + items : Math.min(total, done + items);
        if (page > 1 || windows == null) {
            return new YouzanPosition(stage, windows, window, page - 1, read, total, after, parcels);
        }
        int next = window + 1;
        int last = next < windows.size() ? windows.get(next).pages() : 0;
        return new YouzanPosition(stage, windows, next, last, read, total, after, parcels);
    }

    YouzanPosition afterMembers(String last, int members, int of) {
        return new YouzanPosition(stage, null, 0, 0, done + members, of, last, List.of());
    }

    boolean ended() {
        return windows != null && window >= windows.size() && parcels.isEmpty();
    }
}

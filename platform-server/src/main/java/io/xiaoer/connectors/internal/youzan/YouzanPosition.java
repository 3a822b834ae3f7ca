package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.shopdata.RecordKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading is.
 *
 * @param unplanned some time of which is not known how much is in it, the newest first
 * @param windows in which anything is; none is read before all are known
 * @param page the next to be read, from the last of its window to 1
 * @param total of the stage; null as long as nobody knows
 * @param after the last member that was read
 * @param parcels orders of the pages before, of whose parcels a list says nothing
 */
record YouzanPosition(
        RecordKind stage,
        List<Window> unplanned,
        List<Window> windows,
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

        boolean isSplittable() {
            return to > from;
        }

        /** The newer half first. */
        List<Window> halves() {
            long middle = (from + to) / 2;
            return List.of(new Window(middle + 1, to, 0), new Window(from, middle, 0));
        }
    }

    static YouzanPosition beginOf(RecordKind stage, List<Window> unplanned) {
        return new YouzanPosition(stage, unplanned, List.of(), 0, 0, 0, null, "", List.of());
    }

    static YouzanPosition parse(String text) {
        return BridgeHttp.JSON.readValue(text, YouzanPosition.class);
    }

    String text() {
        return BridgeHttp.JSON.writeValueAsString(this);
    }

    /** The first of the unplanned is known, or is cut in halves. */
    YouzanPosition planned(List<Window> found, List<Window> halves) {
        List<Window> left =
                Stream.concat(halves.stream(), unplanned.stream().skip(1)).toList();
        List<Window> all = Stream.concat(windows.stream(), found.stream()).toList();
        boolean ready = left.isEmpty();
        return new YouzanPosition(
                stage,
                left,
                all,
                0,
                ready && !all.isEmpty() ? all.getFirst().pages() : 0,
                0,
                ready ? (Integer) all.stream().mapToInt(Window::total).sum() : null,
                "",
                List.of());
    }

    YouzanPosition withParcels(List<String> left) {
        return new YouzanPosition(stage, unplanned, windows, window, page, done, total, after, left);
    }

    /** A page of so many is read. */
    YouzanPosition after(int items) {
        int read = total == null ? done + items : Math.min(total, done + items);
        if (page > 1) {
            return new YouzanPosition(stage, unplanned, windows, window, page - 1, read, total, after, parcels);
        }
        int next = window + 1;
        int last = next < windows.size() ? windows.get(next).pages() : 0;
        return new YouzanPosition(stage, unplanned, windows, next, last, read, total, after, parcels);
    }

    YouzanPosition afterMembers(String last, int members, int of) {
        return new YouzanPosition(stage, unplanned, windows, 0, 0, done + members, of, last, List.of());
    }

    boolean ended() {
        return unplanned.isEmpty() && window >= windows.size() && parcels.isEmpty();
    }
}

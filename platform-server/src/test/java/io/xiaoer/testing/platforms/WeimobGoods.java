package io.xiaoer.testing.platforms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What one shop has sold and taken back. Not safe for several threads. */
final class WeimobGoods {

    /** Made, paid in part, paid, to be shipped, shipped in part, shipped, received, done. */
    private static final List<Integer> LIFE = List.of(0, 1, 2, 3, 4, 5, 7, 8);

    /** Applied for, goods awaited, sent back, being refunded, refunded. */
    private static final List<Integer> RIGHTS_LIFE = List.of(1, 2, 3, 5, 6);

    private static final int CANCELLED = 9;
    private static final int RIGHTS_CANCELLED = 7;

    /** The first whole number that a floating one of 64 bits cannot hold; as all ids are odd, it holds none of them. */
    private static final long FIRST_ID = 9_007_199_254_740_993L;

    private static final long APART = 1_000_000_000L;
    private static final int IMPORT_FROM = 200;
    private static final int IMPORTED = 60;
    private static final long DAY = 24L * 3600 * 1000;

    final Map<Long, Bought> orders = new LinkedHashMap<>();
    final Map<Long, Rights> rights = new LinkedHashMap<>();

    private final Clock clock;
    private final Random random = new Random(20_261_126);
    private long last;

    WeimobGoods(Clock clock) {
        this.clock = clock;
    }

    record Parcel(String number, long sentAt) {}

    static final class Bought {
        final long no;
        final long wid;
        final long created;
        final String amount;
        final List<Parcel> parcels = new ArrayList<>();
        long updated;
        int status;

        Bought(long no, long wid, long created, String amount, int status) {
            this.no = no;
            this.wid = wid;
            this.created = created;
            this.updated = created;
            this.amount = amount;
            this.status = status;
        }

        void send(long at) {
            parcels.add(new Parcel("SF" + no % APART + parcels.size(), at));
        }
    }

    static final class Rights {
        final long id;
        final long orderNo;
        final long wid;
        final long created;
        final String amount;
        long updated;
        int status = RIGHTS_LIFE.getFirst();

        Rights(long id, Bought order, long created) {
            this.id = id;
            this.orderNo = order.no;
            this.wid = order.wid;
            this.created = created;
            this.updated = created;
            this.amount = order.amount;
        }
    }

    /** What has changed. */
    sealed interface Change {
        record OfOrder(Bought order, boolean fresh) implements Change {}

        record OfRights(Rights rights, boolean fresh, int before) implements Change {}
    }

    /** No two things happen in the same millisecond. */
    private long now() {
        last = Math.max(last + 1, clock.millis());
        return last;
    }

    private long nextOrder() {
        // the greatest number of all is an id, too
        return orders.size() == 1 ? Long.MAX_VALUE : FIRST_ID + 2L * orders.size();
    }

    void sell(int some) {
        long now = now();
        int buyers = Math.max(1, some / 4);
        for (int i = 0; i < some; i++) {
            long created = now - 3_600_000 - (long) (random.nextDouble() * 150 * DAY);
            if (some >= IMPORT_FROM && i < IMPORTED) {
                // brought from elsewhere, all at once
                created = now - 40 * DAY;
            }
            Bought order = new Bought(
                    nextOrder(),
                    FIRST_ID + APART + 2L * (i % buyers),
                    created,
                    (10 + random.nextInt(500)) + ".90",
                    LIFE.get(random.nextInt(LIFE.size())));
            if (LIFE.indexOf(order.status) >= LIFE.indexOf(4)) {
                order.send(created + 1000);
            }
            orders.put(order.no, order);
            if (i % 10 == 0) {
                apply(order, created + 1_800_000);
            }
        }
    }

    private Rights apply(Bought order, long at) {
        Rights made = new Rights(FIRST_ID + 2 * APART + 2L * rights.size(), order, at);
        rights.put(made.id, made);
        return made;
    }

    Change change() {
        long now = now();
        int what = random.nextInt(10);
        List<Bought> all = List.copyOf(orders.values());
        if (what == 0) {
            Bought fresh = new Bought(nextOrder(), FIRST_ID + APART, now, "99.00", LIFE.getFirst());
            orders.put(fresh.no, fresh);
            return new Change.OfOrder(fresh, true);
        }
        if (what == 1) {
            Rights fresh = apply(all.get(random.nextInt(all.size())), now);
            return new Change.OfRights(fresh, true, 0);
        }
        List<Rights> underWay = rights.values().stream()
                .filter(some -> some.status != RIGHTS_CANCELLED)
                .toList();
        if (what == 2 && !underWay.isEmpty()) {
            Rights some = underWay.get(random.nextInt(underWay.size()));
            int before = some.status;
            some.status = next(RIGHTS_LIFE, before, RIGHTS_CANCELLED);
            some.updated = now;
            return new Change.OfRights(some, false, before);
        }
        Bought order = all.get(random.nextInt(all.size()));
        order.status = order.status == CANCELLED ? LIFE.getFirst() : next(LIFE, order.status, CANCELLED);
        if (order.status == 4 || order.status == 5) {
            order.send(now);
        }
        order.updated = now;
        return new Change.OfOrder(order, false);
    }

    private static int next(List<Integer> life, int status, int end) {
        int at = life.indexOf(status);
        return at + 1 < life.size() ? life.get(at + 1) : end;
    }
}

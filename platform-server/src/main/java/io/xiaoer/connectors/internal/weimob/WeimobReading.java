package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.connectors.internal.bridges.SyncAim;
import io.xiaoer.connectors.internal.bridges.SyncPage;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads all orders, after-sales and their customers, the newest first. How the platform orders its lists, nothing public says, so what changes
 * between two pages could move something from one that is still to be read to one that is. Therefore time is cut into pieces so short that
 * one page holds all of each; only what happened within one second is read in several, the last first.
 */
final class WeimobReading {

    private static final long SHORTEST = 1000;
    private static final int CUSTOMERS_AT_ONCE = 5;
    private static final int ORDERS_AT_ONCE = 5;

    /** How full a page is to be: the fuller, the fewer calls, and the more often there turn out to be too many. */
    private static final double FULL = 0.65;

    private static final int MOST_GROWTH = 4;

    private final WeimobSettings settings;
    private final WeimobLists lists;
    private final WeimobReads reads;
    private final WeimobMembers members;

    WeimobReading(WeimobSettings settings, WeimobLists lists, WeimobReads reads, WeimobMembers members) {
        this.settings = settings;
        this.lists = lists;
        this.reads = reads;
        this.members = members;
    }

    SyncPage page(SyncAim aim, @Nullable String position, Session session) throws BridgeFailed {
        WeimobPosition at =
                position == null ? WeimobPosition.beginOf(RecordKind.ORDERS) : WeimobPosition.parse(position);
        if (at.stage() == RecordKind.CUSTOMERS) {
            return customers(aim, at, session);
        }
        if (!at.parcels().isEmpty()) {
            return parcels(aim, at, session);
        }
        return at.to() == null ? count(aim, at, session) : piece(aim, at, at.to(), session);
    }

    /** How many there are, which says how short the pieces have to be. */
    private SyncPage count(SyncAim aim, WeimobPosition at, Session session) throws BridgeFailed {
        List<Session.Call> all = new ArrayList<>();
        for (Instant to = aim.until(); to.isAfter(aim.since()); to = to.minus(settings.longestRange())) {
            Instant from = later(to.minus(settings.longestRange()), aim.since());
            all.add(lists.within(of(at), aim.kind(), from, to, 1, 1));
        }
        Long total = 0L;
        for (JsonNode data : session.callAll(all)) {
            Long some = WeimobCalls.total(data);
            if (some == null) {
                // then the lists themselves must not be in another form
                WeimobCalls.list(data, WeimobFields.LIST);
            }
            total = some == null || total == null ? null : Long.valueOf(total + some);
        }
        int size = settings.pageSize();
        long time = Duration.between(aim.since(), aim.until()).toMillis();
        long width = total == null ? settings.longestRange().toMillis() : (long) (time * size * FULL / (total + 1));
        WeimobPosition counted = at.counted(
                total != null && total == 0
                        ? aim.since().toEpochMilli()
                        : aim.until().toEpochMilli(),
                bounded(width),
                size,
                total == null ? null : Math.toIntExact(total));
        return goOn(aim, counted, List.of());
    }

    private SyncPage piece(SyncAim aim, WeimobPosition at, long to, Session session) throws BridgeFailed {
        Instant until = Instant.ofEpochMilli(to);
        Instant from = later(until.minusMillis(at.width()), aim.since());
        int page = Math.max(1, at.page());
        JsonNode data = session.call(lists.within(of(at), aim.kind(), from, until, page, at.size()));
        List<JsonNode> list = WeimobCalls.list(data, WeimobFields.LIST);
        check(aim, at, from, list);
        Long total = WeimobCalls.total(data);
        if (at.page() == 0 && !isWhole(list.size(), total, at.size())) {
            return goOn(aim, shorter(at, list.size(), total), List.of());
        }
        WeimobPosition next;
        if (at.page() > 1) {
            next = at.nextPage(list.size());
        } else if (at.page() == 1) {
            next = at.readTo(from.toEpochMilli(), at.width(), settings.pageSize(), list.size());
        } else {
            next = at.readTo(from.toEpochMilli(), wider(at, list.size()), at.size(), list.size());
        }
        return goOn(aim, next.withParcels(hidden(at, list)), made(at, list, session.now()));
    }

    private static boolean isWhole(int there, @Nullable Long total, int size) {
        return total == null ? there < size : there >= total;
    }

    /** Cuts the piece, or if it cannot be cut any more, begins with the last of its pages. */
    private static WeimobPosition shorter(WeimobPosition at, int there, @Nullable Long total) {
        // a platform that brings fewer than it was asked for has cut the page
        int size = there > 0 && there < at.size() ? there : at.size();
        long all = total == null ? 2L * at.size() : total;
        if (at.width() <= SHORTEST) {
            return at.again(at.width(), size, Math.toIntExact((all + size - 1) / size));
        }
        long width = Math.min(at.width() / 2, (long) (at.width() * size * FULL / all));
        return at.again(Math.max(SHORTEST, width), size, 0);
    }

    private long wider(WeimobPosition at, int there) {
        double growth = there == 0 ? MOST_GROWTH : Math.min(MOST_GROWTH, at.size() * FULL / there);
        return bounded((long) (at.width() * growth));
    }

    private long bounded(long width) {
        return Math.max(SHORTEST, Math.min(width, settings.longestRange().toMillis()));
    }

    /** The page before is taken; where to go next. */
    private static SyncPage goOn(SyncAim aim, WeimobPosition at, List<Pushed> items) {
        boolean ended = at.to() != null
                && at.to() <= aim.since().toEpochMilli()
                && at.parcels().isEmpty();
        if (!ended) {
            return new SyncPage(items, at.text(), at.stage(), at.done(), at.total());
        }
        RecordKind next = at.stage() == RecordKind.ORDERS ? RecordKind.AFTERSALES : RecordKind.CUSTOMERS;
        return new SyncPage(items, WeimobPosition.beginOf(next).text(), next, 0, null);
    }

    /** A few orders of whose parcels a list says nothing, one by one. */
    private SyncPage parcels(SyncAim aim, WeimobPosition at, Session session) throws BridgeFailed {
        int some = Math.min(ORDERS_AT_ONCE, at.parcels().size());
        List<Pushed> items = new ArrayList<>();
        for (String id : at.parcels().subList(0, some)) {
            items.addAll(reads.order(id, session));
        }
        return goOn(aim, at.withParcels(at.parcels().subList(some, at.parcels().size())), items);
    }

    private SyncPage customers(SyncAim aim, WeimobPosition at, Session session) throws BridgeFailed {
        List<String> some = session.customersAfter(at.after(), aim.since(), CUSTOMERS_AT_ONCE);
        int total = at.total() == null ? session.countCustomers(aim.since()) : at.total();
        if (some.isEmpty()) {
            return new SyncPage(List.of(), null, RecordKind.CUSTOMERS, at.done(), at.done());
        }
        List<Pushed> items =
                members.read(some.stream().filter(WeimobValues::isId).toList(), session);
        WeimobPosition next = at.afterMembers(some.getLast(), some.size(), total);
        return new SyncPage(items, next.text(), RecordKind.CUSTOMERS, next.done(), total);
    }

    /** Fails if the list is of another time than was asked for: then it is not what it is taken for, and something would be left out. */
    private static void check(SyncAim aim, WeimobPosition at, Instant from, List<JsonNode> list) throws BridgeFailed {
        boolean full = aim.kind() == SyncAim.Kind.FULL;
        Places made = at.stage() == RecordKind.ORDERS ? WeimobFields.ORDER_CREATED : WeimobFields.RIGHTS_CREATED;
        Places changed = at.stage() == RecordKind.ORDERS ? WeimobFields.ORDER_CHANGED : WeimobFields.RIGHTS_CHANGED;
        Instant earliest = from.minus(WeimobLists.EDGE).minusSeconds(1);
        for (JsonNode item : list) {
            Instant time = WeimobValues.time((full ? made : changed).in(item));
            if (time != null && time.isBefore(earliest)) {
                throw new BridgeFailed(Why.WRONG_FORM, "queryTime.type");
            }
        }
    }

    /** Where all are of another form, it is the platform that is to be asked again. */
    private static List<Pushed> made(WeimobPosition at, List<JsonNode> list, Instant readAt) throws BridgeFailed {
        List<Pushed> items = WeimobLists.made(
                list, at.stage() == RecordKind.ORDERS ? WeimobOrders::listed : WeimobRights::listed, readAt);
        if (!items.isEmpty() && items.stream().allMatch(item -> item.id() == null)) {
            throw new BridgeFailed(Why.WRONG_FORM, at.stage() == RecordKind.ORDERS ? "orders" : "after-sales");
        }
        return items;
    }

    private static List<String> hidden(WeimobPosition at, List<JsonNode> list) {
        List<String> ids = new ArrayList<>();
        if (at.stage() == RecordKind.ORDERS) {
            for (JsonNode item : list) {
                String id = WeimobOrders.idOf(item);
                if (id != null && WeimobOrders.hidesParcels(item)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static WeimobLists.Of of(WeimobPosition at) {
        return at.stage() == RecordKind.ORDERS ? WeimobLists.Of.ORDERS : WeimobLists.Of.RIGHTS;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

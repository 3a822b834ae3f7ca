package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.connectors.internal.bridges.SyncAim;
import io.xiaoer.connectors.internal.bridges.SyncPage;
import io.xiaoer.connectors.internal.youzan.YouzanPosition.Window;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads all orders, refunds and their members, the newest first. The platform shows three months and 100 pages at most, so time is cut into windows
 * that fit. Within one, pages are read from the last to the first: what changes meanwhile leaves the window, and what comes after it moves
 * towards pages that are still to be read.
 */
final class YouzanReading {

    static final int PAGE = 100;
    static final int MOST_PAGES = 100;

    private static final Duration WINDOW = Duration.ofDays(89);
    private static final int MEMBERS_AT_ONCE = 5;
    private static final int ORDERS_AT_ONCE = 5;

    private final YouzanCalls calls;
    private final YouzanReads reads;

    YouzanReading(YouzanCalls calls, YouzanReads reads) {
        this.calls = calls;
        this.reads = reads;
    }

    SyncPage page(SyncAim aim, @Nullable String position, Session session) throws BridgeFailed {
        YouzanPosition at = position == null ? beginOf(RecordKind.ORDERS, aim) : YouzanPosition.parse(position);
        if (at.stage() == RecordKind.CUSTOMERS) {
            return members(aim, at, session);
        }
        if (!at.unplanned().isEmpty()) {
            return goOn(aim, plan(aim, at, session), List.of());
        }
        if (!at.parcels().isEmpty()) {
            return parcels(aim, at, session);
        }
        Window window = at.windows().get(at.window());
        JsonNode data = session.call(list(aim, at.stage(), window, at.page(), PAGE));
        if (at.stage() == RecordKind.AFTERSALES) {
            JsonNode refunds = array(data, "refunds");
            return goOn(aim, at.after(refunds.size()), each(refunds, YouzanRefunds::listed, session.now()));
        }
        JsonNode trades = array(data, "full_order_info_list");
        return goOn(
                aim,
                at.after(trades.size()).withParcels(hidden(trades)),
                each(trades, YouzanOrders::listed, session.now()));
    }

    /** A few orders of whose parcels a list says nothing, one by one. */
    private SyncPage parcels(SyncAim aim, YouzanPosition at, Session session) throws BridgeFailed {
        int some = Math.min(ORDERS_AT_ONCE, at.parcels().size());
        List<Pushed> items = new ArrayList<>();
        for (String id : at.parcels().subList(0, some)) {
            items.addAll(reads.order(id, session));
        }
        return goOn(aim, at.withParcels(at.parcels().subList(some, at.parcels().size())), items);
    }

    /** The page before is taken; where to go next. */
    private static SyncPage goOn(SyncAim aim, YouzanPosition at, List<Pushed> items) {
        if (!at.ended()) {
            return new SyncPage(items, at.text(), at.stage(), at.done(), at.total());
        }
        YouzanPosition next = at.stage() == RecordKind.ORDERS
                ? beginOf(RecordKind.AFTERSALES, aim)
                : YouzanPosition.beginOf(RecordKind.CUSTOMERS, List.of());
        return new SyncPage(items, next.text(), next.stage(), 0, null);
    }

    private static YouzanPosition beginOf(RecordKind stage, SyncAim aim) {
        List<Window> windows = new ArrayList<>();
        long to = aim.until().getEpochSecond();
        long since = aim.since().getEpochSecond();
        while (to >= since) {
            long from = Math.max(since, to - WINDOW.toSeconds());
            windows.add(new Window(from, to, 0));
            to = from - 1;
        }
        return YouzanPosition.beginOf(stage, windows);
    }

    /** Looks how much is in the first of the windows that are not known; one call, so that whatever goes wrong, little is lost. */
    private YouzanPosition plan(SyncAim aim, YouzanPosition at, Session session) throws BridgeFailed {
        Window window = at.unplanned().getFirst();
        JsonNode data = session.call(list(aim, at.stage(), window, 1, 1));
        JsonNode total = data.path(at.stage() == RecordKind.ORDERS ? "total_results" : "total");
        if (!total.isIntegralNumber() || !total.canConvertToInt() || total.intValue() < 0) {
            throw new BridgeFailed(Why.WRONG_FORM, "a list without a total");
        }
        if (total.intValue() > PAGE * MOST_PAGES && window.isSplittable()) {
            return at.planned(List.of(), window.halves());
        }
        return at.planned(
                total.intValue() == 0
                        ? List.of()
                        : List.of(
                                new Window(window.from(), window.to(), Math.min(total.intValue(), PAGE * MOST_PAGES))),
                List.of());
    }

    private Session.Call list(SyncAim aim, RecordKind stage, Window window, int page, int size) {
        boolean full = aim.kind() == SyncAim.Kind.FULL;
        ObjectNode params = YouzanCalls.params().put("page_no", page).put("page_size", size);
        if (stage == RecordKind.ORDERS) {
            String by = full ? "created" : "update";
            params.put("start_" + by, YouzanFields.time(Instant.ofEpochSecond(window.from())));
            params.put("end_" + by, YouzanFields.time(Instant.ofEpochSecond(window.to())));
            return calls.method("youzan.trades.sold.get", "4.0.4", params);
        }
        String by = full ? "create_time" : "update_time";
        params.put(by + "_start", window.from()).put(by + "_end", window.to());
        return calls.method("youzan.trade.refund.search", "3.0.1", params);
    }

    private static JsonNode array(JsonNode data, String name) throws BridgeFailed {
        JsonNode list = data.path(name);
        if (!list.isArray()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no " + name);
        }
        return list;
    }

    /** Makes a record of something in a list. */
    interface Making {
        Pushed of(JsonNode one, Instant readAt) throws BridgeFailed;
    }

    /** One of another form is passed on as it is, to be counted as rejected; where all are, it is the platform that is to be asked again. */
    static List<Pushed> each(JsonNode list, Making making, Instant readAt) throws BridgeFailed {
        List<Pushed> made = new ArrayList<>();
        BridgeFailed failed = null;
        int wrong = 0;
        for (JsonNode one : list) {
            try {
                made.add(making.of(one, readAt));
            } catch (BridgeFailed e) {
                failed = e;
                wrong++;
            }
        }
        if (failed != null && made.isEmpty()) {
            throw failed;
        }
        made.addAll(Collections.nCopies(wrong, new Pushed(null, null, null, null)));
        return made;
    }

    private static List<String> hidden(JsonNode trades) {
        List<String> ids = new ArrayList<>();
        for (JsonNode trade : trades) {
            String id = YouzanOrders.idOf(trade);
            if (id != null && YouzanOrders.hidesParcels(trade)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private SyncPage members(SyncAim aim, YouzanPosition at, Session session) throws BridgeFailed {
        List<String> some = session.customersAfter(at.after(), aim.since(), MEMBERS_AT_ONCE);
        int total = at.total() == null ? session.countCustomers(aim.since()) : at.total();
        if (some.isEmpty()) {
            return new SyncPage(List.of(), null, RecordKind.CUSTOMERS, at.done(), at.done());
        }
        List<Session.Call> both = new ArrayList<>();
        for (String customer : some) {
            both.add(session.optional(YouzanMembers.detail(calls, customer)));
            both.add(session.optional(YouzanMembers.vouchers(calls, customer)));
        }
        List<JsonNode> answers = session.callAll(both);
        Instant now = session.now();
        List<Pushed> items = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            items.addAll(YouzanMembers.customer(some.get(i), answers.get(2 * i), now));
            items.addAll(YouzanMembers.coupons(some.get(i), answers.get(2 * i + 1), now));
        }
        YouzanPosition next = at.afterMembers(some.getLast(), some.size(), total);
        return new SyncPage(items, next.text(), RecordKind.CUSTOMERS, next.done(), total);
    }
}

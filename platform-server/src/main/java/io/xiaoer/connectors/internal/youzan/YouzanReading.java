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
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads all orders, refunds and members, the newest first. The platform shows three months and 100 pages at most, so time is cut into windows
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
        YouzanPosition at =
                position == null ? YouzanPosition.beginOf(RecordKind.ORDERS) : YouzanPosition.parse(position);
        if (at.stage() == RecordKind.CUSTOMERS) {
            return members(at, session);
        }
        if (at.windows() == null) {
            return goOn(aim, at.withWindows(plan(aim, at.stage(), session)), List.of());
        }
        if (!at.parcels().isEmpty()) {
            return parcels(aim, at, session);
        }
        Window window = at.windows().get(at.window());
        JsonNode data = session.call(list(aim, at.stage(), window, at.page(), PAGE));
        if (at.stage() == RecordKind.AFTERSALES) {
            List<Pushed> refunds = refunds(data, session);
            return goOn(aim, at.after(refunds.size()), refunds);
        }
        JsonNode trades = data.path("full_order_info_list");
        List<Pushed> orders = orders(trades, session);
        return goOn(aim, at.after(orders.size()).withParcels(hidden(trades)), orders);
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
        if (at.stage() == RecordKind.ORDERS) {
            YouzanPosition next = YouzanPosition.beginOf(RecordKind.AFTERSALES);
            return new SyncPage(items, next.text(), next.stage(), 0, null);
        }
        if (aim.kind() == SyncAim.Kind.FULL) {
            YouzanPosition next = YouzanPosition.beginOf(RecordKind.CUSTOMERS);
            return new SyncPage(items, next.text(), next.stage(), 0, null);
        }
        return new SyncPage(items, null, at.stage(), at.done(), at.total());
    }

    private List<Window> plan(SyncAim aim, RecordKind stage, Session session) throws BridgeFailed {
        List<Window> windows = new ArrayList<>();
        Instant to = aim.until();
        while (to.isAfter(aim.since())) {
            Instant from = to.minus(WINDOW);
            from = from.isBefore(aim.since()) ? aim.since() : from;
            add(windows, aim, stage, new Window(from.getEpochSecond(), to.getEpochSecond(), 0), session);
            to = from;
        }
        return windows;
    }

    private void add(List<Window> windows, SyncAim aim, RecordKind stage, Window window, Session session)
            throws BridgeFailed {
        JsonNode data = session.call(list(aim, stage, window, 1, 1));
        JsonNode total = data.path(stage == RecordKind.ORDERS ? "total_results" : "total");
        if (!total.isIntegralNumber() || !total.canConvertToInt()) {
            throw new BridgeFailed(Why.WRONG_FORM, "a list without a total");
        }
        if (total.intValue() <= PAGE * MOST_PAGES) {
            if (total.intValue() > 0) {
                windows.add(new Window(window.from(), window.to(), total.intValue()));
            }
            return;
        }
        long middle = (window.from() + window.to()) / 2;
        if (middle == window.from()) {
            throw new BridgeFailed(Why.WRONG_FORM, "more than 10,000 in a second");
        }
        add(windows, aim, stage, new Window(middle, window.to(), 0), session);
        add(windows, aim, stage, new Window(window.from(), middle, 0), session);
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

    private static List<Pushed> orders(JsonNode trades, Session session) throws BridgeFailed {
        if (!trades.isArray()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no full_order_info_list");
        }
        Instant now = session.now();
        List<Pushed> orders = new ArrayList<>();
        for (JsonNode trade : trades) {
            orders.add(YouzanOrders.listed(trade, now));
        }
        return orders;
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

    private static List<Pushed> refunds(JsonNode data, Session session) throws BridgeFailed {
        JsonNode list = data.path("refunds");
        if (!list.isArray()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no refunds");
        }
        Instant now = session.now();
        List<Pushed> refunds = new ArrayList<>();
        for (JsonNode refund : list) {
            refunds.add(YouzanRefunds.listed(refund, now));
        }
        return refunds;
    }

    private SyncPage members(YouzanPosition at, Session session) throws BridgeFailed {
        List<String> some = session.customersAfter(at.after(), MEMBERS_AT_ONCE);
        int total = at.total() == null ? session.countCustomers() : at.total();
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

package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.Asked;
import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Pushed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single orders and refunds, and what concerns one shopper. */
final class YouzanReads {

    private static final int ORDERS_AT_ONCE = 3;
    private static final int REFUNDS_AT_ONCE = 2;
    private static final int NEWEST = 50;

    /** What was bought so lately may not have been told yet. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final Set<Order.Status> OVER = EnumSet.of(Order.Status.COMPLETED, Order.Status.CANCELLED);
    private static final Set<AfterSale.Status> SETTLED =
            EnumSet.of(AfterSale.Status.DONE, AfterSale.Status.CANCELLED, AfterSale.Status.REJECTED);

    private final YouzanCalls calls;

    YouzanReads(YouzanCalls calls) {
        this.calls = calls;
    }

    /** An order and where its parcels are. */
    List<Pushed> order(String id, Session session) throws BridgeFailed {
        JsonNode trade = session.call(trade(id));
        JsonNode express = YouzanOrders.isShipped(trade) ? session.call(session.optional(express(id))) : null;
        return List.of(YouzanOrders.detailed(trade, parcels(express), session.now()));
    }

    /** A refund, and its order, which it may have changed. */
    List<Pushed> refund(String id, Session session) throws BridgeFailed {
        JsonNode refund = session.call(refund(id));
        List<Pushed> items = new ArrayList<>(List.of(YouzanRefunds.detailed(refund, session.now())));
        String order = YouzanFields.text(refund, "tid");
        if (order != null) {
            items.addAll(order(order, session));
        }
        return items;
    }

    List<Pushed> customer(String id, Session session) throws BridgeFailed {
        List<JsonNode> answers = session.callAll(List.of(
                session.optional(YouzanMembers.detail(calls, id)),
                session.optional(YouzanMembers.vouchers(calls, id))));
        List<Pushed> items = new ArrayList<>(YouzanMembers.customer(id, answers.get(0), session.now()));
        items.addAll(YouzanMembers.coupons(id, answers.get(1), session.now()));
        return items;
    }

    /** In two rounds: everything but the parcels, and the parcels of what is on its way. */
    List<Pushed> shopper(Asked asked, Session session) throws BridgeFailed {
        List<String> orders = worthAsking(asked.orders());
        List<String> refunds = asked.afterSales().stream()
                .filter(sale -> !SETTLED.contains(sale.status()))
                .limit(REFUNDS_AT_ONCE)
                .map(AfterSale::id)
                .toList();
        List<Session.Call> first = new ArrayList<>();
        // an order that the platform knows no more must not keep the others from being asked
        orders.forEach(id -> first.add(session.optional(trade(id))));
        refunds.forEach(id -> first.add(session.optional(refund(id))));
        first.add(lately(session.now()));
        first.add(session.optional(YouzanMembers.vouchers(calls, asked.customerId())));
        if (!asked.isKnown()) {
            first.add(session.optional(YouzanMembers.detail(calls, asked.customerId())));
        }
        List<JsonNode> answers = session.callAll(first);
        Instant now = session.now();
        Map<String, JsonNode> trades = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            if (!answers.get(i).isEmpty()) {
                trades.put(orders.get(i), answers.get(i));
            }
        }
        List<Pushed> items = new ArrayList<>();
        int at = orders.size();
        for (int i = 0; i < refunds.size(); i++) {
            JsonNode refund = answers.get(at++);
            if (!refund.isEmpty()) {
                items.add(YouzanRefunds.detailed(refund, now));
            }
        }
        for (JsonNode trade : answers.get(at++).path("full_order_info_list")) {
            String id = YouzanOrders.idOf(trade);
            if (id != null && !trades.containsKey(id) && asked.customerId().equals(YouzanOrders.customerOf(trade))) {
                items.add(YouzanOrders.listed(trade, now));
            }
        }
        items.addAll(YouzanMembers.coupons(asked.customerId(), answers.get(at++), now));
        if (!asked.isKnown()) {
            items.addAll(YouzanMembers.customer(asked.customerId(), answers.get(at), now));
        }
        items.addAll(withParcels(trades, session));
        return items;
    }

    private List<Pushed> withParcels(Map<String, JsonNode> trades, Session session) throws BridgeFailed {
        List<String> shipped = trades.keySet().stream()
                .filter(id -> YouzanOrders.isShipped(trades.getOrDefault(id, YouzanCalls.params())))
                .toList();
        List<JsonNode> answers = session.callAll(
                shipped.stream().map(id -> session.optional(express(id))).toList());
        List<Pushed> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> trade : trades.entrySet()) {
            int place = shipped.indexOf(trade.getKey());
            JsonNode express = place < 0 ? null : answers.get(place);
            items.add(YouzanOrders.detailed(trade.getValue(), parcels(express), session.now()));
        }
        return items;
    }

    /** Those under way, else the newest. */
    private static List<String> worthAsking(List<Order> orders) {
        Set<String> ids = new LinkedHashSet<>();
        orders.stream()
                .filter(order -> !OVER.contains(order.status()))
                .limit(ORDERS_AT_ONCE)
                .forEach(order -> ids.add(order.id()));
        if (ids.isEmpty() && !orders.isEmpty()) {
            ids.add(orders.getFirst().id());
        }
        return List.copyOf(ids);
    }

    private Session.Call trade(String id) {
        return calls.method("youzan.trade.get", "4.0.2", YouzanCalls.params().put("tid", id));
    }

    private Session.Call express(String id) {
        return calls.method(
                "youzan.logistics.goodsexpress.get",
                "3.0.0",
                YouzanCalls.params().put("tid", id));
    }

    private Session.Call refund(String id) {
        return calls.method(
                "youzan.trade.refund.get", "3.0.1", YouzanCalls.params().put("refund_id", id));
    }

    private Session.Call lately(Instant now) {
        return calls.method(
                "youzan.trades.sold.get",
                "4.0.4",
                YouzanCalls.params()
                        .put("start_created", YouzanFields.time(now.minus(LATELY)))
                        .put("end_created", YouzanFields.time(now))
                        .put("page_no", 1)
                        .put("page_size", NEWEST));
    }

    /** A list, or the list in an object; null if the platform says nothing of parcels, and then the order's own word counts. */
    private static @Nullable JsonNode parcels(@Nullable JsonNode express) throws BridgeFailed {
        if (express == null || (express.isObject() && express.isEmpty())) {
            return null;
        }
        JsonNode list = express.isArray() ? express : express.path("list");
        if (!list.isArray()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no list of parcels");
        }
        return list;
    }
}

package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.Asked;
import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads single orders and after-sales, and what concerns one shopper. */
final class WeimobReads {

    private static final int ORDERS_AT_ONCE = 3;
    private static final int RIGHTS_AT_ONCE = 2;

    private static final Set<Order.Status> OVER = EnumSet.of(Order.Status.COMPLETED, Order.Status.CANCELLED);
    private static final Set<AfterSale.Status> SETTLED =
            EnumSet.of(AfterSale.Status.DONE, AfterSale.Status.CANCELLED, AfterSale.Status.REJECTED);

    private final WeimobCalls calls;
    private final WeimobLists lists;
    private final WeimobMembers members;

    WeimobReads(WeimobCalls calls, WeimobLists lists, WeimobMembers members) {
        this.calls = calls;
        this.lists = lists;
        this.members = members;
    }

    /** An order, and where its parcels are. */
    List<Pushed> order(String id, Session session) throws BridgeFailed {
        return List.of(WeimobOrders.detailed(session.call(orderCall(id)), session.now()));
    }

    /** An after-sale, and its order, which it may have changed. */
    List<Pushed> rights(String id, Session session) throws BridgeFailed {
        JsonNode theirs = session.call(rightsCall(id));
        List<Pushed> items = new ArrayList<>(List.of(WeimobRights.detailed(theirs, session.now())));
        String order = WeimobRights.orderOf(theirs);
        if (order != null) {
            items.addAll(order(order, session));
        }
        return items;
    }

    /** In one round, and another for orders of whose parcels a list says nothing. */
    List<Pushed> shopper(Asked asked, Session session) throws BridgeFailed {
        String customer = asked.customerId();
        if (!WeimobValues.isId(customer)) {
            // somebody whom the platform does not know
            return List.of();
        }
        List<String> orders = worthAsking(asked.orders());
        List<String> rights = asked.afterSales().stream()
                .filter(sale -> !SETTLED.contains(sale.status()))
                .limit(RIGHTS_AT_ONCE)
                .map(AfterSale::id)
                .toList();
        List<Session.Call> first = new ArrayList<>();
        first.add(lists.latelyOf(WeimobLists.Of.ORDERS, customer, session.now()));
        first.add(lists.latelyOf(WeimobLists.Of.RIGHTS, customer, session.now()));
        first.add(members.coupons(customer, 1, session));
        if (!asked.isKnown()) {
            first.add(members.customers(List.of(customer), session));
        }
        int details = first.size();
        orders.forEach(id -> first.add(session.optional(orderCall(id))));
        rights.forEach(id -> first.add(session.optional(rightsCall(id))));
        List<JsonNode> answers = session.callAll(first);
        Instant now = session.now();
        List<Pushed> items = new ArrayList<>();
        for (int i = details; i < answers.size(); i++) {
            JsonNode detail = answers.get(i);
            if (!detail.isEmpty()) {
                boolean order = i < details + orders.size();
                items.add(order ? WeimobOrders.detailed(detail, now) : WeimobRights.detailed(detail, now));
            }
        }
        items.addAll(listed(answers.get(0), answers.get(1), items, now, session));
        items.addAll(members.allCoupons(customer, answers.get(2), session));
        if (!asked.isKnown()) {
            items.addAll(members.customersIn(answers.get(3), List.of(customer), session));
        }
        return items;
    }

    /**
     * What lists hold of another form is left out.
     *
     * @param there what was read by itself, which is not read again
     */
    private List<Pushed> listed(JsonNode orders, JsonNode rights, List<Pushed> there, Instant now, Session session)
            throws BridgeFailed {
        Set<String> known = there.stream().map(WeimobReads::name).collect(Collectors.toSet());
        List<Pushed> items = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (JsonNode theirs : WeimobCalls.list(orders, WeimobFields.LIST)) {
            String id = WeimobOrders.idOf(theirs);
            if (id != null && known.contains(RecordKind.ORDERS.key() + "/" + id)) {
                continue;
            }
            if (id != null && WeimobOrders.hidesParcels(theirs) && hidden.size() < ORDERS_AT_ONCE) {
                hidden.add(id);
            } else {
                items.addAll(WeimobLists.made(List.of(theirs), WeimobOrders::listed, now));
            }
        }
        items.addAll(WeimobLists.made(WeimobCalls.list(rights, WeimobFields.LIST), WeimobRights::listed, now));
        items.removeIf(item -> item.id() == null || known.contains(name(item)));
        List<Session.Call> calls =
                hidden.stream().map(id -> session.optional(orderCall(id))).toList();
        for (JsonNode theirs : session.callAll(calls)) {
            if (!theirs.isEmpty()) {
                items.add(WeimobOrders.detailed(theirs, session.now()));
            }
        }
        return items;
    }

    private static String name(Pushed item) {
        return item.kind() + "/" + item.id();
    }

    /** Those under way, else the newest. */
    private static List<String> worthAsking(List<Order> orders) {
        List<String> underWay = orders.stream()
                .filter(order -> !OVER.contains(order.status()))
                .limit(ORDERS_AT_ONCE)
                .map(Order::id)
                .toList();
        return underWay.isEmpty() ? orders.stream().limit(1).map(Order::id).toList() : underWay;
    }

    private Session.Call orderCall(String id) {
        ObjectNode params = WeimobCalls.params();
        WeimobValues.putId(params, "orderNo", id);
        return calls.call(WeimobCalls.SHOP, "order/detail/get", params);
    }

    private Session.Call rightsCall(String id) {
        ObjectNode params = WeimobCalls.params();
        WeimobValues.putId(params, "rightsId", id);
        return calls.call(WeimobCalls.SHOP, "rights/detail/get", params);
    }
}

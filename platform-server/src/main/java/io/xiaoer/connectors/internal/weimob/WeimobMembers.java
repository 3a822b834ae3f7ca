package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.putText;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putTime;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads customers, the levels that their cards say, and their coupons. Neither says when it changed, so each is as of when it was read. What
 * the shop has not let us see is left out.
 */
final class WeimobMembers {

    /** A customer who has more coupons than so many pages of them has more than a bot can speak of. */
    private static final int MOST_PAGES = 4;

    private final WeimobCalls calls;
    private final int pageSize;

    WeimobMembers(WeimobCalls calls, int pageSize) {
        this.calls = calls;
        this.pageSize = pageSize;
    }

    /** All of these customers, and their coupons; in two rounds, and a third for whoever has many coupons. */
    List<Pushed> read(List<String> ids, Session session) throws BridgeFailed {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Session.Call> first = new ArrayList<>(List.of(customers(ids, session)));
        ids.forEach(id -> first.add(coupons(id, 1, session)));
        List<JsonNode> answers = session.callAll(first);
        List<Pushed> items = new ArrayList<>(customersIn(answers.getFirst(), ids, session));
        for (int i = 0; i < ids.size(); i++) {
            items.addAll(allCoupons(ids.get(i), answers.get(i + 1), session));
        }
        return items;
    }

    Session.Call customers(List<String> ids, Session session) {
        ObjectNode params = WeimobCalls.params();
        ArrayNode list = params.putArray("widList");
        ids.forEach(id -> WeimobValues.addId(list, id));
        return session.optional(calls.call(WeimobCalls.CRM, "customer/getList", params));
    }

    Session.Call coupons(String id, int page, Session session) {
        ObjectNode params = WeimobCalls.params().put("pageNum", page).put("pageSize", pageSize);
        WeimobValues.putId(params, "wid", id);
        return session.optional(calls.call(WeimobCalls.CRM, "coupon/customer/getList", params));
    }

    private Session.Call cards(String id, Session session) {
        ObjectNode params = WeimobCalls.params();
        WeimobValues.putId(params, "wid", id);
        return session.optional(calls.call(WeimobCalls.CRM, "membercard/getList", params));
    }

    /** Those whom the answer speaks of, with the levels that their cards say where it does not say them itself. */
    List<Pushed> customersIn(JsonNode answer, List<String> ids, Session session) throws BridgeFailed {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        List<String> withCards = new ArrayList<>();
        for (JsonNode customer : list(answer, WeimobFields.CUSTOMERS)) {
            String id = text(WeimobFields.CUSTOMER_WID.in(customer));
            if (id != null && ids.contains(id)) {
                found.put(id, customer);
                if (levelIn(customer) == null
                        && WeimobFields.CUSTOMER_HAS_CARD.in(customer).booleanValue(false)) {
                    withCards.add(id);
                }
            }
        }
        List<JsonNode> cards =
                session.callAll(withCards.stream().map(id -> cards(id, session)).toList());
        Instant now = session.now();
        List<Pushed> items = new ArrayList<>();
        found.forEach((id, customer) -> {
            int card = withCards.indexOf(id);
            String level = card < 0 ? levelIn(customer) : levelOf(cards.get(card));
            items.addAll(customer(id, customer, level, now));
        });
        return items;
    }

    private static List<Pushed> customer(String id, JsonNode theirs, @Nullable String level, Instant readAt) {
        String name = text(WeimobFields.CUSTOMER_NAME.in(theirs));
        if (name == null) {
            return List.of();
        }
        ObjectNode customer = BridgeHttp.JSON.createObjectNode().put("name", name);
        putText(customer, "phone", text(WeimobFields.CUSTOMER_PHONE.in(theirs)));
        putText(customer, "memberLevel", level);
        putTime(customer, "registeredAt", WeimobFields.CUSTOMER_SINCE.in(theirs));
        return List.of(new Pushed(
                RecordKind.CUSTOMERS.key(),
                id,
                customer,
                readAt.atOffset(ZoneOffset.UTC).toString()));
    }

    private static @Nullable String levelIn(JsonNode node) {
        return text(WeimobFields.LEVEL_NAME.in(node));
    }

    /** Of the first card that says one; an answer may be a card itself. */
    private static @Nullable String levelOf(JsonNode answer) {
        JsonNode cards = answer.isArray() ? answer : WeimobFields.CARDS.listIn(answer);
        for (JsonNode card : cards) {
            String level = levelIn(card);
            if (level != null) {
                return level;
            }
        }
        return levelIn(answer);
    }

    /** @param first their first page, read already */
    List<Pushed> allCoupons(String id, JsonNode first, Session session) throws BridgeFailed {
        List<JsonNode> theirs = new ArrayList<>(list(first, WeimobFields.LIST));
        Long total = WeimobCalls.total(first);
        for (int page = 2; page <= MOST_PAGES && total != null && theirs.size() < total; page++) {
            int before = theirs.size();
            theirs.addAll(list(session.call(coupons(id, page, session)), WeimobFields.LIST));
            if (theirs.size() == before) {
                break;
            }
        }
        Instant now = session.now();
        List<Pushed> items = new ArrayList<>();
        theirs.forEach(coupon -> WeimobCoupons.made(id, coupon, now).ifPresent(items::add));
        return items;
    }

    /** What was refused is empty. */
    private static List<JsonNode> list(JsonNode answer, Places where) throws BridgeFailed {
        return answer.isEmpty() ? List.of() : WeimobCalls.list(answer, where);
    }
}

package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.list;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.connectors.internal.vendure.VendureCalls.Asking;
import io.xiaoer.connectors.internal.vendure.VendureCalls.Told;
import io.xiaoer.shopdata.Pushed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads single orders and customers, and all that concerns one shopper. */
final class VendureReads {

    private static final int PROMOTIONS = 200;
    private static final int RECENT = 10;

    private final VendureOrders orders;

    VendureReads(VendureOrders orders) {
        this.orders = orders;
    }

    /** An order, its refunds, and its customer, whose coupon it may have used up. */
    List<Pushed> order(String code, Session session) throws BridgeFailed {
        Told told = VendureCalls.ask(session, shop -> {
            ObjectNode variables = VendureCalls.object();
            variables.putObject("orders").set("filter", VendureCustomers.filter("code", code));
            return new Asking(VendureQueries.ordersInFull(shop), variables);
        });
        JsonNode found = list(told.data().path("orders"), "items");
        List<Pushed> items =
                new ArrayList<>(orders.all(told.shop(), found, order -> order.path("customer"), told.askedAt()));
        ArrayNode customers = VendureCalls.object().arrayNode();
        found.forEach(order -> customers.add(order.path("customer")));
        if (!customers.isEmpty()) {
            Told promotions =
                    VendureCalls.ask(session, shop -> new Asking(VendureQueries.promotions(), newestPromotions()));
            items.addAll(customers(told, customers, promotions.data(), session));
        }
        return items;
    }

    /** @param id the server's own */
    List<Pushed> customer(String id, Session session) throws BridgeFailed {
        return shoppers(shop -> VendureCustomers.filter("id", id), session);
    }

    /** @param id as we know them */
    List<Pushed> shopper(String id, Session session) throws BridgeFailed {
        return shoppers(shop -> VendureCustomers.filter(shop, id), session);
    }

    /** Customers and their orders of late, all in one call. */
    private List<Pushed> shoppers(Function<VendureShop, @Nullable ObjectNode> filter, Session session)
            throws BridgeFailed {
        Told told = VendureCalls.ask(session, shop -> shoppers(shop, filter.apply(shop)));
        if (told.data().isEmpty()) {
            return List.of();
        }
        JsonNode customers = list(told.data().path("customers"), "items");
        List<Pushed> items = new ArrayList<>(customers(told, customers, told.data(), session));
        for (JsonNode customer : customers) {
            items.addAll(
                    orders.all(told.shop(), list(customer.path("recent"), "items"), order -> customer, told.askedAt()));
        }
        return items;
    }

    private static @Nullable Asking shoppers(VendureShop shop, @Nullable ObjectNode filter) {
        if (filter == null) {
            return null;
        }
        ObjectNode variables = newestPromotions();
        variables.putObject("customers").set("filter", filter);
        ObjectNode recent = variables.putObject("recent").put("take", RECENT);
        recent.putObject("filter").putObject("orderPlacedAt").put("isNull", false);
        recent.putObject("sort").put("orderPlacedAt", "DESC");
        return new Asking(VendureQueries.shopper(shop), variables);
    }

    /** Several, without their orders. */
    List<Pushed> customers(List<String> ids, Session session) throws BridgeFailed {
        Told told = VendureCalls.ask(session, shop -> {
            ObjectNode filter = VendureCustomers.filter(shop, ids);
            if (filter == null) {
                return null;
            }
            ObjectNode variables = newestPromotions();
            variables.putObject("customers").put("take", ids.size()).set("filter", filter);
            return new Asking(VendureQueries.customers(shop), variables);
        });
        return told.data().isEmpty()
                ? List.of()
                : customers(told, list(told.data().path("customers"), "items"), told.data(), session);
    }

    /** @param promotions holds the newest; those of codes on orders that are not among them are asked for */
    private List<Pushed> customers(Told told, JsonNode customers, JsonNode promotions, Session session)
            throws BridgeFailed {
        VendureCoupons coupons = new VendureCoupons(promotions.path("promotions"));
        Set<String> unknown = coupons.unknownAmong(customers);
        if (!unknown.isEmpty()) {
            Told more =
                    VendureCalls.ask(session, shop -> new Asking(VendureQueries.promotions(), promotionsOf(unknown)));
            coupons = new VendureCoupons(
                    promotions.path("promotions"), more.data().path("promotions"));
        }
        List<Pushed> items = new ArrayList<>();
        for (JsonNode customer : customers) {
            items.addAll(VendureCustomers.made(told.shop(), customer, coupons, told.askedAt()));
        }
        return items;
    }

    /** Those that are switched on. */
    private static ObjectNode newestPromotions() {
        ObjectNode variables = VendureCalls.object();
        ObjectNode options = variables.putObject("promotions").put("take", PROMOTIONS);
        ObjectNode filter = options.putObject("filter");
        filter.putObject("couponCode").put("isNull", false);
        filter.putObject("enabled").put("eq", true);
        options.putObject("sort").put("updatedAt", "DESC");
        return variables;
    }

    private static ObjectNode promotionsOf(Set<String> codes) {
        ObjectNode variables = VendureCalls.object();
        ObjectNode options = variables.putObject("promotions");
        ArrayNode in = options.putObject("filter").putObject("couponCode").putArray("in");
        codes.stream().limit(PROMOTIONS).forEach(in::add);
        options.put("take", in.size());
        return variables;
    }
}

package io.xiaoer.testing.platforms;

import io.xiaoer.testing.platforms.PlatformSimulator.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One simulated server; all of it under one lock. Its clock shows whole seconds, and an order's {@code updatedAt} stands still when a parcel
 * leaves or money goes back: both as the real one with an SQLite database.
 */
final class VendureServer {

    private static final List<String> LIFE =
            List.of("PaymentAuthorized", "PaymentSettled", "Shipped", "Delivered", "Cancelled");
    private static final List<String> REFUND_LIFE = List.of("Pending", "Failed", "Pending", "Settled");
    private static final String CODE = "WELCOME";

    final int no;
    final String webhookSecret;
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger made = new AtomicInteger();
    final ConcurrentLinkedQueue<String> secrets = new ConcurrentLinkedQueue<>();

    private final Clock clock;
    private final Random random = new Random(20_261_127);
    private final List<Order> orders = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final Map<Integer, Map<String, Object>> customers = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private final Set<String> keys = new HashSet<>();

    VendureServer(int no, Clock clock) {
        this.no = no;
        this.clock = clock;
        this.webhookSecret = "whsec_"
                + Base64.getEncoder()
                        .encodeToString(("the webhook secret of shop " + (1000 + no)).getBytes(StandardCharsets.UTF_8));
        secrets.add(webhookSecret);
    }

    private static final class Order {
        final int id;
        final String code;
        final int customer;
        final Instant placed;
        final int total;
        final boolean withCoupon;
        final List<Map<String, Object>> history = new ArrayList<>();
        final List<Refund> refunds = new ArrayList<>();
        Instant paidAt;
        Instant shippedAt = Instant.EPOCH;
        int at;

        Order(int id, String code, int customer, Instant placed, int total, boolean withCoupon) {
            this.id = id;
            this.code = code;
            this.customer = customer;
            this.placed = placed;
            this.paidAt = placed;
            this.total = total;
            this.withCoupon = withCoupon;
        }

        String state() {
            return LIFE.get(at);
        }

        String trackingCode() {
            return "SF" + code;
        }
    }

    private static final class Refund {
        final int id;
        final Order order;
        final Instant created;
        Instant updated;
        int at;

        Refund(int id, Order order, Instant created) {
            this.id = id;
            this.order = order;
            this.created = created;
            this.updated = created;
        }
    }

    synchronized void trouble(Trouble trouble, boolean on) {
        if (on) {
            troubles.add(trouble);
        } else {
            troubles.remove(trouble);
        }
    }

    synchronized boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    synchronized String newKey() {
        String key = Long.toHexString(random.nextLong()) + ":" + Long.toHexString(random.nextLong())
                + Long.toHexString(random.nextLong());
        keys.add(key);
        secrets.add(key);
        return key;
    }

    synchronized void forgetKeys() {
        keys.clear();
    }

    synchronized boolean knows(String key) {
        return keys.contains(key);
    }

    synchronized List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    // --- what happens

    synchronized void sell(int many) {
        Instant now = now();
        int buyers = Math.max(1, many / 4);
        for (int i = 0; i < many; i++) {
            Instant placed = now.minusSeconds(3600 + (long) (random.nextDouble() * 150 * 24 * 3600));
            Order order = place(1 + i % buyers, placed);
            int at = random.nextInt(LIFE.size());
            while (order.at < at) {
                goOn(order, placed.plusSeconds(600L * (order.at + 1)));
            }
            if (i % 10 == 0) {
                refund(order, placed.plusSeconds(5000));
            }
        }
    }

    synchronized void change() {
        Instant now = now();
        switch (random.nextInt(10)) {
            case 0 -> tell(place(1, now));
            case 1 -> {
                Order order = orders.get(random.nextInt(orders.size()));
                refund(order, now);
                tell(order);
            }
            case 2 -> {
                if (refunds.isEmpty()) {
                    return;
                }
                Refund refund = refunds.get(random.nextInt(refunds.size()));
                if (refund.at + 1 < REFUND_LIFE.size()) {
                    refund.at++;
                    refund.updated = now;
                }
                tell(refund.order);
            }
            default -> {
                Order order = orders.get(random.nextInt(orders.size()));
                if (order.at + 1 < LIFE.size()) {
                    goOn(order, now);
                }
                tell(order);
            }
        }
    }

    private Order place(int customer, Instant at) {
        customers.computeIfAbsent(customer, this::customer);
        int id = orders.size() + 1;
        Order order = new Order(
                id,
                String.format(Locale.ROOT, "V%dX%08d", no, id),
                customer,
                at,
                1000 + random.nextInt(50_000),
                id % 5 == 0);
        orders.add(order);
        return order;
    }

    private static void goOn(Order order, Instant at) {
        String from = order.state();
        order.at++;
        switch (order.state()) {
            case "PaymentSettled" -> order.paidAt = at;
            case "Shipped" -> {
                order.shippedAt = at;
                order.history.add(parcel(order, "Created", "Pending", at));
                order.history.add(parcel(order, "Pending", "Shipped", at));
            }
            case "Delivered" -> order.history.add(parcel(order, "Shipped", "Delivered", at));
            default -> {}
        }
        order.history.add(entry("ORDER_STATE_TRANSITION", at, Map.of("from", from, "to", order.state())));
    }

    private static Map<String, Object> parcel(Order order, String from, String to, Instant at) {
        // here the id is a number
        return entry("ORDER_FULFILLMENT_TRANSITION", at, Map.of("fulfillmentId", order.id, "from", from, "to", to));
    }

    private static Map<String, Object> entry(String type, Instant at, Map<String, Object> data) {
        return Map.of("type", type, "createdAt", text(at), "data", VendureSimulator.JSON.valueToTree(data));
    }

    private void refund(Order order, Instant at) {
        Refund refund = new Refund(refunds.size() + 1, order, at);
        order.refunds.add(refund);
        refunds.add(refund);
    }

    /** As the plugin does, each a little later than the one before. */
    private void tell(Order order) {
        ObjectNode event = VendureSimulator.JSON
                .createObjectNode()
                .put("type", "order.changed")
                .put(
                        "timestamp",
                        clock.instant()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .plusMillis(made.incrementAndGet())
                                .toString());
        event.putObject("data").put("id", order.code);
        events.add(event.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    // --- what it answers

    synchronized String ask(JsonNode request) {
        Map<String, Object> root = new HashMap<>();
        root.put("activeChannel", Map.of("id", "1", "code", "__default_channel__"));
        root.put("orders", list(arguments -> orders.stream().map(this::shown).toList()));
        root.put("customers", list(arguments -> List.copyOf(customers.values())));
        root.put("promotions", list(arguments -> List.of(promotion())));
        return VendureGraphql.answer(request.path("query").asString(), request.path("variables"), root)
                .toString();
    }

    private static VendureGraphql.Field list(java.util.function.Function<JsonNode, List<Map<String, Object>>> all) {
        return arguments -> VendureGraphql.list(all.apply(arguments), arguments.path("options"));
    }

    private Map<String, Object> customer(int id) {
        Map<String, Object> customer = new HashMap<>();
        customer.put("id", Integer.toString(id));
        customer.put("firstName", "小明" + id);
        customer.put("lastName", "王");
        customer.put("emailAddress", "c" + id + "@example.com");
        customer.put("phoneNumber", "13800000000");
        customer.put("createdAt", "2025-01-02T03:04:05.000Z");
        customer.put("updatedAt", "2025-01-02T03:04:05.000Z");
        Map<String, Object> own = new HashMap<>();
        own.put("externalId", id % 3 == 0 ? null : "u-" + no + "-" + id);
        customer.put("customFields", own);
        customer.put("groups", List.of(Map.of("id", "7", "name", "金卡")));
        customer.put(
                "orders",
                list(arguments -> orders.stream()
                        .filter(order -> order.customer == id)
                        .map(this::shown)
                        .toList()));
        return customer;
    }

    private static Map<String, Object> promotion() {
        Map<String, Object> promotion = new HashMap<>();
        promotion.put("id", "1");
        promotion.put("name", "新客满减券");
        promotion.put("enabled", true);
        promotion.put("couponCode", CODE);
        promotion.put("updatedAt", "2026-01-01T00:00:00.000Z");
        promotion.put("startsAt", null);
        promotion.put("endsAt", "2027-12-31T00:00:00.000Z");
        promotion.put("perCustomerUsageLimit", 1);
        promotion.put(
                "conditions",
                List.of(operation("minimum_order_amount", Map.of("amount", "10000", "taxInclusive", "true"))));
        promotion.put("actions", List.of(operation("order_fixed_discount", Map.of("discount", "2000"))));
        return promotion;
    }

    private static Map<String, Object> operation(String code, Map<String, String> args) {
        return Map.of(
                "code",
                code,
                "args",
                args.entrySet().stream()
                        .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                        .toList());
    }

    private Map<String, Object> shown(Order order) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", Integer.toString(order.id));
        shown.put("code", order.code);
        shown.put("state", order.state());
        shown.put("createdAt", text(order.placed));
        shown.put("updatedAt", text(order.paidAt));
        shown.put("orderPlacedAt", text(order.placed));
        shown.put("totalWithTax", order.total);
        shown.put("couponCodes", order.withCoupon ? List.of(CODE) : List.of());
        shown.put("customer", customers.get(order.customer));
        shown.put("lines", List.of(line(order)));
        Map<String, Object> address = new HashMap<>();
        address.put("fullName", "王小明");
        address.put("streetLine1", "文三路 1 号");
        address.put("streetLine2", null);
        address.put("city", "杭州市");
        address.put("province", "浙江省");
        address.put("phoneNumber", "13800000000");
        shown.put("shippingAddress", address);
        shown.put("payments", List.of(payment(order)));
        shown.put("fulfillments", order.at < LIFE.indexOf("Shipped") ? List.of() : List.of(fulfillment(order)));
        shown.put("history", list(arguments -> order.history));
        return shown;
    }

    private static Map<String, Object> line(Order order) {
        return Map.of(
                "quantity",
                order.state().equals("Cancelled") ? 0 : 1,
                "orderPlacedQuantity",
                1,
                "unitPriceWithTax",
                order.total,
                "productVariant",
                Map.of("id", "1", "sku", "KETTLE-600", "name", "手冲咖啡壶 600ml"));
    }

    private static Map<String, Object> payment(Order order) {
        return Map.of(
                "state", order.at == 0 ? "Authorized" : "Settled",
                "createdAt", text(order.placed),
                "updatedAt", text(order.paidAt),
                "refunds", order.refunds.stream().map(VendureServer::shown).toList());
    }

    private static Map<String, Object> shown(Refund refund) {
        return Map.of(
                "id", Integer.toString(refund.id),
                "createdAt", text(refund.created),
                "updatedAt", text(refund.updated),
                "state", REFUND_LIFE.get(refund.at),
                "total", 990,
                "reason", "少发一件");
    }

    private static Map<String, Object> fulfillment(Order order) {
        return Map.of(
                "id", Integer.toString(order.id),
                "createdAt", text(order.shippedAt),
                "updatedAt", text(order.shippedAt),
                "state", order.at > LIFE.indexOf("Shipped") ? "Delivered" : "Shipped",
                "method", "顺丰速运",
                "trackingCode", order.trackingCode());
    }

    private static String text(Instant time) {
        return time.toString().replace("Z", ".000Z");
    }

    // --- as the shop's people would tell of it

    synchronized Map<String, PlatformSimulator.Order> expectedOrders() {
        Map<String, PlatformSimulator.Order> expected = new TreeMap<>();
        orders.forEach(order -> expected.put(
                order.code,
                new PlatformSimulator.Order(
                        order.customer % 3 == 0 ? "vendure-" + order.customer : "u-" + no + "-" + order.customer,
                        switch (order.state()) {
                            case "PaymentAuthorized" -> "PAID";
                            case "PaymentSettled" -> "TO_SHIP";
                            case "Shipped" -> "SHIPPED";
                            case "Delivered" -> "DELIVERED";
                            default -> "CANCELLED";
                        },
                        String.format(Locale.ROOT, "%d.%02d", order.total / 100, order.total % 100),
                        order.state().equals("Shipped") ? List.of(order.trackingCode()) : List.of())));
        return expected;
    }

    synchronized Map<String, String> expectedRefunds() {
        Map<String, String> expected = new TreeMap<>();
        refunds.forEach(refund -> expected.put(
                refund.order.code + "-R" + refund.id,
                switch (REFUND_LIFE.get(refund.at)) {
                    case "Pending" -> "REFUNDING";
                    case "Failed" -> "APPROVED";
                    default -> "DONE";
                }));
        return expected;
    }
}

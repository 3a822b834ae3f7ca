package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.putTime;
import static io.xiaoer.connectors.internal.vendure.VendureFields.text;
import static io.xiaoer.connectors.internal.vendure.VendureFields.time;

import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes coupons of promotions with a code. Nobody holds one there: whoever knows the code may use it. So a customer's are those whose code
 * is on an order or in the cart of theirs, and those that are for a group they are in. All others are told to nobody, since a code may be
 * meant for few. One whose rule is more than an amount or a percentage off orders from some amount on is left out: whether it can be used
 * would be a guess.
 */
final class VendureCoupons {

    private static final String GROUP = "customer_group";
    private static final String LEAST = "minimum_order_amount";

    private final Map<String, JsonNode> byCode = new LinkedHashMap<>();

    VendureCoupons(JsonNode... promotions) {
        for (JsonNode list : promotions) {
            list.path("items").forEach(promotion -> {
                String code = text(promotion, "couponCode");
                if (code != null) {
                    byCode.putIfAbsent(code, promotion);
                }
            });
        }
    }

    static String id(String code, String customerId) {
        return code + "-" + customerId;
    }

    /** The codes on orders of customers that stand for none of these. */
    Set<String> unknownAmong(JsonNode customers) {
        Set<String> codes = new TreeSet<>();
        customers.forEach(customer -> codes.addAll(codesOf(customer)));
        codes.removeAll(byCode.keySet());
        return codes;
    }

    List<Pushed> of(String customerId, JsonNode customer, Instant readAt) {
        Set<String> codes = codesOf(customer);
        Set<String> groups = new TreeSet<>();
        customer.path("groups").forEach(group -> groups.add(String.valueOf(text(group, "id"))));
        byCode.forEach((code, promotion) -> {
            String group = argument(promotion.path("conditions"), GROUP, "customerGroupId");
            if (group != null && groups.contains(group)) {
                codes.add(code);
            }
        });
        List<Pushed> coupons = new ArrayList<>();
        for (String code : codes) {
            JsonNode promotion = byCode.get(code);
            ObjectNode coupon = promotion == null ? null : coupon(customerId, code, customer, promotion, readAt);
            if (coupon != null) {
                coupons.add(new Pushed(
                        RecordKind.COUPONS.key(), id(code, customerId), coupon, VendureCustomers.at(readAt)));
            }
        }
        return coupons;
    }

    private static Set<String> codesOf(JsonNode customer) {
        Set<String> codes = new LinkedHashSet<>();
        orders(customer).forEach(order -> order.path("couponCodes").forEach(code -> codes.add(code.asString(""))));
        return codes;
    }

    private static JsonNode orders(JsonNode customer) {
        return customer.path("coded").path("items");
    }

    private static @Nullable ObjectNode coupon(
            String customerId, String code, JsonNode customer, JsonNode promotion, Instant now) {
        ObjectNode coupon = VendureCalls.object().put("customerId", customerId);
        String name = text(promotion, "name");
        coupon.put("name", name == null ? code : name + "（" + code + "）");
        JsonNode actions = promotion.path("actions");
        String amount = argument(actions, "order_fixed_discount", "discount");
        String percent = argument(actions, "order_percentage_discount", "discount");
        if (actions.size() != 1 || (amount == null) == (percent == null)) {
            return null;
        }
        coupon.put("kind", amount == null ? "percent" : "amount");
        BigDecimal value = number(amount == null ? percent : amount);
        if (value == null) {
            return null;
        }
        coupon.put("value", (amount == null ? value : value.movePointLeft(2)).toPlainString());
        for (JsonNode condition : promotion.path("conditions")) {
            String kind = text(condition, "code");
            if (LEAST.equals(kind)) {
                BigDecimal least = number(argument(promotion.path("conditions"), LEAST, "amount"));
                if (least == null) {
                    return null;
                }
                coupon.put("threshold", least.movePointLeft(2).toPlainString());
            } else if (!GROUP.equals(kind)) {
                return null;
            }
        }
        putTime(coupon, "validFrom", time(promotion.path("startsAt")));
        putTime(coupon, "validTo", time(promotion.path("endsAt")));
        coupon.put("status", status(code, customer, promotion, now).name().toLowerCase(Locale.ROOT));
        return coupon;
    }

    private static Coupon.Status status(String code, JsonNode customer, JsonNode promotion, Instant now) {
        JsonNode limit = promotion.path("perCustomerUsageLimit");
        if (limit.isIntegralNumber() && uses(code, customer) >= limit.intValue()) {
            return Coupon.Status.USED;
        }
        Instant end = time(promotion.path("endsAt"));
        boolean over = !promotion.path("enabled").booleanValue(true) || (end != null && end.isBefore(now));
        return over ? Coupon.Status.EXPIRED : Coupon.Status.UNUSED;
    }

    /** On orders that were placed and not cancelled. */
    private static int uses(String code, JsonNode customer) {
        int uses = 0;
        for (JsonNode order : orders(customer)) {
            boolean counts = time(order.path("orderPlacedAt")) != null && !"Cancelled".equals(text(order, "state"));
            for (JsonNode used : order.path("couponCodes")) {
                uses += counts && code.equals(used.asString("")) ? 1 : 0;
            }
        }
        return uses;
    }

    /** What an operation of that kind was given; null if there is none. */
    private static @Nullable String argument(JsonNode operations, String kind, String name) {
        for (JsonNode operation : operations) {
            if (kind.equals(text(operation, "code"))) {
                for (JsonNode argument : operation.path("args")) {
                    if (name.equals(text(argument, "name"))) {
                        return text(argument, "value");
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") ? new BigDecimal(text) : null;
    }
}

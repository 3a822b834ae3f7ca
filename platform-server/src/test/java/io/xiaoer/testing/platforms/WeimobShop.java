package io.xiaoer.testing.platforms;

import io.xiaoer.testing.platforms.PlatformSimulator.Trouble;
import io.xiaoer.testing.platforms.WeimobGoods.Bought;
import io.xiaoer.testing.platforms.WeimobGoods.Change;
import io.xiaoer.testing.platforms.WeimobGoods.Parcel;
import io.xiaoer.testing.platforms.WeimobGoods.Rights;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One shop on the simulated platform; all of it under one lock. */
final class WeimobShop {

    private static final int RATE_EVERY = 23;
    private static final long LONGEST_RANGE_MILLIS = 31L * 24 * 3600 * 1000;
    private static final int CREATED = 1;
    private static final int CHANGED = 2;

    final String name;
    final WeimobOpen open;
    final WeimobDoor door;
    final AtomicInteger calls = new AtomicInteger();

    private final WeimobForms forms;
    private final WeimobGoods goods;
    private final List<ObjectNode> events = new ArrayList<>();
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private int told;

    WeimobShop(String name, Clock clock, WeimobOpen open) {
        this.name = name;
        this.open = open;
        this.forms = new WeimobForms(open);
        this.door = new WeimobDoor(name, clock, open, forms);
        this.goods = new WeimobGoods(clock);
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

    synchronized void sell(int orders) {
        goods.sell(orders);
    }

    synchronized void change() {
        events.add(event(goods.change()));
    }

    synchronized String call(String path, String token, JsonNode params) {
        int call = calls.incrementAndGet();
        if (!door.lets(token)) {
            return forms.no("80001001000119", "accesstoken 已失效");
        }
        if (troubles.contains(Trouble.RATE) && call % RATE_EVERY == 0) {
            return forms.no(open.rateCode(), "请求过于频繁，请稍后重试");
        }
        return switch (path) {
            case "/apigw/weimob_shop/v2.0/order/list/search" ->
                list(
                        params,
                        goods.orders.values().stream().toList(),
                        order -> order.created,
                        order -> order.updated,
                        order -> order.wid,
                        order -> forms.order(order, false));
            case "/apigw/weimob_shop/v2.0/rights/list/search" ->
                list(
                        params,
                        goods.rights.values().stream().toList(),
                        rights -> rights.created,
                        rights -> rights.updated,
                        rights -> rights.wid,
                        forms::rights);
            case "/apigw/weimob_shop/v2.0/order/detail/get" -> {
                Bought order = goods.orders.get(id(params.path("orderNo")));
                yield order == null ? forms.no("10401", "订单不存在") : WeimobForms.yes(forms.order(order, true));
            }
            case "/apigw/weimob_shop/v2.0/rights/detail/get" -> {
                Rights rights = goods.rights.get(id(params.path("rightsId")));
                if (rights == null) {
                    yield forms.no("10402", "售后单不存在");
                }
                ObjectNode data = WeimobForms.object();
                data.set("rightsInfo", forms.rights(rights));
                yield WeimobForms.yes(data);
            }
            case "/apigw/weimob_crm/v2.0/customer/getList" -> {
                ObjectNode data = WeimobForms.object();
                ArrayNode list = data.putArray("userBaseInfoList");
                params.path("widList").forEach(wid -> list.add(forms.customer(id(wid))));
                yield WeimobForms.yes(data);
            }
            case "/apigw/weimob_crm/v2.0/membercard/getList" -> {
                ObjectNode card = WeimobForms.object().put("levelName", "金卡");
                yield WeimobForms.yes(forms.id(card, "wid", id(params.path("wid"))));
            }
            case "/apigw/weimob_crm/v2.0/coupon/customer/getList" -> {
                ArrayNode list = WeimobSimulator.JSON.createArrayNode();
                list.add(forms.coupon(id(params.path("wid"))));
                yield WeimobForms.yes(forms.list(list, 1));
            }
            default -> forms.no("80001001000101", "能力不存在");
        };
    }

    /** An id is a whole number, or it is none. */
    private static long id(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
    }

    private <T> String list(
            JsonNode params,
            List<T> all,
            ToLongFunction<T> created,
            ToLongFunction<T> changed,
            ToLongFunction<T> wid,
            Function<T, ObjectNode> shown) {
        int page = params.path("pageNum").asInt(0);
        int size = params.path("pageSize").asInt(0);
        JsonNode query = params.path("queryParameter");
        JsonNode time = query.path("queryTime");
        long from = time.path("startTime").asLong(0);
        long to = time.path("endTime").asLong(0);
        int type = time.path("type").asInt(0);
        boolean tooMany = size > open.mostOnAPage() && !open.cutsPages();
        if (page < 1
                || size < 1
                || tooMany
                || to - from > LONGEST_RANGE_MILLIS
                || (type != CREATED && type != CHANGED)) {
            return forms.no("10400", "参数错误");
        }
        ToLongFunction<T> at = type == CREATED ? created : changed;
        ToLongFunction<T> order = open.sortedByChange() ? changed : created;
        Predicate<T> asked =
                query.has("userWid") ? some -> wid.applyAsLong(some) == id(query.path("userWid")) : some -> true;
        List<T> found = all.stream()
                .filter(some -> at.applyAsLong(some) >= from && at.applyAsLong(some) <= to)
                .filter(asked)
                .sorted(Comparator.comparingLong(order).reversed())
                .toList();
        int most = Math.min(size, open.mostOnAPage());
        ArrayNode items = WeimobSimulator.JSON.createArrayNode();
        found.stream().skip((long) (page - 1) * most).limit(most).map(shown).forEach(items::add);
        return WeimobForms.yes(forms.list(items, found.size()));
    }

    private ObjectNode event(Change change) {
        return switch (change) {
            case Change.OfOrder made -> {
                ObjectNode message = forms.id(WeimobForms.object(), "orderNo", made.order().no)
                        .put("bosId", Long.parseLong(name))
                        .put("orderStatus", made.order().status)
                        .put("updateTime", made.order().updated);
                yield event("weimob_shop.order", made.fresh() ? "create" : "statusUpdate", made.order().no, message);
            }
            case Change.OfRights made -> {
                ObjectNode message = forms.id(WeimobForms.object(), "rightsId", made.rights().id)
                        .put("statusBefore", made.before())
                        .put("status", made.rights().status);
                forms.id(message, "orderNo", made.rights().orderNo);
                yield event("weimob_shop.rights", made.fresh() ? "create" : "statusUpdate", made.rights().id, message);
            }
        };
    }

    private ObjectNode event(String topic, String event, long about, ObjectNode message) {
        told++;
        return forms.id(WeimobForms.object(), "bosId", Long.parseLong(name))
                .put("id", open.pushIdsAreTheirs() ? Long.toString(about) : "msg-" + name + "-" + told)
                .put("topic", topic)
                .put("event", event)
                .put("msgBody", message.toString());
    }

    synchronized List<ObjectNode> takeEvents() {
        List<ObjectNode> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    synchronized Map<String, PlatformSimulator.Order> expectedOrders() {
        Map<String, PlatformSimulator.Order> expected = new TreeMap<>();
        goods.orders
                .values()
                .forEach(order -> expected.put(
                        Long.toString(order.no),
                        new PlatformSimulator.Order(
                                Long.toString(order.wid),
                                meaning(order.status),
                                order.amount,
                                order.status == 5
                                        ? order.parcels.stream()
                                                .map(Parcel::number)
                                                .toList()
                                        : List.of())));
        return expected;
    }

    synchronized Map<String, String> expectedRights() {
        Map<String, String> expected = new TreeMap<>();
        goods.rights.values().forEach(rights -> expected.put(Long.toString(rights.id), meaningOfRights(rights.status)));
        return expected;
    }

    private static String meaning(int status) {
        return switch (status) {
            case 0, 1 -> "CREATED";
            case 2 -> "PAID";
            case 3 -> "TO_SHIP";
            case 4 -> "PARTLY_SHIPPED";
            case 5 -> "SHIPPED";
            case 7 -> "DELIVERED";
            case 8 -> "COMPLETED";
            case 9 -> "CANCELLED";
            default -> throw new IllegalArgumentException("" + status);
        };
    }

    private static String meaningOfRights(int status) {
        return switch (status) {
            case 1 -> "REQUESTED";
            case 2 -> "APPROVED";
            case 3 -> "RETURNING";
            case 5 -> "REFUNDING";
            case 6 -> "DONE";
            case 7 -> "CANCELLED";
            default -> throw new IllegalArgumentException("" + status);
        };
    }
}

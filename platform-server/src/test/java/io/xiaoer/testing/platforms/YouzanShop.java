package io.xiaoer.testing.platforms;

import io.xiaoer.testing.platforms.PlatformSimulator.Trouble;
import io.xiaoer.testing.platforms.YouzanSimulator.Open;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One shop on the simulated platform; all of it under one lock. */
final class YouzanShop {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> LIFE = List.of(
            "WAIT_BUYER_PAY",
            "TRADE_PAID",
            "WAIT_CONFIRM",
            "WAIT_SELLER_SEND_GOODS",
            "WAIT_BUYER_CONFIRM_GOODS",
            "TRADE_SUCCESS");
    private static final List<String> REFUND_LIFE =
            List.of("WAIT_SELLER_AGREE", "WAIT_BUYER_RETURN_GOODS", "WAIT_SELLER_CONFIRM_GOODS", "SUCCESS");
    private static final int RATE_EVERY = 23;
    private static final long MAX_RANGE_SECONDS = 92L * 24 * 3600;

    final String name;
    final AtomicInteger refreshes = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    final ConcurrentLinkedQueue<String> secrets = new ConcurrentLinkedQueue<>();
    volatile Open open = new Open(true, false);

    private final Clock clock;
    private final Random random = new Random(20_261_126);
    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private final Set<String> known = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private String accessToken = "";
    private boolean accessGood;
    private String refreshToken = "";
    private int made;
    private int saidNo;

    YouzanShop(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    private static final class Trade {
        final String tid;
        final String buyer;
        final long created;
        final String payment;
        long updated;
        String status;
        String expressNo = "";
        long version = 1;

        Trade(String tid, String buyer, long created, String payment, String status) {
            this.tid = tid;
            this.buyer = buyer;
            this.created = created;
            this.updated = created;
            this.payment = payment;
            this.status = status;
        }
    }

    private static final class Refund {
        final String id;
        final String tid;
        final long created;
        final String fee;
        long modified;
        String status;
        long version = 1;

        Refund(String id, String tid, long created, String fee) {
            this.id = id;
            this.tid = tid;
            this.created = created;
            this.modified = created;
            this.fee = fee;
            this.status = REFUND_LIFE.getFirst();
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

    synchronized boolean knows(String secret) {
        return !secret.isEmpty() && known.contains(secret);
    }

    synchronized String newCode() {
        String code = secret("code");
        codes.add(code);
        return code;
    }

    synchronized void expireToken() {
        accessGood = false;
    }

    synchronized void revoke() {
        accessGood = false;
        refreshToken = "";
        codes.clear();
    }

    private String secret(String kind) {
        String secret = kind + "-" + name + "-" + Integer.toHexString(made++) + Long.toHexString(random.nextLong());
        known.add(secret);
        secrets.add(secret);
        return secret;
    }

    synchronized String token(JsonNode params) {
        switch (params.path("authorize_type").asString("")) {
            case "authorization_code" -> {
                if (!codes.remove(params.path("code").asString(""))) {
                    return no("140100101", "code invalid");
                }
            }
            case "refresh_token" -> {
                if (refreshToken.isEmpty()
                        || !refreshToken.equals(params.path("refresh_token").asString(""))) {
                    return no("140100102", "refresh token invalid");
                }
                refreshes.incrementAndGet();
            }
            case "silent" -> {}
            default -> {
                return no("140100100", "authorize_type");
            }
        }
        boolean same = params.path("authorize_type").asString("").equals("authorization_code") && accessGood;
        if (!same) {
            accessToken = secret("access");
            accessGood = true;
            refreshToken = secret("refresh");
        }
        ObjectNode data = YouzanSimulator.JSON.createObjectNode();
        data.put("access_token", accessToken)
                .put("expires", clock.instant().plusSeconds(7L * 24 * 3600).toEpochMilli())
                .put("scope", "trade")
                .put("authority_id", name)
                .put("refresh_token", refreshToken);
        return yes(data);
    }

    synchronized String call(String path, String query, JsonNode params) {
        int call = calls.incrementAndGet();
        if (!accessGood || !query.equals("access_token=" + accessToken)) {
            return no(call % 2 == 0 ? "4201" : "4203", "token expired");
        }
        if (troubles.contains(Trouble.RATE) && call % RATE_EVERY == 0) {
            return no("4101", "too many requests");
        }
        return switch (path) {
            case "/api/youzan.trades.sold.get/4.0.4" -> sold(params);
            case "/api/youzan.trade.get/4.0.2" -> {
                Trade trade = trades.get(params.path("tid").asString(""));
                yield trade == null ? no("101305001", "no trade") : yes(shown(trade, true));
            }
            case "/api/youzan.logistics.goodsexpress.get/3.0.0" -> express(params);
            case "/api/youzan.trade.refund.search/3.0.1" -> refundSearch(params);
            case "/api/youzan.trade.refund.get/3.0.1" -> {
                Refund refund = refunds.get(params.path("refund_id").asString(""));
                yield refund == null ? no("101305002", "no refund") : yes(shown(refund));
            }
            case "/api/youzan.scrm.customer.detail.get/1.0.1" -> member(params);
            case "/api/youzan.ump.voucher.query/3.0.0" -> vouchers(params);
            default -> no("4001", "no such method");
        };
    }

    private String no(String code, String message) {
        return YouzanSimulator.no(saidNo++, code, message);
    }

    private static String yes(ObjectNode data) {
        ObjectNode answer = YouzanSimulator.JSON.createObjectNode();
        answer.put("success", true).put("code", 200).set("data", data);
        return answer.toString();
    }

    private String sold(JsonNode params) {
        boolean created = params.has("start_created");
        String by = created ? "created" : "update";
        if (!params.has("start_" + by) || !params.has("end_" + by)) {
            return no("101300001", "start and end must be given together");
        }
        long from = seconds(params.path("start_" + by).asString(""));
        long to = seconds(params.path("end_" + by).asString(""));
        Predicate<Trade> within = created
                ? trade -> trade.created >= from && trade.created <= to
                : trade -> trade.updated >= from && trade.updated <= to;
        List<Trade> found = trades.values().stream()
                .filter(within)
                .sorted(Comparator.<Trade>comparingLong(trade -> -(created ? trade.created : trade.updated))
                        .thenComparing(trade -> trade.tid))
                .toList();
        return page(params, from, to, found, "full_order_info_list", "total_results", trade -> shown(trade, false));
    }

    private String refundSearch(JsonNode params) {
        boolean created = params.has("create_time_start");
        String by = created ? "create_time" : "update_time";
        long from = params.path(by + "_start").asLong(0);
        long to = params.path(by + "_end").asLong(0);
        List<Refund> found = refunds.values().stream()
                .filter(refund -> {
                    long at = created ? refund.created : refund.modified;
                    return at >= from && at <= to;
                })
                .toList();
        return page(params, from, to, found, "refunds", "total", YouzanShop::shown);
    }

    private <T> String page(
            JsonNode params,
            long from,
            long to,
            List<T> found,
            String listName,
            String totalName,
            java.util.function.Function<T, ObjectNode> shown) {
        int page = params.path("page_no").asInt(0);
        int size = params.path("page_size").asInt(0);
        if (page < 1 || page > 100 || size < 1 || size > 100 || to - from > MAX_RANGE_SECONDS) {
            return no("101300002", "page_no, page_size or range");
        }
        ObjectNode data = YouzanSimulator.JSON.createObjectNode().put(totalName, found.size());
        ArrayNode list = data.putArray(listName);
        found.stream().skip((long) (page - 1) * size).limit(size).map(shown).forEach(list::add);
        return yes(data);
    }

    private ObjectNode shown(Trade trade, boolean alone) {
        ObjectNode shown = YouzanSimulator.JSON.createObjectNode();
        ObjectNode full = shown.putObject("full_order_info");
        ObjectNode info = full.putObject("order_info");
        info.put("tid", trade.tid)
                .put("status", trade.status)
                .put("created", text(trade.created))
                .put("update_time", text(trade.updated));
        if (LIFE.indexOf(trade.status) > 0) {
            info.put("pay_time", text(trade.created + 60));
        }
        full.putObject("buyer_info").put("yz_open_id", trade.buyer).put("buyer_phone", "138****0000");
        full.putObject("pay_info").put("payment", trade.payment).put("total_fee", trade.payment);
        full.putObject("address_info")
                .put("receiver_name", "王小明")
                .put("receiver_tel", "13800000000")
                .put("delivery_province", "浙江省")
                .put("delivery_city", "杭州市")
                .put("delivery_district", "西湖区")
                .put("delivery_address", "文三路 1 号");
        full.putArray("orders")
                .addObject()
                .put("oid", trade.tid + "1")
                .put("item_id", 2_147_483_648_123L)
                .put("outer_sku_id", "sku-" + trade.payment.length())
                .put("title", "面霜 50g")
                .put("num", 1)
                .put("price", trade.payment);
        if (!trade.expressNo.isEmpty() && (alone || open.listsShowParcels())) {
            shown.putArray("delivery_order")
                    .addObject()
                    .putArray("dists")
                    .addObject()
                    .putObject("express_info")
                    .put("express_name", "顺丰速运")
                    .put("express_no", trade.expressNo);
        }
        return shown;
    }

    private static ObjectNode shown(Refund refund) {
        return YouzanSimulator.JSON
                .createObjectNode()
                .put("refund_id", refund.id)
                .put("tid", refund.tid)
                .put("refund_type", "REFUND_AND_RETURN")
                .put("status", refund.status)
                .put("refund_fee", refund.fee)
                .put("reason", "不想要了")
                .put("created", text(refund.created))
                .put("modified", text(refund.modified));
    }

    private String express(JsonNode params) {
        Trade trade = trades.get(params.path("tid").asString(""));
        if (trade == null || trade.expressNo.isEmpty()) {
            return no("101305003", "no express");
        }
        ObjectNode data = YouzanSimulator.JSON.createObjectNode();
        ObjectNode parcel = data.putArray("list").addObject();
        parcel.put("express_name", "顺丰速运").put("express_no", trade.expressNo).put("state", "在途");
        parcel.putArray("transit_step_info")
                .addObject()
                .put("status_time", text(trade.updated))
                .put("status_desc", "已到达杭州转运中心");
        return yes(data);
    }

    private String member(JsonNode params) {
        String buyer = params.path("yz_open_id").asString("");
        ObjectNode data = YouzanSimulator.JSON.createObjectNode();
        data.put("yz_open_id", buyer)
                .put("show_name", "顾客" + buyer)
                .put("mobile", "13800000000")
                .put("created_at", "2025-01-02 03:04:05")
                .putObject("level")
                .put("name", "金卡");
        return yes(data);
    }

    private String vouchers(JsonNode params) {
        String buyer = params.path("yz_open_id").asString("");
        ObjectNode data = YouzanSimulator.JSON.createObjectNode().put("total", 1);
        data.putArray("list")
                .addObject()
                .put("voucher_id", "v-" + buyer)
                .put("title", "满 100 减 15")
                .put("preferential_mode", 1)
                .put("value", 1500)
                .put("threshold", 10_000)
                .put("valid_start_time", Instant.parse("2026-11-01T00:00:00Z").toEpochMilli())
                .put("valid_end_time", Instant.parse("2026-12-31T00:00:00Z").toEpochMilli())
                .put("status", "VALID");
        return yes(data);
    }

    synchronized void sell(int orders) {
        long now = clock.instant().getEpochSecond();
        int buyers = Math.max(1, orders / 4);
        for (int i = 0; i < orders; i++) {
            String tid = "E" + name + String.format(Locale.ROOT, "%08d", trades.size());
            long created = now - 3600 - (long) (random.nextDouble() * 150 * 24 * 3600);
            Trade trade = new Trade(
                    tid,
                    "yz" + name + "u" + i % buyers,
                    created,
                    (10 + random.nextInt(500)) + ".90",
                    LIFE.get(random.nextInt(LIFE.size())));
            if (LIFE.indexOf(trade.status) >= 4) {
                trade.expressNo = "SF" + name + trades.size();
            }
            trades.put(tid, trade);
            if (i % 10 == 0) {
                refund(trade, created + 1800);
            }
        }
    }

    private Refund refund(Trade trade, long at) {
        Refund refund = new Refund("R" + name + refunds.size(), trade.tid, at, trade.payment);
        refunds.put(refund.id, refund);
        return refund;
    }

    synchronized void change() {
        long now = clock.instant().getEpochSecond();
        List<Trade> all = List.copyOf(trades.values());
        int what = random.nextInt(10);
        if (what == 0) {
            Trade fresh = new Trade(
                    "E" + name + String.format(Locale.ROOT, "%08d", trades.size()),
                    "yz" + name + "u0",
                    now,
                    "99.00",
                    LIFE.getFirst());
            trades.put(fresh.tid, fresh);
            events.add(event("trade_TradeCreate", fresh));
        } else if (what == 1) {
            Refund refund = refund(all.get(random.nextInt(all.size())), now);
            events.add(event("youzan_trade_RefundBuyerCreated", refund));
        } else if (what == 2 && !refunds.isEmpty()) {
            Refund refund = List.copyOf(refunds.values()).get(random.nextInt(refunds.size()));
            int at = REFUND_LIFE.indexOf(refund.status);
            refund.status = at + 1 < REFUND_LIFE.size() ? REFUND_LIFE.get(at + 1) : "CLOSED";
            refund.modified = now;
            refund.version++;
            events.add(event("youzan_trade_RefundChanged", refund));
        } else {
            Trade trade = all.get(random.nextInt(all.size()));
            int at = LIFE.indexOf(trade.status);
            trade.status = at >= 0 && at + 1 < LIFE.size() ? LIFE.get(at + 1) : "TRADE_CLOSED";
            if (trade.status.equals("WAIT_BUYER_CONFIRM_GOODS")) {
                trade.expressNo = "SF" + name + trade.tid.substring(trade.tid.length() - 4) + trade.version;
            }
            trade.updated = now;
            trade.version++;
            events.add(event("trade_TradeChanged", trade));
        }
    }

    private ObjectNode event(String type, Trade trade) {
        ObjectNode msg =
                YouzanSimulator.JSON.createObjectNode().put("tid", trade.tid).put("status", trade.status);
        ObjectNode event = event(type, trade.tid, trade.status, trade.version);
        String text = msg.toString();
        event.put("msg", open.encodedMessages() ? YouzanSimulator.encoded(text) : text);
        return event;
    }

    private ObjectNode event(String type, Refund refund) {
        ObjectNode event = event(type, refund.id, refund.status, refund.version);
        event.putObject("msg").put("refund_id", refund.id).put("tid", refund.tid);
        return event;
    }

    private ObjectNode event(String type, String id, String status, long version) {
        return YouzanSimulator.JSON
                .createObjectNode()
                .put("client_id", YouzanSimulator.CLIENT_ID)
                .put("kdt_id", Long.parseLong(name))
                .put("id", id)
                .put("type", type)
                .put("status", status)
                .put("msg_id", "m-" + name + "-" + made++)
                .put("version", version)
                .put("sendCount", 1)
                .put("test", false);
    }

    synchronized List<ObjectNode> takeEvents() {
        List<ObjectNode> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    synchronized Map<String, PlatformSimulator.Order> expectedOrders() {
        Map<String, PlatformSimulator.Order> expected = new TreeMap<>();
        trades.values()
                .forEach(trade -> expected.put(
                        trade.tid,
                        new PlatformSimulator.Order(
                                trade.buyer,
                                meaning(trade.status),
                                trade.payment,
                                trade.status.equals("WAIT_BUYER_CONFIRM_GOODS")
                                        ? List.of(trade.expressNo)
                                        : List.of())));
        return expected;
    }

    synchronized Map<String, String> expectedRefunds() {
        Map<String, String> expected = new TreeMap<>();
        refunds.values().forEach(refund -> expected.put(refund.id, meaning(refund.status)));
        return expected;
    }

    private static String meaning(String status) {
        return switch (status) {
            case "WAIT_BUYER_PAY" -> "CREATED";
            case "TRADE_PAID", "WAIT_CONFIRM" -> "PAID";
            case "WAIT_SELLER_SEND_GOODS" -> "TO_SHIP";
            case "WAIT_BUYER_CONFIRM_GOODS" -> "SHIPPED";
            case "TRADE_SUCCESS" -> "COMPLETED";
            case "TRADE_CLOSED", "CLOSED" -> "CANCELLED";
            case "WAIT_SELLER_AGREE" -> "REQUESTED";
            case "WAIT_BUYER_RETURN_GOODS" -> "APPROVED";
            case "WAIT_SELLER_CONFIRM_GOODS" -> "RETURNING";
            case "SUCCESS" -> "DONE";
            default -> throw new IllegalArgumentException(status);
        };
    }

    private static String text(long seconds) {
        return TIME.format(Instant.ofEpochSecond(seconds).atZone(CHINA));
    }

    private static long seconds(String text) {
        return LocalDateTime.parse(text, TIME).atZone(CHINA).toEpochSecond();
    }
}

package io.xiaoer.connectors.internal.youzan;

import static io.xiaoer.connectors.internal.youzan.YouzanFields.putFen;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.putText;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.putTime;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes customers and coupons of the platform's members and vouchers; neither says when it changed, so both are as of when they were read. */
final class YouzanMembers {

    private static final int AMOUNT = 1;
    private static final int DISCOUNT = 2;
    private static final int WHOLE = 100;
    private static final int MOST_VOUCHERS = 100;

    private YouzanMembers() {}

    static Session.Call detail(YouzanCalls calls, String customerId) {
        return calls.method(
                "youzan.scrm.customer.detail.get", "1.0.1", YouzanCalls.params().put("yz_open_id", customerId));
    }

    static Session.Call vouchers(YouzanCalls calls, String customerId) {
        return calls.method(
                "youzan.ump.voucher.query",
                "3.0.0",
                YouzanCalls.params()
                        .put("yz_open_id", customerId)
                        .put("page_no", 1)
                        .put("page_size", MOST_VOUCHERS));
    }

    /** One, or none if the answer says nothing of anybody. */
    static List<Pushed> customer(String customerId, JsonNode data, Instant readAt) {
        String name = text(data, "show_name", "name");
        if (name == null) {
            return List.of();
        }
        ObjectNode customer = BridgeHttp.JSON.createObjectNode().put("name", name);
        putText(customer, "phone", text(data, "mobile"));
        putText(customer, "memberLevel", text(data.path("level"), "name"));
        putTime(customer, "registeredAt", data.path("created_at"));
        return List.of(new Pushed(RecordKind.CUSTOMERS.key(), customerId, customer, at(readAt)));
    }

    /** @throws BridgeFailed if the answer says something, but holds no list */
    static List<Pushed> coupons(String customerId, JsonNode data, Instant readAt) throws BridgeFailed {
        List<Pushed> coupons = new ArrayList<>();
        if (!data.isEmpty() && !data.path("list").isArray()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no list of vouchers");
        }
        data.path("list").forEach(voucher -> {
            ObjectNode coupon = BridgeHttp.JSON.createObjectNode().put("customerId", customerId);
            putText(coupon, "name", text(voucher, "title"));
            int mode = voucher.path("preferential_mode").intValue(0);
            if (mode == AMOUNT) {
                coupon.put("kind", "amount");
                putFen(coupon, "value", voucher.path("value"));
            } else if (mode == DISCOUNT) {
                coupon.put("kind", "percent");
                // 85 is 8.5 折: 15 % off
                coupon.put("value", WHOLE - voucher.path("discount").intValue(WHOLE));
            }
            if (voucher.path("threshold").intValue(0) > 0) {
                putFen(coupon, "threshold", voucher.path("threshold"));
            }
            putTime(coupon, "validFrom", voucher.path("valid_start_time"));
            putTime(coupon, "validTo", voucher.path("valid_end_time"));
            coupon.put("status", YouzanStatuses.VOUCHERS.ours(String.valueOf(text(voucher, "status"))));
            coupons.add(new Pushed(RecordKind.COUPONS.key(), text(voucher, "voucher_id"), coupon, at(readAt)));
        });
        return coupons;
    }

    private static String at(Instant readAt) {
        return readAt.atOffset(ZoneOffset.UTC).toString();
    }
}

package io.xiaoer.testing.platforms;

import io.xiaoer.testing.platforms.WeimobGoods.Bought;
import io.xiaoer.testing.platforms.WeimobGoods.Parcel;
import io.xiaoer.testing.platforms.WeimobGoods.Rights;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the platform writes things. */
final class WeimobForms {

    private final WeimobOpen open;

    WeimobForms(WeimobOpen open) {
        this.open = open;
    }

    static ObjectNode object() {
        return WeimobSimulator.JSON.createObjectNode();
    }

    static String yes(ObjectNode data) {
        ObjectNode answer = object();
        answer.put("globalTicket", "7-0a-8f");
        answer.putObject("code").put("errcode", "0").put("errmsg", "处理成功");
        answer.set("data", data);
        return answer.toString();
    }

    String no(String code, String message) {
        ObjectNode answer = object();
        ObjectNode said = answer.putObject("code");
        if (open.numbersAsTexts()) {
            said.put("errcode", Long.parseLong(code));
        } else {
            said.put("errcode", code);
        }
        said.put("errmsg", message);
        return answer.toString();
    }

    ObjectNode list(ArrayNode items, int total) {
        ObjectNode data = object();
        data.set(open.otherNames() ? "list" : "pageList", items);
        String name = open.otherNames() ? "total" : "totalCount";
        if (open.numbersAsTexts()) {
            data.put(name, Integer.toString(total));
        } else {
            data.put(name, total);
        }
        return data;
    }

    ObjectNode id(ObjectNode to, String name, long id) {
        boolean text = switch (open.ids()) {
            case NUMBERS -> false;
            case TEXTS -> true;
            case BOTH -> id / 2 % 2 == 0;
        };
        return text ? to.put(name, Long.toString(id)) : to.put(name, id);
    }

    private ObjectNode number(ObjectNode to, String name, long number) {
        return open.numbersAsTexts() ? to.put(name, Long.toString(number)) : to.put(name, number);
    }

    private ObjectNode money(ObjectNode to, String name, String yuan) {
        return open.numbersAsTexts() ? to.put(name, new BigDecimal(yuan)) : to.put(name, yuan);
    }

    ObjectNode order(Bought order, boolean alone) {
        ObjectNode shown = object();
        ObjectNode info = shown.putObject("orderInfo");
        ObjectNode base = info.putObject("orderBaseInfo");
        id(base, "orderNo", order.no);
        number(base, "orderStatus", order.status);
        number(base, "createTime", order.created);
        number(base, "updateTime", order.updated);
        number(base, "payTime", order.status == 0 ? 0 : order.created + 60_000);
        id(info.putObject("buyerInfo"), "wid", order.wid).put("userNickName", "小明");
        ObjectNode pay = info.putObject("payInfo");
        money(pay, "shouldPayAmount", order.amount);
        money(pay, "payAmount", order.status == 0 ? "0.00" : order.amount);
        money(pay, "totalAmount", "9999.00");
        ObjectNode item = info.putArray("items").addObject();
        id(item, "goodsId", order.no - 2);
        id(item, "skuId", order.no - 4);
        item.put("skuCode", "sku-" + order.amount.length()).put("goodsTitle", "面霜 50g");
        item.put("skuNum", "1.000");
        money(item, "salePrice", order.amount);
        info.putObject("orderFulfill")
                .putObject("receiverInfo")
                .put("name", "王小明")
                .put("phone", "13800000000")
                .put("province", "浙江省")
                .put("city", "杭州市")
                .put("county", "西湖区")
                .put("address", "文三路 1 号");
        if (alone || open.listsShowParcels()) {
            ArrayNode parcels = shown.putArray(alone ? "fulfillInfoList" : "fulfillOrderList");
            order.parcels.forEach(parcel -> parcels.add(parcel(parcel)));
        }
        return shown;
    }

    private ObjectNode parcel(Parcel parcel) {
        ObjectNode shown = object();
        shown.putObject("deliveryInfo")
                .put("companyName", "顺丰速运")
                .put("number", parcel.number())
                .put("statusName", "运输中");
        number(shown, "deliveryTime", parcel.sentAt());
        number(shown, "updateTime", parcel.sentAt() + 1);
        number(shown, "receivingTime", 0);
        return shown;
    }

    ObjectNode rights(Rights rights) {
        ObjectNode shown = object();
        ObjectNode base = shown.putObject("rightsOrder");
        id(base, "rightsId", rights.id);
        number(base, "rightsStatus", rights.status);
        number(base, "rightsType", 1);
        number(base, "createTime", rights.created);
        number(base, "updateTime", rights.updated);
        id(shown.putObject("originOrder"), "orderNo", rights.orderNo);
        id(shown.putObject("buyerInfo"), "wid", rights.wid);
        ObjectNode refund = shown.putObject("refundDetail");
        money(refund, "applyAmount", rights.amount);
        money(refund, "refundAmount", rights.status == 6 ? rights.amount : "0");
        shown.putObject("rightsReason").put("rightsReason", "不想要了");
        return shown;
    }

    ObjectNode customer(long wid) {
        ObjectNode shown = id(object(), "wid", wid).put("nickname", "顾客" + wid).put("phone", "13800000000");
        number(shown, "becomeMemberTime", Instant.parse("2025-01-02T03:04:05Z").toEpochMilli());
        return shown.put("hasValidMemberCard", true);
    }

    ObjectNode coupon(long wid) {
        ObjectNode shown = object().put("code", "c-" + wid).put("name", "满 100 减 15");
        number(shown, "couponType", 1);
        number(shown, "status", 1);
        money(shown, "discountAmount", "15.00");
        money(shown, "useThreshold", "100.00");
        ObjectNode valid = shown.putObject("validDate");
        number(valid, "useStartTime", Instant.parse("2026-11-01T00:00:00Z").toEpochMilli());
        number(valid, "useEndTime", Instant.parse("2026-12-31T00:00:00Z").toEpochMilli());
        return shown;
    }
}

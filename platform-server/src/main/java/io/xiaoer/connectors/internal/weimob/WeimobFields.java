package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.Places.at;

import io.xiaoer.shopdata.RecordKind;
import java.util.List;

/**
 * What the platform calls things. The first place of each is the one in the platform's own client libraries; the others are where older
 * versions or other lists have it. What is guessed is marked so: nothing public says it.
 */
final class WeimobFields {

    // tokens: the answer is flat
    static final Places ACCESS_TOKEN = at("access_token").within("", "data");
    static final Places REFRESH_TOKEN = at("refresh_token").within("", "data");
    static final Places EXPIRES_IN = at("expires_in").within("", "data");
    static final Places SHOP = at("business_operation_system_id", "bosId", "public_account_id", "business_id")
            .within("", "data");
    static final Places SHOP_NAME = at("bosName", "shop_name").within("", "data"); // guessed

    // every list
    static final Places LIST = at("pageList", "list");
    static final Places TOTAL = at("totalCount", "total");

    // orders, in a list or read by themselves
    private static final String[] ORDER = {"orderInfo", ""};
    private static final String[] ORDER_BASE = {"orderInfo/orderBaseInfo", "orderBaseInfo", ""};

    static final Places ORDER_NO = at("orderNo").within(ORDER_BASE);
    static final Places ORDER_STATUS = at("orderStatus").within(ORDER_BASE);
    static final Places ORDER_CREATED = at("createTime").within(ORDER_BASE);
    static final Places ORDER_CHANGED = at("updateTime").within(ORDER_BASE);
    static final Places ORDER_PAID = at("payTime").within(ORDER_BASE);
    static final Places ORDER_BUYER = at("buyerInfo/wid", "wid").within(ORDER);
    static final Places ORDER_TOTAL = at("payInfo/shouldPayAmount", "payInfo/payAmount", "payInfo/totalAmount")
            .within(ORDER);
    static final Places ORDER_LINES = at("items").within(ORDER);
    static final Places ORDER_PRESALE = at("preSellInfo/preSellDeliveryDate").within(ORDER);
    static final Places ORDER_RECEIVER = at("orderFulfill/receiverInfo").within(ORDER);
    static final Places LINE_SKU = at("skuCode", "itemBizExt/outerSkuId", "skuId", "goodsCode", "goodsId");
    static final Places LINE_NAME = at("goodsTitle");
    static final Places LINE_QUANTITY = at("skuNum");
    static final Places LINE_PRICE = at("salePrice");
    static final List<String> REGION = List.of("province", "city", "county", "area");

    // parcels of an order
    static final Places PARCELS = at("fulfillInfoList", "fulfillOrderList");
    static final Places PARCEL_CARRIER = at("deliveryInfo/companyName", "consignOrder/logisticsInfo/companyName");
    static final Places PARCEL_NUMBER = at("deliveryInfo/number", "consignOrder/logisticsInfo/deliveryNo");
    static final Places PARCEL_STATUS = at("deliveryInfo/statusName");
    static final Places PARCEL_SENT = at("deliveryTime", "consignOrder/consignTime");
    static final Places PARCEL_RECEIVED = at("receivingTime");
    static final Places PARCEL_CHANGED = at("updateTime");
    static final Places PARCEL_TRACES = at("traceList").within("deliveryInfo", ""); // guessed
    static final Places TRACE_AT = at("time", "acceptTime"); // guessed
    static final Places TRACE_TEXT = at("context", "desc", "acceptStation"); // guessed

    // after-sales
    private static final String[] RIGHTS = {"rightsInfo", ""};
    private static final String[] RIGHTS_BASE = {"rightsInfo/rightsOrder", "rightsOrder", ""};

    static final Places RIGHTS_ID = at("rightsId").within(RIGHTS_BASE);
    static final Places RIGHTS_STATUS = at("rightsStatus").within(RIGHTS_BASE);
    static final Places RIGHTS_TYPE = at("rightsType").within(RIGHTS_BASE);
    static final Places RIGHTS_CREATED = at("createTime").within(RIGHTS_BASE);
    static final Places RIGHTS_CHANGED = at("updateTime").within(RIGHTS_BASE);
    static final Places RIGHTS_ORDER = at("originOrder/orderNo", "orderNo").within(RIGHTS);
    static final Places RIGHTS_REFUNDED = at("refundDetail/refundAmount").within(RIGHTS);
    static final Places RIGHTS_WANTED = at("refundDetail/applyAmount").within(RIGHTS);
    static final Places RIGHTS_REASON = at("rightsReason/rightsReason").within(RIGHTS);

    // customers and their cards
    static final Places CUSTOMERS = at("userBaseInfoList", "pageList", "list");
    static final Places CUSTOMER_WID = at("wid");
    static final Places CUSTOMER_NAME = at("name", "nickname");
    static final Places CUSTOMER_PHONE = at("phone");
    static final Places CUSTOMER_SINCE = at("becomeMemberTime", "becomeCustomerTime");
    static final Places CUSTOMER_HAS_CARD = at("hasValidMemberCard");
    static final Places CARDS = at("memberCardList", "pageList", "list"); // guessed: one card may also stand alone
    static final Places LEVEL_NAME = at("levelName", "memberLevelName", "membershipPlanName"); // guessed

    // coupons
    static final Places COUPON_CODE = at("code", "couponCode");
    static final Places COUPON_NAME = at("name");
    static final Places COUPON_TYPE = at("couponType");
    static final Places COUPON_STATUS = at("status");
    static final Places COUPON_VALUE = at("discountAmount");
    static final Places COUPON_THRESHOLD = at("useThreshold");
    static final Places COUPON_FROM = at("validDate/useStartTime");
    static final Places COUPON_TO = at("validDate/useEndTime");

    // pushes
    static final Places PUSH_ID = at("id");
    static final Places PUSH_TOPIC = at("topic");
    static final Places PUSH_EVENT = at("event");
    static final Places PUSH_SHOP = at("bosId");
    static final Places PUSH_SIGN = at("sign");
    static final Places PUSH_BODY = at("msgBody");
    static final Places PUSH_CHANGED = at("updateTime").within("", "orderInfo", "rightsInfo");

    /** What pushes are about, by a part of their topics; the first that fits counts. */
    static final List<Topic> TOPICS = List.of(
            new Topic("rights", RecordKind.AFTERSALES, at("rightsId").within("", "rightsInfo", "obj")),
            new Topic("rights", RecordKind.ORDERS, at("orderNo").within("", "orderInfo", "obj")),
            new Topic("coupon", RecordKind.COUPONS, at("wid")),
            new Topic("membercard", RecordKind.CUSTOMERS, at("wid")),
            new Topic("customer", RecordKind.CUSTOMERS, at("wid")),
            new Topic("order", RecordKind.ORDERS, at("orderNo").within("", "orderInfo", "obj")));

    record Topic(String part, RecordKind kind, Places id) {}

    private WeimobFields() {}
}

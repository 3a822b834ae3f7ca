package io.xiaoer.connectors.internal.vendure;

/** What is asked of the Admin API. */
final class VendureQueries {

    /** Every key may ask this, so whoever may not has none that is good. */
    static final String KEY = "query XiaoerKey { activeChannel { id code } }";

    private static final String PARCEL_AND_ORDER_STATES =
            "{filter: {type: {in: [\"ORDER_STATE_TRANSITION\", \"ORDER_FULFILLMENT_TRANSITION\"]}}}";

    private static final String PROMOTIONS = """
            promotions(options: $promotions) {
              items {
                id name enabled couponCode startsAt endsAt perCustomerUsageLimit
                conditions { code args { name value } }
                actions { code args { name value } }
              }
            }
            """;

    private VendureQueries() {}

    /** Something of each kind that will be read. */
    static String trial(VendureShop shop) {
        return "query XiaoerTrial { activeChannel { id code } orders(options: {take: 1}) { totalItems }"
                + " customers(options: {take: 1}) { items { " + id(shop) + " } }"
                + " promotions(options: {take: 1}) { totalItems } }";
    }

    static String orders(VendureShop shop) {
        return "query XiaoerOrders($orders: OrderListOptions) { orders(options: $orders) { totalItems items { "
                + order() + " customer { " + id(shop) + " updatedAt } } } }";
    }

    /** Orders with all of their customers. */
    static String ordersInFull(VendureShop shop) {
        return "query XiaoerOrdersInFull($orders: OrderListOptions) { orders(options: $orders) { items { " + order()
                + " customer { " + customer(shop) + " } } } }";
    }

    static String customers(VendureShop shop) {
        return "query XiaoerCustomers($customers: CustomerListOptions, $promotions: PromotionListOptions) {"
                + " customers(options: $customers) { totalItems items { " + customer(shop) + " } } " + PROMOTIONS
                + " }";
    }

    /** A shopper, the orders of late included. */
    static String shopper(VendureShop shop) {
        return "query XiaoerShopper($customers: CustomerListOptions, $promotions: PromotionListOptions,"
                + " $recent: OrderListOptions) { customers(options: $customers) { items { " + customer(shop)
                + " recent: orders(options: $recent) { items { " + order() + " } } } } " + PROMOTIONS + " }";
    }

    static String promotions() {
        return "query XiaoerPromotions($promotions: PromotionListOptions) { " + PROMOTIONS + " }";
    }

    private static String id(VendureShop shop) {
        return shop.customersHaveIds() ? "id customFields { externalId }" : "id";
    }

    /** With the codes on orders, which tell what coupons are theirs. */
    private static String customer(VendureShop shop) {
        return id(shop) + """
                 firstName lastName emailAddress phoneNumber createdAt updatedAt
                groups { id name }
                coded: orders(options: {sort: {updatedAt: DESC}, take: 50}) { items { state orderPlacedAt couponCodes } }
                """;
    }

    private static String order() {
        return """
                code state updatedAt orderPlacedAt totalWithTax couponCodes
                lines { quantity orderPlacedQuantity unitPriceWithTax productVariant { id sku name } }
                shippingAddress { fullName streetLine1 streetLine2 city province phoneNumber }
                payments { state createdAt updatedAt refunds { id createdAt updatedAt state total reason } }
                fulfillments { id createdAt updatedAt state method trackingCode }
                history(options: %s) { items { type createdAt data } }
                """.formatted(PARCEL_AND_ORDER_STATES);
    }
}

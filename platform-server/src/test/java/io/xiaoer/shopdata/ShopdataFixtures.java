package io.xiaoer.shopdata;

/** Builds valid records as a shop's systems send them. */
public final class ShopdataFixtures {

    private ShopdataFixtures() {}

    /** An order with a line, an address and a parcel, as the body of a PUT. */
    public static String order(String customerId, String status, String updatedAt) {
        return """
                {"customerId": "%s", "status": "%s", "placedAt": "2026-01-01T09:00:00+08:00", "total": "59.90",
                 "lines": [{"sku": "s1", "name": "面霜", "quantity": 1, "price": 59.9}],
                 "shipTo": {"name": "王小明", "phone": "13812341234", "region": "上海市", "address": "世纪大道1号"},
                 "shipments": [{"carrier": "顺丰", "trackingNo": "SF1", "courierName": "老李", "courierPhone": "13900001111",
                                "status": "运输中", "events": [{"at": "2026-01-02T09:00:00+08:00", "text": "已揽收"}]}],
                 "updatedAt": "%s"}
                """.formatted(customerId, status, updatedAt);
    }
}

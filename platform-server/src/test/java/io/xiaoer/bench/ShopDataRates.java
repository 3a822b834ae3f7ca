package io.xiaoer.bench;

import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** How fast a shop's orders come in, against the same rows put into a plain table by hand. */
final class ShopDataRates {

    private static final int ROWS = 500;
    private static final int CALLERS = 2;
    private static final OffsetDateTime AT = OffsetDateTime.of(2026, 1, 2, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String LINES = """
            "lines": [{"sku": "s-1", "name": "玻尿酸面霜", "quantity": 1, "price": "59.90"},
                      {"sku": "s-2", "name": "烟酰胺精华", "quantity": 2, "price": "89.00"}],""";
    private static final String DATA = """
            {"customerId": "c-%1$d", "status": "shipped", "placedAt": "2026-01-01T00:00:00Z", "total": "237.90",
             """ + LINES + """
             "shipments": [{"carrier": "顺丰", "trackingNo": "SF%1$d", "status": "运输中",
                            "events": [{"at": "2026-01-02T00:00:00Z", "text": "已揽收"}]}]%2$s}""";
    private static final String SHIP_TO =
            ", \"shipTo\": {\"name\": \"王小明\", \"phone\": \"13812341234\", \"address\": \"世纪大道1号\"}";

    private ShopDataRates() {}

    static void measure(Api api, DatabaseAccess access, Duration warmUp, Duration measured) throws Exception {
        PlatformBench.title("Orders in batches of " + ROWS + ", " + CALLERS + " senders");
        TestShop shop = api.signUp();
        PlatformBench.Work push = (caller, turn) -> push(shop.api(), caller + "-" + turn, AT);
        PlatformBench.rate(CALLERS, warmUp, (caller, turn) -> push(shop.api(), "w" + caller + "-" + turn, AT));
        double fresh = ROWS * PlatformBench.rate(CALLERS, measured, push);
        // over the same rows again and again, each time newer
        double changed = ROWS
                * PlatformBench.rate(
                        CALLERS,
                        measured,
                        (caller, turn) -> push(shop.api(), caller + "-" + caller * 17L, AT.plusSeconds(turn)));
        double raw = raw(access, warmUp, measured);
        PlatformBench.line("orders pushed over HTTP, new ones", fresh, "/s");
        PlatformBench.line("orders pushed over HTTP, changed ones", changed, "/s");
        PlatformBench.line("the same rows inserted by hand", raw, "/s");
        PlatformBench.line("  new ones / by hand", fresh / raw, "");
        PlatformBench.line("  changed ones / by hand", changed / raw, "");
    }

    private static void push(Api api, String batch, OffsetDateTime updatedAt) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            items.add("{\"kind\": \"orders\", \"id\": \"" + batch + "-" + i + "\", \"updatedAt\": \"" + updatedAt
                    + "\", \"data\": " + DATA.formatted(i, SHIP_TO) + "}");
        }
        Answer answer = api.post("/api/v1/shop/batch", "[" + String.join(",", items) + "]");
        if (answer.status() != 200 || answer.json().get("rejected").asInt() != 0) {
            throw new IllegalStateException("a batch was answered " + answer.status() + " " + answer.text());
        }
    }

    private static double raw(DatabaseAccess access, Duration warmUp, Duration measured) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try (Connection owner = PlatformBench.connect(access);
                var statement = owner.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create table bench.plain (like shopdata.shop_order including all)");
            for (int i = 0; i < CALLERS; i++) {
                Connection connection = PlatformBench.connect(access);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            PlatformBench.Work insert = (caller, turn) -> insert(connections.get(caller));
            PlatformBench.rate(CALLERS, warmUp, insert);
            double rate = ROWS * PlatformBench.rate(CALLERS, measured, insert);
            statement.execute("drop schema bench cascade");
            return rate;
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void insert(Connection connection) throws Exception {
        UUID tenant = UUID.randomUUID();
        byte[] sealed = new byte[150];
        new Random(tenant.getLeastSignificantBits()).nextBytes(sealed);
        String row = "(?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?)";
        String sql = "insert into bench.plain (tenant_id, id, customer_id, status, placed_at, data, sealed, source,"
                + " updated_at, received_at) values " + String.join(",", Collections.nCopies(ROWS, row));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 1;
            for (int i = 0; i < ROWS; i++) {
                insert.setObject(at++, tenant);
                insert.setString(at++, tenant + "-" + i);
                insert.setString(at++, "c-" + i);
                insert.setString(at++, "shipped");
                insert.setObject(at++, AT);
                insert.setString(at++, DATA.formatted(i, ""));
                insert.setBytes(at++, sealed);
                insert.setString(at++, "push");
                insert.setObject(at++, AT);
                insert.setObject(at++, AT);
            }
            insert.executeUpdate();
        }
        connection.commit();
    }
}

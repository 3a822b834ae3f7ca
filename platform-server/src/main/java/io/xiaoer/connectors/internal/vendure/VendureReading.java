package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.list;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.connectors.internal.bridges.SyncAim;
import io.xiaoer.connectors.internal.bridges.SyncPage;
import io.xiaoer.connectors.internal.vendure.VendureCalls.Asking;
import io.xiaoer.connectors.internal.vendure.VendureCalls.Told;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads orders, the newest first, and then the customers of orders. What has changed cannot be asked for: an order's {@code updatedAt} does
 * not move when it is shipped or refunded, and a coupon changes without its customer. So a reading of changes, the daily one included,
 * reads again all orders that were placed within the history, and their customers; nothing is taken for unchanged because of a date. That
 * a record came without having changed is seen when it is stored.
 *
 * <p>Orders are read by when they were placed, which never changes, so their pages stand still.
 */
final class VendureReading {

    private static final int PAGE = 50;

    private final VendureOrders orders;
    private final VendureReads reads;
    private final Duration history;

    VendureReading(VendureOrders orders, VendureReads reads, Duration history) {
        this.orders = orders;
        this.reads = reads;
        this.history = history;
    }

    /**
     * Where a reading is.
     *
     * @param done how much of the stage is read
     * @param after the last customer that was read
     * @param total of the stage; null if nobody has counted
     */
    private record Position(
            RecordKind stage,
            int done,
            String after,
            @Nullable Integer total) {

        static final Position BEGIN = new Position(RecordKind.ORDERS, 0, "", null);
        static final Position CUSTOMERS = new Position(RecordKind.CUSTOMERS, 0, "", null);
    }

    SyncPage page(SyncAim aim, @Nullable String position, Session session) throws BridgeFailed {
        Position at = position == null ? Position.BEGIN : BridgeHttp.JSON.readValue(position, Position.class);
        Instant since = aim.until().minus(history);
        Instant from = aim.since().isBefore(since) ? aim.since() : since;
        return at.stage() == RecordKind.ORDERS ? orders(aim, from, at, session) : customers(from, at, session);
    }

    private SyncPage orders(SyncAim aim, Instant from, Position at, Session session) throws BridgeFailed {
        Told told = VendureCalls.ask(session, shop -> {
            ObjectNode variables = VendureCalls.object();
            ObjectNode options =
                    variables.putObject("orders").put("skip", at.done()).put("take", PAGE);
            options.putObject("filter")
                    .putObject("orderPlacedAt")
                    .putObject("between")
                    .put("start", from.toString())
                    .put("end", aim.until().toString());
            options.putObject("sort").put("orderPlacedAt", "DESC").put("id", "DESC");
            return new Asking(VendureQueries.orders(shop), variables);
        });
        int total = total(told.data().path("orders"));
        JsonNode list = list(told.data().path("orders"), "items");
        List<Pushed> items = orders.all(told.shop(), list, order -> order.path("customer"), told.askedAt());
        int done = at.done() + list.size();
        boolean more = done < total && !list.isEmpty();
        Position next = more ? new Position(RecordKind.ORDERS, done, "", total) : Position.CUSTOMERS;
        return new SyncPage(items, text(next), next.stage(), next.done(), next.total());
    }

    private SyncPage customers(Instant from, Position at, Session session) throws BridgeFailed {
        List<String> some = session.customersAfter(at.after(), from, PAGE);
        int total = at.total() == null ? session.countCustomers(from) : at.total();
        if (some.isEmpty()) {
            return new SyncPage(List.of(), null, RecordKind.CUSTOMERS, at.done(), at.done());
        }
        List<Pushed> items = reads.customers(some, session);
        Position next = new Position(RecordKind.CUSTOMERS, at.done() + some.size(), some.getLast(), total);
        return new SyncPage(items, text(next), RecordKind.CUSTOMERS, next.done(), total);
    }

    private static int total(JsonNode page) throws BridgeFailed {
        JsonNode total = page.path("totalItems");
        if (!total.isIntegralNumber() || !total.canConvertToInt()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no totalItems");
        }
        return total.intValue();
    }

    private static String text(Position position) {
        return BridgeHttp.JSON.writeValueAsString(position);
    }
}

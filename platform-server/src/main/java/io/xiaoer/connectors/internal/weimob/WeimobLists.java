package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.Session;
import io.xiaoer.connectors.internal.bridges.SyncAim;
import io.xiaoer.shopdata.Pushed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks for lists of orders and after-sales. */
final class WeimobLists {

    /** Whether the ends of a range belong to it, and whether they count in full seconds, nothing public says. */
    static final Duration EDGE = Duration.ofSeconds(1);

    /** What is listed. */
    enum Of {
        ORDERS("order/list/search"),
        RIGHTS("rights/list/search");

        private final String action;

        Of(String action) {
            this.action = action;
        }
    }

    private final WeimobCalls calls;
    private final WeimobSettings settings;

    WeimobLists(WeimobCalls calls, WeimobSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    /** What was made, or has changed, in some time, and a little before and after it. */
    Session.Call within(Of of, SyncAim.Kind kind, Instant from, Instant to, int page, int size) {
        int type = kind == SyncAim.Kind.FULL ? settings.createdType() : settings.changedType();
        return list(of, type, from.minus(EDGE), to.plus(EDGE), null, page, size);
    }

    /** What a customer has bought or asked for lately. */
    Session.Call latelyOf(Of of, String customer, Instant now) {
        Instant from = now.minus(settings.longestRange());
        return list(of, settings.createdType(), from, now.plus(EDGE), customer, 1, settings.pageSize());
    }

    private Session.Call list(
            Of of, int type, Instant from, Instant to, @Nullable String customer, int page, int size) {
        ObjectNode params = WeimobCalls.params().put("pageNum", page).put("pageSize", size);
        ObjectNode query = params.putObject("queryParameter");
        query.putObject("queryTime")
                .put("startTime", from.toEpochMilli())
                .put("endTime", to.toEpochMilli())
                .put("type", type);
        if (customer != null) {
            WeimobValues.putId(query, "userWid", customer);
        }
        return calls.call(WeimobCalls.SHOP, of.action, params);
    }

    /** Makes a record of something in a list. */
    interface Making {
        Pushed of(JsonNode theirs, Instant readAt) throws BridgeFailed;
    }

    /** One of another form becomes a record of nothing, to be counted as rejected. */
    static List<Pushed> made(List<JsonNode> list, Making making, Instant readAt) {
        List<Pushed> made = new ArrayList<>();
        for (JsonNode theirs : list) {
            try {
                made.add(making.of(theirs, readAt));
            } catch (BridgeFailed e) {
                made.add(new Pushed(null, null, null, null));
            }
        }
        return made;
    }
}

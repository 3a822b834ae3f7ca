package io.xiaoer.connectors.internal.youzan;

import static io.xiaoer.connectors.internal.youzan.YouzanFields.putText;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.putTime;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.putYuan;
import static io.xiaoer.connectors.internal.youzan.YouzanFields.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Stamp;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes after-sales of the platform's refunds. */
final class YouzanRefunds {

    private YouzanRefunds() {}

    static Pushed listed(JsonNode refund, Instant readAt) throws BridgeFailed {
        return made(refund, Stamp.listed(changedAt(refund), readAt).toString());
    }

    static Pushed detailed(JsonNode refund, Instant readAt) throws BridgeFailed {
        return made(refund, Stamp.detailed(changedAt(refund), readAt).toString());
    }

    private static Pushed made(JsonNode refund, String updatedAt) throws BridgeFailed {
        String id = text(refund, "refund_id");
        if (id == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a refund without refund_id");
        }
        ObjectNode data = BridgeHttp.JSON.createObjectNode();
        putText(data, "orderId", text(refund, "tid"));
        data.put("kind", YouzanStatuses.REFUND_KINDS.ours(String.valueOf(text(refund, "refund_type"))));
        data.put("status", YouzanStatuses.REFUNDS.ours(String.valueOf(text(refund, "status"))));
        putYuan(data, "amount", refund.path("refund_fee"));
        putText(data, "reason", text(refund, "reason"));
        putTime(data, "requestedAt", refund.path("created"));
        return new Pushed(RecordKind.AFTERSALES.key(), id, data, updatedAt);
    }

    private static Instant changedAt(JsonNode refund) throws BridgeFailed {
        Instant changed = YouzanFields.time(refund.path("modified"));
        changed = changed == null ? YouzanFields.time(refund.path("created")) : changed;
        if (changed == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a refund without modified");
        }
        return changed;
    }
}

package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.putText;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putTime;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.putYuan;
import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Stamp;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes after-sales of what the platform calls rights. */
final class WeimobRights {

    private WeimobRights() {}

    static Pushed listed(JsonNode theirs, Instant readAt) throws BridgeFailed {
        return made(theirs, Stamp.listed(changedAt(theirs), readAt).toString());
    }

    static Pushed detailed(JsonNode theirs, Instant readAt) throws BridgeFailed {
        return made(theirs, Stamp.detailed(changedAt(theirs), readAt).toString());
    }

    static @Nullable String idOf(JsonNode theirs) {
        return text(WeimobFields.RIGHTS_ID.in(theirs));
    }

    static @Nullable String orderOf(JsonNode theirs) {
        return text(WeimobFields.RIGHTS_ORDER.in(theirs));
    }

    private static Pushed made(JsonNode theirs, String updatedAt) throws BridgeFailed {
        String id = idOf(theirs);
        if (id == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "an after-sale without rightsId");
        }
        ObjectNode data = BridgeHttp.JSON.createObjectNode();
        putText(data, "orderId", orderOf(theirs));
        data.put("kind", WeimobStatuses.RIGHTS_KINDS.ours(String.valueOf(text(WeimobFields.RIGHTS_TYPE.in(theirs)))));
        data.put("status", WeimobStatuses.RIGHTS.ours(String.valueOf(text(WeimobFields.RIGHTS_STATUS.in(theirs)))));
        putYuan(data, "amount", amount(theirs));
        putText(data, "reason", text(WeimobFields.RIGHTS_REASON.in(theirs)));
        putTime(data, "requestedAt", WeimobFields.RIGHTS_CREATED.in(theirs));
        return new Pushed(RecordKind.AFTERSALES.key(), id, data, updatedAt);
    }

    /** What was paid back, or what is asked for as long as nothing was. */
    private static JsonNode amount(JsonNode theirs) {
        JsonNode refunded = WeimobFields.RIGHTS_REFUNDED.in(theirs);
        BigDecimal yuan = WeimobValues.decimal(refunded);
        return yuan != null && yuan.signum() > 0 ? refunded : WeimobFields.RIGHTS_WANTED.in(theirs);
    }

    private static Instant changedAt(JsonNode theirs) throws BridgeFailed {
        Instant changed = WeimobValues.time(WeimobFields.RIGHTS_CHANGED.in(theirs));
        changed = changed == null ? WeimobValues.time(WeimobFields.RIGHTS_CREATED.in(theirs)) : changed;
        if (changed == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "an after-sale without updateTime");
        }
        return changed;
    }
}

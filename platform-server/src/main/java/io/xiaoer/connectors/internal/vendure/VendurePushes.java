package io.xiaoer.connectors.internal.vendure;

import static io.xiaoer.connectors.internal.vendure.VendureFields.text;
import static io.xiaoer.connectors.internal.vendure.VendureFields.time;

import io.xiaoer.connectors.internal.Signatures;
import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.shopdata.RecordKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what our plugin on the shop's server tells: Standard Webhooks that say which order or customer has changed, once it is stored. */
final class VendurePushes {

    private VendurePushes() {}

    static boolean isGenuine(Inbound push, @Nullable Grant grant, Instant now) {
        return grant != null
                && Signatures.check(
                                List.of(VendureShop.of(grant).webhookSecret()),
                                push.header(Signatures.ID),
                                push.header(Signatures.TIMESTAMP),
                                push.header(Signatures.SIGNATURE),
                                push.body(),
                                now)
                        .isEmpty();
    }

    /** The plugin speaks after the change is committed, so the later of two has seen the earlier, and both can be read at once. */
    static Push read(Inbound inbound, Instant receivedAt) throws BridgeFailed {
        JsonNode push;
        try {
            push = BridgeHttp.JSON.readTree(inbound.body());
        } catch (JacksonException e) {
            throw new BridgeFailed(Why.WRONG_FORM, "no JSON");
        }
        String id = inbound.header(Signatures.ID);
        String type = text(push, "type");
        if (id == null || type == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a push without webhook-id or type");
        }
        Instant at = time(push.path("timestamp"));
        String subject = text(push.path("data"), "id");
        return new Push(
                id,
                type,
                subject == null ? null : ref(type, subject),
                at == null ? 0 : at.toEpochMilli(),
                receivedAt,
                List.of());
    }

    private static @Nullable Ref ref(String type, String id) {
        return switch (type) {
            case "order.changed" -> new Ref(RecordKind.ORDERS, id);
            case "customer.changed" -> new Ref(RecordKind.CUSTOMERS, id);
            default -> null;
        };
    }
}

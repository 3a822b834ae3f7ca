package io.xiaoer.connectors.internal.weimob;

import static io.xiaoer.connectors.internal.weimob.WeimobValues.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.shared.Digests;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what the platform tells: an envelope, and in it the message, JSON in a text. */
final class WeimobPushes {

    private static final int SHORT_DIGEST = 16;

    private WeimobPushes() {}

    static Optional<String> accountOf(Inbound inbound) {
        JsonNode push = json(inbound.text());
        return Optional.ofNullable(push == null ? null : text(WeimobFields.PUSH_SHOP.in(push)));
    }

    /**
     * Whether the app's secret signed it. The signature covers the id and the message, not which shop the envelope names, so a message that
     * names another is refused.
     */
    static boolean isSigned(Inbound inbound, WeimobKeys app) {
        JsonNode push = json(inbound.text());
        if (push == null) {
            return false;
        }
        String id = text(WeimobFields.PUSH_ID.in(push));
        String sign = text(WeimobFields.PUSH_SIGN.in(push));
        JsonNode message = WeimobFields.PUSH_BODY.in(push);
        return id != null
                && sign != null
                && message.isString()
                && app.hasSigned(id, message.asString(), sign)
                && namesTheSameShop(push, message.asString());
    }

    private static boolean namesTheSameShop(JsonNode push, String message) {
        JsonNode read = json(message);
        String named = read == null ? null : text(WeimobFields.PUSH_SHOP.in(read));
        return named == null || named.equals(text(WeimobFields.PUSH_SHOP.in(push)));
    }

    static Push read(Inbound inbound, Instant notBefore) throws BridgeFailed {
        JsonNode push = json(inbound.text());
        String id = push == null ? null : text(WeimobFields.PUSH_ID.in(push));
        String topic = push == null ? null : text(WeimobFields.PUSH_TOPIC.in(push));
        String body = push == null ? null : text(WeimobFields.PUSH_BODY.in(push));
        if (push == null || id == null || topic == null || body == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a push without id, topic or msgBody");
        }
        JsonNode message = json(body);
        if (message == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "msgBody");
        }
        String event = text(WeimobFields.PUSH_EVENT.in(push));
        boolean trial = push.path("test").booleanValue(false);
        Instant changed = WeimobValues.time(WeimobFields.PUSH_CHANGED.in(message));
        return new Push(
                deliveryId(id, topic, event, body),
                event == null ? topic : topic + "." + event,
                trial ? null : subject(topic, message),
                changed == null ? 0 : changed.toEpochMilli(),
                notBefore,
                List.of());
    }

    /** In some topics the id is the order's own, the same for all that happens to it; told again, the message is the same to the letter. */
    private static String deliveryId(String id, String topic, @Nullable String event, String body) {
        return id + "-" + Digests.sha256Hex(topic + "\n" + event + "\n" + body).substring(0, SHORT_DIGEST);
    }

    private static @Nullable Ref subject(String topic, JsonNode message) throws BridgeFailed {
        String name = topic.toLowerCase(Locale.ROOT);
        boolean ours = false;
        for (WeimobFields.Topic known : WeimobFields.TOPICS) {
            if (name.contains(known.part())) {
                ours = true;
                String id = text(known.id().in(message));
                if (id != null) {
                    return new Ref(known.kind(), id);
                }
            }
        }
        if (ours) {
            throw new BridgeFailed(Why.WRONG_FORM, "a push that is about nothing");
        }
        return null;
    }

    private static @Nullable JsonNode json(String text) {
        try {
            JsonNode read = BridgeHttp.JSON.readTree(text);
            return read.isObject() ? read : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}

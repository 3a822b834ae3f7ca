package io.xiaoer.connectors.internal.youzan;

import static io.xiaoer.connectors.internal.youzan.YouzanFields.text;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.shopdata.RecordKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what the platform tells. */
final class YouzanPushes {

    /** What it calls everything about refunds; everything else about orders begins with {@link #TRADE}. */
    private static final String REFUND = "youzan_trade_refund";

    private static final String TRADE = "trade_";

    private YouzanPushes() {}

    static Optional<String> accountOf(Inbound push) {
        try {
            return Optional.ofNullable(text(BridgeHttp.JSON.readTree(push.body()), "kdt_id"));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static Push read(Inbound inbound, Instant notBefore) throws BridgeFailed {
        JsonNode push = json(inbound.text());
        String id = text(push, "msg_id");
        String type = text(push, "type");
        if (id == null || type == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a push without msg_id or type");
        }
        boolean trial = push.path("test").booleanValue(false);
        long version =
                push.path("version").canConvertToLong() ? push.path("version").longValue() : 0;
        return new Push(id, type, trial ? null : subject(type, push), version, notBefore, List.of());
    }

    private static @Nullable Ref subject(String type, JsonNode push) throws BridgeFailed {
        String name = type.toLowerCase(Locale.ROOT);
        if (name.startsWith(REFUND)) {
            String refund = text(message(push), "refund_id");
            refund = refund == null ? text(push, "id") : refund;
            return new Ref(RecordKind.AFTERSALES, said(refund));
        }
        if (name.startsWith(TRADE)) {
            String trade = text(message(push), "tid");
            trade = trade == null ? text(push, "id") : trade;
            return new Ref(RecordKind.ORDERS, said(trade));
        }
        return null;
    }

    private static String said(@Nullable String id) throws BridgeFailed {
        if (id == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "a push that is about nothing");
        }
        return id;
    }

    /** JSON, or JSON that is percent-encoded; nothing if it cannot be read, since most say beside it what they are about. */
    private static JsonNode message(JsonNode push) {
        JsonNode message = push.path("msg");
        if (!message.isString()) {
            return message;
        }
        String text = message.asString();
        if (text.isBlank()) {
            return BridgeHttp.JSON.createObjectNode();
        }
        try {
            return json(text.stripLeading().startsWith("{") ? text : URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (BridgeFailed | IllegalArgumentException e) {
            return BridgeHttp.JSON.createObjectNode();
        }
    }

    private static JsonNode json(String text) throws BridgeFailed {
        try {
            return BridgeHttp.JSON.readTree(text);
        } catch (JacksonException e) {
            throw new BridgeFailed(Why.WRONG_FORM, "no JSON");
        }
    }
}

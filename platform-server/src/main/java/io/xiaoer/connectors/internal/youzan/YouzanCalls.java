package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the open platform, and the three forms in which it says no with status 200. */
final class YouzanCalls {

    private static final int OK = 200;

    /** A code that says what a status of HTTP would. */
    private static final String THEIR_FAULT = "5[0-9]{2}";

    private final String api;

    YouzanCalls(YouzanSettings settings) {
        this.api = settings.api();
    }

    static ObjectNode params() {
        return BridgeHttp.JSON.createObjectNode();
    }

    /** @return the answer's {@code data} */
    JsonNode token(ObjectNode params, BridgeHttp http) throws BridgeFailed {
        return data(http.post(api + "/auth/token", Map.of(), params));
    }

    /** One method; brings the answer's {@code data}. */
    Session.Call method(String name, String version, ObjectNode params) {
        return (grant, http) -> data(http.post(
                api + "/api/" + name + "/" + version + "?access_token="
                        + URLEncoder.encode(grant.accessToken(), StandardCharsets.UTF_8),
                Map.of(),
                params));
    }

    static JsonNode data(JsonNode answer) throws BridgeFailed {
        JsonNode gateway = answer.path("gw_err_resp");
        if (gateway.isObject()) {
            throw failed(gateway.path("err_code"));
        }
        JsonNode error = answer.path("error_response");
        if (error.isObject()) {
            throw failed(error.path("code"));
        }
        JsonNode code = answer.path("code");
        boolean refused =
                answer.path("success").isBoolean() && !answer.path("success").booleanValue();
        if (refused || (code.isIntegralNumber() && code.intValue() != OK)) {
            throw failed(code);
        }
        JsonNode data = answer.path("data");
        if (data.isMissingNode() || data.isNull()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no data");
        }
        return data;
    }

    private static BridgeFailed failed(JsonNode code) {
        String text = code.isIntegralNumber() || code.isString() ? code.asString() : "";
        String known = text.matches("[0-9]{1,12}") ? text : "?";
        Why why = switch (known) {
            case "4101" -> Why.BUSY;
            case "4201", "4202", "4203" -> Why.TOKEN;
            default -> known.matches(THEIR_FAULT) ? Why.DOWN : Why.REFUSED;
        };
        return new BridgeFailed(why, known);
    }
}

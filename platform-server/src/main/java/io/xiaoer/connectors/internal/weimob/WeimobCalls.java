package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the open platform, which says no with status 200. */
final class WeimobCalls {

    static final String SHOP = "weimob_shop";
    static final String CRM = "weimob_crm";

    private static final String OK = "0";

    private final String api;

    WeimobCalls(WeimobSettings settings) {
        this.api = settings.api();
    }

    static ObjectNode params() {
        return BridgeHttp.JSON.createObjectNode();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The page on which an owner agrees. */
    String page(String clientId, String redirect, String state) {
        return api + "/fuwu/b/oauth2/authorize?enter=wm&view=pc&response_type=code&scope=default&client_id="
                + encoded(clientId) + "&redirect_uri=" + encoded(redirect) + "&state=" + encoded(state);
    }

    JsonNode token(Map<String, String> params, BridgeHttp http) throws BridgeFailed {
        String query = params.entrySet().stream()
                .map(param -> param.getKey() + "=" + encoded(param.getValue()))
                .collect(Collectors.joining("&"));
        JsonNode answer = http.post(api + "/fuwu/b/oauth2/token?" + query, Map.of(), params());
        String error = WeimobValues.text(answer.path("error"));
        if (error != null) {
            throw WeimobErrors.ofToken(error);
        }
        if (answer.path("code").isObject()) {
            check(answer.path("code"));
        }
        return answer;
    }

    /** Brings the answer's {@code data}. */
    Session.Call call(String product, String action, ObjectNode params) {
        return (grant, http) -> data(http.post(
                api + "/apigw/" + product + "/v2.0/" + action + "?accesstoken=" + encoded(grant.accessToken()),
                Map.of(),
                params));
    }

    static JsonNode data(JsonNode answer) throws BridgeFailed {
        check(answer.path("code"));
        JsonNode data = answer.path("data");
        if (!data.isContainer()) {
            throw new BridgeFailed(Why.WRONG_FORM, "no data");
        }
        return data;
    }

    private static void check(JsonNode code) throws BridgeFailed {
        String errcode = WeimobValues.text(code.path("errcode"));
        if (errcode == null) {
            throw new BridgeFailed(Why.WRONG_FORM, "no errcode");
        }
        if (!errcode.equals(OK)) {
            throw WeimobErrors.of(errcode, WeimobValues.text(code.path("errmsg")));
        }
    }

    /** @throws BridgeFailed if there is no list, unless the platform says that there is nothing to be in it */
    static List<JsonNode> list(JsonNode data, Places where) throws BridgeFailed {
        JsonNode list = data.isArray() ? data : where.listIn(data);
        Long total = total(data);
        if (!list.isArray() && (total == null || total > 0)) {
            throw new BridgeFailed(Why.WRONG_FORM, "no list");
        }
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    /** How many there are in all; null if the platform does not say. */
    static @Nullable Long total(JsonNode data) {
        return WeimobValues.count(WeimobFields.TOTAL.in(data));
    }
}

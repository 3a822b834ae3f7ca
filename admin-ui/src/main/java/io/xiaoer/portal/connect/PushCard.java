package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.xiaoer.portal.frame.Messages;

/** The sync API: who may call it, and a call to copy. */
final class PushCard {

    private PushCard() {}

    static Component of(ConnectView view, String platform) {
        Anchor clients = new Anchor("/clients", view.getTranslation("connect.push.clients"));
        clients.addClassName("action");
        return view.card(
                "connect.push",
                Messages.copyable(view, view.getTranslation("connect.push.example"), curl(platform)),
                ConnectView.actions(clients));
    }

    private static String curl(String platform) {
        return """
                TOKEN=$(curl -s -u "$CLIENT_ID:$CLIENT_SECRET" \\
                  -d grant_type=client_credentials %1$s/oauth2/token \\
                  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                curl -X POST %1$s/api/v1/shop/batch \\
                  -H "Authorization: Bearer $TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{"items": [
                    {"kind": "orders", "id": "1001", "updatedAt": "2026-11-20T09:30:00+08:00",
                     "data": {"customerId": "c-88", "status": "shipped",
                              "placedAt": "2026-11-19T20:00:00+08:00",
                              "lines": [{"sku": "M-01", "name": "保湿面霜", "quantity": 1, "price": "129.00"}]}}
                  ]}'""".formatted(platform);
    }
}

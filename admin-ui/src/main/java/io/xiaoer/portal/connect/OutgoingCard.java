package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.connectors.WebhookEndpoints.Summary;
import io.xiaoer.portal.connect.ConnectView.Data;

/** How the endpoints do that are told what happens in conversations, and the way to them. */
final class OutgoingCard {

    private OutgoingCard() {}

    static Component of(ConnectView view, Data data) {
        Summary endpoints = data.endpoints();
        Section card = view.card("connect.outgoing");
        card.setId("outgoing");
        card.addClassName("connect-wide");
        Span state = new Span(
                endpoints.count() == 0
                        ? view.getTranslation("connect.outgoing.none")
                        : view.getTranslation("connect.outgoing.count", endpoints.count()));
        card.add(state);
        if (endpoints.off() + endpoints.failing() > 0) {
            Span trouble =
                    new Span(view.getTranslation("connect.outgoing.trouble", endpoints.off(), endpoints.failing()));
            trouble.addClassName("warning");
            card.add(trouble);
        }
        Anchor go = new Anchor("/webhooks", view.getTranslation("connect.outgoing.go"));
        go.addClassName("action");
        go.setId("to-hooks");
        card.add(ConnectView.actions(go));
        return card;
    }
}

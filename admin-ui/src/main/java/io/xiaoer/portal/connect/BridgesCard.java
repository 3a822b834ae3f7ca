package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.connectors.BridgeStatus;
import io.xiaoer.connectors.BridgeStatus.State;
import io.xiaoer.portal.connect.ConnectView.Data;
import java.util.Locale;

/** The platforms that a shop can be connected to without writing code, and the way to each. */
final class BridgesCard {

    private BridgesCard() {}

    static Component of(ConnectView view, Data data) {
        Section card = view.card("connect.bridges");
        card.setId("bridges");
        card.addClassName("connect-wide");
        Div lines = new Div();
        lines.addClassName("connect-bridges");
        data.bridges().forEach(bridge -> lines.add(line(view, bridge)));
        card.add(lines);
        return card;
    }

    private static Component line(ConnectView view, BridgeStatus bridge) {
        Span name = new Span(bridge.name());
        name.addClassName("connect-way-name");
        Anchor go = new Anchor(
                "/data/bridge/" + bridge.bridge(),
                view.getTranslation(bridge.state() == State.NONE ? "connect.bridges.begin" : "connect.bridges.look"));
        go.addClassName("action");
        go.setId("to-" + bridge.bridge());
        Div line = new Div(name, badge(view, bridge), go);
        line.addClassName("connect-bridge");
        return line;
    }

    static Span badge(Component place, BridgeStatus bridge) {
        String state = bridge.state().name().toLowerCase(Locale.ROOT);
        Span badge = new Span(place.getTranslation("connect.bridge.state." + state));
        badge.addClassNames("badge", "connect-bridge-" + state);
        if (bridge.state() == State.CONNECTED) {
            badge.addClassName("badge-full");
        }
        return badge;
    }
}

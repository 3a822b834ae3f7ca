package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.xiaoer.connectors.BridgeStatus;
import io.xiaoer.connectors.BridgeStatus.Reading;
import io.xiaoer.connectors.Fault;
import io.xiaoer.portal.connect.BridgeView.Data;
import io.xiaoer.portal.frame.Ago;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How a connection does, and how far the reading under way is. */
class BridgeProgress extends Section {

    private static final long serialVersionUID = 1L;

    private final BridgeView view;
    private final ZoneId zone;
    private final Div facts = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();
    private final Paragraph waits = new Paragraph();
    private final Button again;

    BridgeProgress(BridgeView view, Data data) {
        this.view = view;
        this.zone = data.zone();
        addClassNames("card", "connect-bridge-card");
        setId("bridge-progress");
        facts.addClassName("connect-facts");
        far.setId("bridge-far");
        far.getElement().setAttribute("role", "status");
        waits.addClassName("warning");
        waits.setId("bridge-waits");
        again = new Button(view.getTranslation("connect.bridge.again"), click -> view.readAgain());
        again.setId("bridge-again");
        add(new H2(view.getTranslation("connect.bridge.progress")), facts, far, bar, waits, ConnectView.actions(again));
        show(data.status(), data.now());
    }

    void show(BridgeStatus status, OffsetDateTime now) {
        facts.removeAll();
        String shop = status.accountName() == null
                ? String.valueOf(status.account())
                : status.accountName() + " · " + status.account();
        facts.add(
                fact("connect.bridge.shop", shop),
                fact("connect.bridge.read-until", ago(status.readUntil(), now)),
                fact("connect.bridge.last-push", ago(status.lastPushAt(), now)),
                fact("connect.bridge.waiting", String.valueOf(status.waiting())));
        Reading reading = status.reading();
        if (reading != null && reading.isRunning()) {
            showRunning(reading);
            return;
        }
        bar.setVisible(false);
        waits.setVisible(false);
        again.setEnabled(true);
        far.setText(reading == null ? "" : done(reading));
    }

    private String done(Reading reading) {
        String what = view.getTranslation(
                reading.full() ? "connect.bridge.done" : "connect.bridge.done.changes", reading.stored());
        return reading.rejected() == 0
                ? what
                : what + view.getTranslation("connect.bridge.done.rejected", reading.rejected());
    }

    private void showRunning(Reading reading) {
        bar.setVisible(true);
        again.setEnabled(false);
        Integer total = reading.total();
        String stage = view.getTranslation("connect.kind." + (reading.stage() == null ? "orders" : reading.stage()));
        if (total == null || total == 0) {
            bar.setIndeterminate(true);
            far.setText(view.getTranslation("connect.bridge.far.unknown", stage));
        } else {
            bar.setIndeterminate(false);
            bar.setMax(total);
            bar.setValue(Math.min(reading.done(), total));
            far.setText(view.getTranslation("connect.bridge.far", stage, reading.done(), total));
        }
        Fault.Code fault = reading.fault();
        waits.setVisible(fault != null);
        if (fault != null) {
            waits.setText(
                    view.getTranslation("connect.bridge.waits", view.getTranslation("connect.fault." + fault.key())));
        }
    }

    private Component fact(String label, String text) {
        Span name = new Span(view.getTranslation(label));
        name.addClassName("hint");
        Div fact = new Div(name, new Span(text));
        fact.addClassName("connect-fact");
        return fact;
    }

    private String ago(@Nullable OffsetDateTime at, OffsetDateTime now) {
        return at == null ? "—" : Ago.text(view, at, now, zone);
    }
}

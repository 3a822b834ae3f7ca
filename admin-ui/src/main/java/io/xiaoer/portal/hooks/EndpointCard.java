package io.xiaoer.portal.hooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.connectors.WebhookEndpoint;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.connectors.WebhookTrial;
import io.xiaoer.portal.frame.Ago;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** One endpoint: what it is told, how it does, and what can be done with it. */
class EndpointCard extends Section {

    private static final long serialVersionUID = 1L;

    private final Div result = new Div();

    EndpointCard(HooksView view, WebhookEndpoint endpoint, ZoneId zone) {
        addClassNames("card", "hooks-card");
        getElement().setAttribute("data-endpoint", endpoint.id().toString());
        Div head = new Div(new H2(name(endpoint)), state(view, endpoint));
        head.addClassName("hooks-card-head");
        Div url = new Div(endpoint.url());
        url.addClassName("hooks-url");
        add(head, url, events(view, endpoint));
        WebhookEndpoint.End end = endpoint.end();
        OffsetDateTime failingSince = endpoint.failingSince();
        if (end != null) {
            String because = end.because().name().toLowerCase(Locale.ROOT);
            add(trouble(view.getTranslation("hooks.ended." + because, Ago.time(end.at(), zone))));
        } else if (endpoint.enabled() && failingSince != null) {
            add(trouble(view.getTranslation("hooks.failing-since", Ago.time(failingSince, zone))));
        }
        add(secret(view, endpoint.secret(), zone), actions(view, endpoint), result);
        result.addClassName("hooks-result");
        result.getElement().setAttribute("aria-live", "polite");
    }

    /** What the shop calls it, or where it is. */
    static String name(WebhookEndpoint endpoint) {
        String note = endpoint.note();
        if (note != null) {
            return note;
        }
        String host = URI.create(endpoint.url()).getHost();
        return host == null ? endpoint.url() : host;
    }

    private static Component state(HooksView view, WebhookEndpoint endpoint) {
        String key = !endpoint.enabled() ? "off" : endpoint.failingSince() != null ? "failing" : "on";
        Span state = new Span(view.getTranslation("hooks.state." + key));
        state.addClassNames("badge", "hooks-state-" + key);
        return state;
    }

    private static Component events(HooksView view, WebhookEndpoint endpoint) {
        Div events = new Div();
        events.addClassName("hooks-events");
        endpoint.events().stream().sorted().forEach(event -> {
            Span chip = new Span(view.getTranslation("hooks.event." + event.key()));
            chip.addClassName("hooks-event");
            events.add(chip);
        });
        return events;
    }

    private static Component trouble(String text) {
        Paragraph trouble = new Paragraph(text);
        trouble.addClassName("failure");
        return trouble;
    }

    private static Component secret(HooksView view, WebhookEndpoint.Secret secret, ZoneId zone) {
        String text = view.getTranslation("connect.secret.since", Ago.time(secret.createdAt(), zone));
        OffsetDateTime old = secret.oldValidUntil();
        if (old != null) {
            text += view.getTranslation("hooks.between")
                    + view.getTranslation("connect.secret.old", Ago.time(old, zone));
        }
        Paragraph state = new Paragraph(text);
        state.addClassName("hint");
        return state;
    }

    private Component actions(HooksView view, WebhookEndpoint endpoint) {
        Div actions = new Div();
        actions.addClassNames("actions", "hooks-actions");
        if (!endpoint.enabled()) {
            Button on = new Button(view.getTranslation("hooks.turn-on"), click -> view.turnOn(endpoint));
            on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(on);
        }
        Button test = new Button(view.getTranslation("hooks.test"), click -> {
            result.removeAll();
            view.test(endpoint, trial -> result.add(told(view, trial)));
        });
        test.addClassName("hooks-test");
        test.setDisableOnClick(false);
        Button remove = new Button(view.getTranslation("common.delete"), click -> view.remove(endpoint));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        remove.addClassName("hooks-remove");
        Button dead = new Button(view.getTranslation("hooks.replay-dead"), click -> view.replayDead(endpoint));
        dead.setEnabled(endpoint.enabled());
        actions.add(
                test,
                new Button(view.getTranslation("common.edit"), click -> view.edit(endpoint)),
                new Button(view.getTranslation("connect.secret.replace"), click -> view.renew(endpoint)),
                dead,
                remove);
        return actions;
    }

    private static Component told(HooksView view, WebhookTrial trial) {
        WebhookFault fault = trial.fault();
        Div told = new Div();
        if (fault == null) {
            told.addClassName("hooks-good");
            told.add(new Paragraph(
                    view.getTranslation("hooks.test.arrived", String.valueOf(trial.status()), trial.millis())));
            return told;
        }
        told.addClassName("failure");
        String what = view.getTranslation("hooks.fault." + fault.key());
        Integer status = trial.status();
        told.add(
                new Paragraph(
                        status == null
                                ? what
                                : view.getTranslation("hooks.fault.status", what, String.valueOf(status))),
                new Paragraph(view.getTranslation("hooks.fault." + fault.key() + ".do")));
        return told;
    }
}

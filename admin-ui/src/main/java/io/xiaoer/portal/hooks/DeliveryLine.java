package io.xiaoer.portal.hooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.portal.frame.Messages;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One event on its way to one endpoint; its attempts and what is told unfold. */
class DeliveryLine extends ListItem {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HooksView view;
    private final transient ZoneId zone;

    DeliveryLine(HooksView view, WebhookDelivery delivery, String endpoint, OffsetDateTime now, ZoneId zone) {
        this.view = view;
        this.zone = zone;
        String state = delivery.state().name().toLowerCase(Locale.ROOT);
        getElement().setAttribute("data-state", state);
        Span what =
                new Span(view.getTranslation("hooks.event." + delivery.event().key()));
        what.addClassName("hooks-what");
        Span to = new Span(endpoint);
        to.addClassName("hint");
        Span badge = new Span(view.getTranslation("hooks.delivery." + state));
        badge.addClassNames("badge", "hooks-delivery-" + state);
        Span when = new Span(time(delivery.happenedAt()));
        when.addClassNames("hint", "hooks-when");
        Div head = new Div(what, to, badge, when);
        head.addClassName("hooks-line-head");
        Button replay = new Button(
                view.getTranslation(delivery.state() == State.WAITING ? "hooks.replay.now" : "hooks.replay"),
                click -> view.replay(delivery));
        replay.addThemeVariants(ButtonVariant.LUMO_SMALL);
        replay.addClassName("hooks-replay");
        add(head, replay);
        String about = about(delivery, now);
        if (about != null) {
            Paragraph line = new Paragraph(about);
            line.addClassNames("hint", "hooks-about");
            add(line);
        }
        add(details(delivery));
    }

    private @Nullable String about(WebhookDelivery delivery, OffsetDateTime now) {
        WebhookFault fault = delivery.fault();
        if (delivery.state() == State.DELIVERED || fault == null) {
            return null;
        }
        String what = what(delivery.status(), fault);
        OffsetDateTime next = delivery.nextAttemptAt();
        return next == null || next.isBefore(now)
                ? view.getTranslation("hooks.about", what, view.getTranslation("hooks.fault." + fault.key() + ".do"))
                : view.getTranslation("hooks.about.next", what, delivery.attempts(), time(next));
    }

    private Component details(WebhookDelivery delivery) {
        Details details = new Details(view.getTranslation("hooks.details"));
        details.addClassName("hooks-details");
        // a page of lines holds what each told ready only once someone asks
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(new Paragraph(view.getTranslation(
                        "hooks.details.id", delivery.eventId().toString())));
                delivery.tries().forEach(one -> details.add(attempt(one)));
                details.add(payload(delivery));
            }
        });
        return details;
    }

    private Component attempt(Try one) {
        WebhookFault fault = one.fault();
        String what = fault == null
                ? view.getTranslation("hooks.arrived", String.valueOf(one.status()))
                : what(one.status(), fault);
        Div line = new Div(new Span(time(one.at())), new Span(what), new Span(one.millis() + " ms"));
        line.addClassName("hooks-try");
        return line;
    }

    private Component payload(WebhookDelivery delivery) {
        String payload = view.payload(delivery);
        if (payload == null) {
            return new Paragraph(view.getTranslation("hooks.fault.erased"));
        }
        Div part = new Div();
        UUID conversation = delivery.conversationId();
        if (conversation != null) {
            part.add(Messages.copyable(
                    view, view.getTranslation("hooks.payload.conversation"), conversation.toString()));
        }
        part.add(new Pre(JSON.readTree(payload).toPrettyString()));
        part.addClassName("hooks-payload");
        return part;
    }

    private String what(@Nullable Integer status, WebhookFault fault) {
        String what = view.getTranslation("hooks.fault." + fault.key());
        return status == null ? what : view.getTranslation("hooks.fault.status", what, String.valueOf(status));
    }

    private String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(zone));
    }
}

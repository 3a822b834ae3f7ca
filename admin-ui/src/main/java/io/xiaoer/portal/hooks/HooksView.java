package io.xiaoer.portal.hooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.connectors.NewWebhookEndpoint;
import io.xiaoer.connectors.WebhookDeliveries;
import io.xiaoer.connectors.WebhookDeliveries.Filter;
import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookEndpoint;
import io.xiaoer.connectors.WebhookEndpointDraft;
import io.xiaoer.connectors.WebhookEndpoints;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.connectors.WebhookTrial;
import io.xiaoer.portal.connect.RenewDialog;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.SecretDialog;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Endpoints and what they were told; {@code ?endpoint=}, {@code ?state=} and {@code ?event=} leave the rest of the log out. */
@Route(value = "webhooks", layout = MainLayout.class)
@RolesAllowed(Roles.OWNER)
@StyleSheet("context://css/hooks.css")
class HooksView extends ShopView<HooksView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 30;

    private final transient WebhookEndpoints endpoints;
    private final transient WebhookDeliveries deliveries;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows at first. */
    record Data(
            ZoneId zone,
            OffsetDateTime now,
            List<WebhookEndpoint> endpoints,
            Filter filter,
            Page<WebhookDelivery> log) {}

    HooksView(ShopContext shop, WebhookEndpoints endpoints, WebhookDeliveries deliveries, Shops shops, Clock clock) {
        super(shop, "hooks");
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("connect.title"), "/data"), new Crumb(title(), null));
    }

    @Override
    protected Data read(Place place) {
        Filter filter = new Filter(
                place.query("endpoint").flatMap(Ids::parse).orElse(null),
                place.query("state").flatMap(HooksView::state).orElse(null),
                place.query("event").flatMap(WebhookEvent::of).orElse(null));
        return new Data(
                shops.current().timeZone(),
                OffsetDateTime.now(clock),
                endpoints.list(),
                filter,
                deliveries.list(filter, null, PAGE));
    }

    private static Optional<WebhookDelivery.State> state(String text) {
        return Arrays.stream(WebhookDelivery.State.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst();
    }

    @Override
    protected void show(Data data) {
        showHead(data.endpoints().isEmpty(), "📮", adding());
        if (data.endpoints().isEmpty()) {
            return;
        }
        Div cards = new Div();
        cards.addClassName("hooks-cards");
        data.endpoints().forEach(endpoint -> cards.add(new EndpointCard(this, endpoint, data.zone())));
        add(cards, new LogCard(this, data));
    }

    private Button adding() {
        Button add = new Button(getTranslation("hooks.add"), VaadinIcon.PLUS.create(), click -> {
            EndpointDialog dialog = new EndpointDialog(null);
            dialog.onSave(draft -> add(dialog, draft));
            dialog.open();
        });
        add.setId("add-hook");
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return add;
    }

    private void add(EndpointDialog dialog, WebhookEndpointDraft draft) {
        attempt(
                () -> endpoints.add(draft),
                fresh -> {
                    dialog.close();
                    showSecret(fresh);
                },
                problem -> {
                    if (problem.code() == Code.QUOTA_EXCEEDED) {
                        Messages.failure(getTranslation("hooks.too-many", WebhookEndpoints.MOST));
                        return true;
                    }
                    return dialog.shows(problem);
                });
    }

    void edit(WebhookEndpoint endpoint) {
        EndpointDialog dialog = new EndpointDialog(endpoint);
        dialog.onSave(draft -> attempt(
                () -> endpoints.change(endpoint.id().toString(), draft),
                saved -> {
                    dialog.close();
                    Messages.success(getTranslation("hooks.saved"));
                    refresh();
                },
                dialog::shows));
        dialog.open();
    }

    void turnOn(WebhookEndpoint endpoint) {
        attempt(
                () -> endpoints.change(
                        endpoint.id().toString(),
                        new WebhookEndpointDraft(
                                endpoint.url(),
                                endpoint.note(),
                                endpoint.events().stream()
                                        .map(WebhookEvent::key)
                                        .toList(),
                                true,
                                endpoint.version())),
                saved -> {
                    Messages.success(getTranslation("hooks.turned-on"));
                    refresh();
                });
    }

    void remove(WebhookEndpoint endpoint) {
        Dialogs.confirmForGood(
                this,
                "hooks.remove",
                () -> attempt(
                        () -> {
                            endpoints.remove(endpoint.id().toString());
                            return endpoint;
                        },
                        gone -> {
                            Messages.success(getTranslation("hooks.removed"));
                            refresh();
                        }),
                EndpointCard.name(endpoint));
    }

    void renew(WebhookEndpoint endpoint) {
        RenewDialog dialog = new RenewDialog();
        dialog.onYes(
                revokeOld -> attempt(() -> endpoints.renewSecret(endpoint.id().toString(), revokeOld), fresh -> {
                    dialog.close();
                    showSecret(fresh);
                }));
        dialog.open();
    }

    void test(WebhookEndpoint endpoint, Consumer<WebhookTrial> result) {
        attempt(() -> endpoints.test(endpoint.id().toString()), result);
    }

    void replay(WebhookDelivery delivery) {
        attempt(
                () -> {
                    deliveries.replay(delivery.endpointId(), delivery.eventId());
                    return delivery;
                },
                done -> {
                    Messages.success(getTranslation("hooks.replayed"));
                    refresh();
                },
                problem -> {
                    if (problem.code() == Code.INVALID_INPUT) {
                        Messages.failure(getTranslation("hooks.replay.off"));
                        return true;
                    }
                    return false;
                });
    }

    void replayDead(WebhookEndpoint endpoint) {
        Dialogs.confirm(
                this,
                "hooks.replay-dead",
                () -> attempt(() -> deliveries.replayDead(endpoint.id(), null), count -> {
                    Messages.success(getTranslation("hooks.replayed-dead", count));
                    refresh();
                }),
                EndpointCard.name(endpoint));
    }

    /** What an endpoint is told, as it is sent; null if it cannot be read or is gone. */
    @Nullable
    String payload(WebhookDelivery delivery) {
        AtomicReference<@Nullable String> text = new AtomicReference<>();
        attempt(
                () -> deliveries.payload(delivery.endpointId(), delivery.eventId()),
                found -> text.set(found.orElse(null)));
        return text.get();
    }

    void more(Filter filter, String cursor, Consumer<Page<WebhookDelivery>> page) {
        attempt(() -> deliveries.list(filter, cursor, PAGE), page);
    }

    void reload() {
        refresh();
    }

    private void showSecret(NewWebhookEndpoint fresh) {
        refresh();
        new SecretDialog(
                        "hooks-once",
                        Messages.copyable(this, getTranslation("hooks.secret"), fresh.secret()),
                        new Paragraph(getTranslation("hooks.secret.use")))
                .open();
    }
}

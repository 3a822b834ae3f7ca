package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.WidgetSecret;
import io.xiaoer.bots.WidgetSecrets;
import io.xiaoer.connectors.ApiConnector;
import io.xiaoer.connectors.ApiConnectorChange;
import io.xiaoer.connectors.ApiConnectors;
import io.xiaoer.connectors.BridgeStatus;
import io.xiaoer.connectors.Bridges;
import io.xiaoer.connectors.LookupTrial;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.WayHealth;
import io.xiaoer.connectors.WebhookEndpoints;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.SecretDialog;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The platforms, the three ways for a shop's data, how they do, the secret that signs who a shopper is, and the way to webhooks out. */
@Route(value = "data", layout = MainLayout.class)
@RolesAllowed(Roles.OWNER)
@StyleSheet("context://css/connect.css")
class ConnectView extends ShopView<ConnectView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient ApiConnectors connectors;
    private final transient Bridges bridges;
    private final transient WebhookEndpoints endpoints;
    private final transient WidgetSecrets secrets;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows. */
    record Data(
            ZoneId zone,
            OffsetDateTime now,
            Bot bot,
            ApiConnector connector,
            List<WayHealth> health,
            @Nullable WidgetSecret widgetSecret,
            WebhookEndpoints.Summary endpoints,
            List<BridgeStatus> bridges) {}

    ConnectView(
            ShopContext shop,
            ApiConnectors connectors,
            Bridges bridges,
            WebhookEndpoints endpoints,
            WidgetSecrets secrets,
            Shops shops,
            Clock clock) {
        super(shop, "connect");
        this.connectors = connectors;
        this.bridges = bridges;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        return new Data(
                shops.current().timeZone(),
                OffsetDateTime.now(clock),
                bot,
                connectors.get(),
                used(connectors.health()),
                secrets.get(bot.id()).orElse(null),
                endpoints.summary(),
                bridges.all(getLocale()));
    }

    /** Where no platform is connected, there is nothing to say of platforms. */
    private static List<WayHealth> used(List<WayHealth> all) {
        return all.stream()
                .filter(health -> health.way() != Way.BRIDGE || health.state() != WayHealth.State.UNUSED)
                .toList();
    }

    @Override
    protected void show(Data data) {
        Anchor docs = new Anchor("/docs/api", getTranslation("clients.docs"), AnchorTarget.BLANK);
        docs.addClassName("action");
        Div actions = new Div(docs);
        actions.addClassName("actions");
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("connect.lead"))), actions);
        head.addClassName("view-head");
        Div cards = new Div();
        cards.addClassName("connect-cards");
        add(head, BridgesCard.of(this, data), new HealthCard(this, data), cards);
        getUI().ifPresent(ui -> ui.getPage().fetchCurrentURL(url -> {
            String platform = url.getProtocol() + "://" + url.getAuthority();
            cards.add(
                    PushCard.of(this, platform),
                    new PullCard(this, data),
                    WebhookCard.of(this, data, platform),
                    IdentityCard.of(this, data, platform),
                    OutgoingCard.of(this, data));
        }));
    }

    /** @param wrong hears that the address is not one that may be called */
    void save(ApiConnectorChange change, Runnable wrong) {
        attempt(
                () -> connectors.change(change),
                saved -> {
                    Messages.success(getTranslation("connect.pull.saved"));
                    refresh();
                },
                problem -> {
                    boolean address = problem.code() == Code.INVALID_INPUT;
                    if (address) {
                        wrong.run();
                    }
                    return address;
                });
    }

    void test(String customerId, SerializableConsumer<LookupTrial> result, Runnable wrong) {
        attempt(() -> connectors.test(customerId), result::accept, problem -> {
            boolean id = problem.code() == Code.INVALID_INPUT;
            if (id) {
                wrong.run();
            }
            return id;
        });
    }

    /** Makes the secret for look-ups and webhooks; asks what becomes of the old one, if there is one. */
    void renewSecret(Data data) {
        renew(
                data.connector().secret() != null,
                revokeOld -> connectors.renewSecret(revokeOld).secret(),
                "connect.secret");
    }

    /** Makes the secret that signs identities; asks what becomes of the old one, if there is one. */
    void renewWidgetSecret(Data data) {
        renew(
                data.widgetSecret() != null,
                revokeOld -> secrets.renew(data.bot().id(), revokeOld),
                "connect.identity.secret");
    }

    /** Makes a secret. */
    private interface Making {
        String make(boolean revokeOld) throws Problem;
    }

    private void renew(boolean there, Making making, String label) {
        if (!there) {
            renewed(() -> making.make(false), label, () -> {});
            return;
        }
        RenewDialog dialog = new RenewDialog();
        dialog.onYes(revokeOld -> renewed(() -> making.make(revokeOld), label, dialog::close));
        dialog.open();
    }

    private void renewed(Supplier<String> making, String label, Runnable done) {
        attempt(making, secret -> {
            done.run();
            refresh();
            new SecretDialog("connect-once", Messages.copyable(this, getTranslation(label), secret)).open();
        });
    }

    /** A card with a heading and a few words beneath it. */
    Section card(String key, Component... content) {
        Paragraph lead = new Paragraph(getTranslation(key + ".lead"));
        lead.addClassName("hint");
        Section card = new Section(new H2(getTranslation(key)), lead);
        card.add(content);
        card.addClassName("card");
        return card;
    }

    static Div actions(Component... parts) {
        Div actions = new Div(parts);
        actions.addClassName("actions");
        return actions;
    }

    /** When a secret was made, and until when the one before is good. */
    Component secretState(@Nullable OffsetDateTime createdAt, @Nullable OffsetDateTime oldValidUntil, ZoneId zone) {
        Div state = new Div();
        state.addClassName("connect-secret-state");
        state.add(new Span(
                createdAt == null
                        ? getTranslation("connect.secret.none")
                        : getTranslation("connect.secret.since", Ago.time(createdAt, zone))));
        if (oldValidUntil != null) {
            Span old = new Span(getTranslation("connect.secret.old", Ago.time(oldValidUntil, zone)));
            old.addClassName("hint");
            state.add(old);
        }
        return state;
    }
}

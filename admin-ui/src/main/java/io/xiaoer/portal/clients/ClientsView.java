package io.xiaoer.portal.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.SecretDialog;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClients;
import io.xiaoer.tenants.NewApiClient;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** The shop's API clients: made, given new secrets, taken away. */
@Route(value = "clients", layout = MainLayout.class)
@RolesAllowed(Roles.OWNER)
@StyleSheet("context://css/clients.css")
class ClientsView extends ShopView<ClientsView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient ApiClients clients;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows. */
    record Data(ZoneId timeZone, List<ApiClient> clients) {}

    ClientsView(ShopContext shop, ApiClients clients, Shops shops, Clock clock) {
        super(shop, "clients");
        this.clients = clients;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        return new Data(shops.current().timeZone(), clients.list());
    }

    @Override
    protected void show(Data data) {
        showHead(data.clients().isEmpty(), "🔑", creation());
        if (data.clients().isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Div cards = new Div();
        cards.addClassName("clients-cards");
        data.clients().forEach(client -> cards.add(new ClientCard(this, client, now, data.timeZone())));
        add(cards);
    }

    private Button creation() {
        Button create = new Button(getTranslation("clients.create"), VaadinIcon.PLUS.create(), click -> {
            NewClientDialog dialog = new NewClientDialog(this::create);
            dialog.open();
        });
        create.setId("create-client");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return create;
    }

    private void create(NewClientDialog dialog) {
        attempt(
                () -> clients.create(dialog.name(), dialog.scopes()),
                fresh -> {
                    dialog.close();
                    showSecret(fresh);
                },
                problem -> {
                    if (problem.code() == Code.QUOTA_EXCEEDED) {
                        Messages.failure(getTranslation("clients.too-many", ApiClients.MAX_CLIENTS));
                        return true;
                    }
                    return false;
                });
    }

    /** Asks when the secret that a client has now is to end, and gives it a new one. */
    void rotate(ApiClient client) {
        new RotateDialog(
                        client,
                        (dialog, overlap) ->
                                attempt(() -> clients.rotate(client.clientId(), client.rotatedAt(), overlap), fresh -> {
                                    dialog.close();
                                    showSecret(fresh);
                                }))
                .open();
    }

    void endOldSecret(ApiClient client) {
        Dialogs.confirmForGood(
                this,
                "clients.end-old",
                () -> attempt(
                        () -> {
                            clients.endOldSecret(client.clientId());
                            return client;
                        },
                        ended -> {
                            Messages.success(getTranslation("clients.old-ended"));
                            refresh();
                        }),
                client.name());
    }

    void remove(ApiClient client) {
        Dialogs.confirmForGood(
                this,
                "clients.remove",
                () -> attempt(
                        () -> {
                            clients.remove(client.clientId());
                            return client;
                        },
                        removed -> {
                            Messages.success(getTranslation("clients.removed", removed.name()));
                            refresh();
                        }),
                client.name());
    }

    /** @param example how to fetch a token with it */
    private SecretDialog secretDialog(NewApiClient fresh, String example) {
        return new SecretDialog(
                "client-secret",
                Messages.copyable(this, getTranslation("clients.id"), fresh.clientId()),
                Messages.copyable(this, getTranslation("clients.secret"), fresh.clientSecret()),
                Messages.copyable(this, getTranslation("clients.secret.example"), example));
    }

    private void showSecret(NewApiClient fresh) {
        refresh();
        getUI().ifPresent(ui -> ui.getPage()
                .fetchCurrentURL(url -> secretDialog(
                                fresh, TokenRequest.curl(url.getProtocol() + "://" + url.getAuthority(), fresh))
                        .open()));
    }
}

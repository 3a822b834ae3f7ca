package io.xiaoer.portal.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.OldSecret;
import io.xiaoer.tenants.ApiClient.Scope;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;

/** One client: who it is, what it may do, whether it is used. */
class ClientCard extends Section {

    private static final long serialVersionUID = 1L;

    ClientCard(ClientsView view, ApiClient client, OffsetDateTime now, ZoneId zone) {
        addClassNames("card", "client");
        getElement().setAttribute("data-client", client.clientId());
        H2 name = new H2(client.name());
        name.addClassName("client-name");
        Div scopes = new Div();
        scopes.addClassName("client-scopes");
        client.scopes().stream().sorted(Comparator.naturalOrder()).forEach(scope -> scopes.add(scope(view, scope)));
        Div head = new Div(name, scopes);
        head.addClassName("client-head");

        Div facts = new Div(
                fact(view, "clients.created", Ago.time(client.createdAt(), zone)),
                fact(view, "clients.rotated", client.rotatedAt() == null ? "—" : Ago.time(client.rotatedAt(), zone)),
                fact(
                        view,
                        "clients.last-used",
                        client.lastUsedAt() == null
                                ? view.getTranslation("clients.never-used")
                                : Ago.text(view, client.lastUsedAt(), now, zone)));
        facts.addClassName("client-facts");
        add(head, Messages.copyable(view, view.getTranslation("clients.id"), client.clientId()), facts);

        OldSecret old = client.oldSecret();
        if (old != null) {
            add(overlap(view, client, old, now, zone));
        }

        Button rotate = new Button(view.getTranslation("clients.rotate"), click -> view.rotate(client));
        rotate.addClassName("client-rotate");
        Button remove = new Button(view.getTranslation("common.delete"), click -> view.remove(client));
        remove.addClassName("client-remove");
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        Div actions = new Div(rotate, remove);
        actions.addClassName("actions");
        add(actions);
    }

    private static Div overlap(ClientsView view, ApiClient client, OldSecret old, OffsetDateTime now, ZoneId zone) {
        Span until = new Span(view.getTranslation("clients.old.until", Ago.time(old.validUntil(), zone)));
        Span used = new Span(
                old.lastUsedAt() == null
                        ? view.getTranslation("clients.old.unused")
                        : view.getTranslation("clients.old.used", Ago.text(view, old.lastUsedAt(), now, zone)));
        Button end = new Button(view.getTranslation("clients.old.end"), click -> view.endOldSecret(client));
        end.addClassName("client-end-old");
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div words = new Div(until, used);
        words.addClassName("client-old-words");
        Div notice = new Div(words, end);
        notice.addClassNames("client-old", "warning");
        return notice;
    }

    private static Span scope(ClientsView view, Scope scope) {
        Span badge = new Span(view.getTranslation("clients.scope." + scope.key()));
        badge.addClassNames("badge", "badge-full");
        return badge;
    }

    private static Div fact(ClientsView view, String label, String text) {
        Span name = new Span(view.getTranslation(label));
        name.addClassName("hint");
        return new Div(name, new Span(text));
    }
}

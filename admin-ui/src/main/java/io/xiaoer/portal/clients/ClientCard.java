package io.xiaoer.portal.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.ApiClient.OldSecret;
import io.xiaoer.tenants.ApiClient.Scope;
import java.time.OffsetDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One client: who it is, what it may do, whether it is used. */
class ClientCard extends Section {

    private static final long serialVersionUID = 1L;

    ClientCard(ClientsView view, ApiClient client, Times times) {
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
                fact(view, "clients.created", times.exact(client.createdAt())),
                fact(view, "clients.rotated", client.rotatedAt() == null ? "—" : times.exact(client.rotatedAt())),
                fact(view, "clients.last-used", used(view, client.lastUsedAt(), times)));
        facts.addClassName("client-facts");
        add(head, Messages.copyable(view, view.getTranslation("clients.id"), client.clientId()), facts);

        OldSecret old = client.oldSecret();
        if (old != null) {
            add(overlap(view, client, old, times));
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

    private static Div overlap(ClientsView view, ApiClient client, OldSecret old, Times times) {
        Span until = new Span(view.getTranslation("clients.old.until", times.exact(old.validUntil())));
        Span used = new Span(
                old.lastUsedAt() == null
                        ? view.getTranslation("clients.old.unused")
                        : view.getTranslation("clients.old.used", times.ago(old.lastUsedAt())));
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

    private static String used(ClientsView view, @Nullable OffsetDateTime at, Times times) {
        return at == null ? view.getTranslation("clients.never-used") : times.ago(at);
    }
}

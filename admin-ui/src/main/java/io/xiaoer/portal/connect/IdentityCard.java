package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.TabSheet;
import io.xiaoer.bots.WidgetSecret;
import io.xiaoer.portal.connect.ConnectView.Data;
import io.xiaoer.portal.frame.Messages;

/** The secret with which the shop signs who a shopper is, and how to sign. */
final class IdentityCard {

    private IdentityCard() {}

    static Component of(ConnectView view, Data data, String platform) {
        WidgetSecret secret = data.widgetSecret();
        Button make = new Button(
                view.getTranslation(secret == null ? "connect.secret.make" : "connect.secret.replace"),
                click -> view.renewWidgetSecret(data));
        make.setId("make-widget-secret");
        if (secret == null) {
            make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        TabSheet snippets = new TabSheet();
        snippets.setId("identity-snippets");
        for (IdentitySnippet snippet : IdentitySnippet.values()) {
            snippets.add(
                    snippet.label(),
                    new Div(Messages.copyable(view, view.getTranslation("connect.identity.sign"), snippet.code())));
        }
        Section card = view.card(
                "connect.identity",
                view.secretState(
                        secret == null ? null : secret.createdAt(),
                        secret == null ? null : secret.oldValidUntil(),
                        data.zone()),
                ConnectView.actions(make),
                snippets,
                Messages.copyable(
                        view,
                        view.getTranslation("connect.identity.use"),
                        platform + "/chat/" + data.bot().widgetKey() + "#identity=<JWT>"));
        card.setId("identity");
        card.addClassName("connect-wide");
        return card;
    }
}

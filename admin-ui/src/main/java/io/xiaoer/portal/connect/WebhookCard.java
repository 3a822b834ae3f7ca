package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.xiaoer.connectors.ApiConnector;
import io.xiaoer.portal.connect.ConnectView.Data;
import io.xiaoer.portal.frame.Messages;

/** The address for events, and the secret that signs them and look-ups. */
final class WebhookCard {

    private WebhookCard() {}

    static Component of(ConnectView view, Data data, String platform) {
        ApiConnector connector = data.connector();
        Section card = view.card("connect.webhook");
        card.setId("webhook");
        if (connector.endpoint() != null) {
            card.add(Messages.copyable(
                    view,
                    view.getTranslation("connect.webhook.address"),
                    platform + "/hooks/v1/" + connector.endpoint()));
        }
        ApiConnector.Secret secret = connector.secret();
        Paragraph about = new Paragraph(view.getTranslation("connect.secret.about"));
        about.addClassName("hint");
        Button make = new Button(
                view.getTranslation(secret == null ? "connect.secret.make" : "connect.secret.replace"),
                click -> view.renewSecret(data));
        make.setId("make-secret");
        if (secret == null) {
            make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        card.add(
                about,
                view.secretState(
                        secret == null ? null : secret.createdAt(),
                        secret == null ? null : secret.oldValidUntil(),
                        data.zone()),
                ConnectView.actions(make));
        return card;
    }
}

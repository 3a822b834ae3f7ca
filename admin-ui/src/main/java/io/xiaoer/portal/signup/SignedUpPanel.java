package io.xiaoer.portal.signup;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.Messages;
import java.net.URL;

/** What a new shop gets. The API secret is seen here and never again. */
class SignedUpPanel extends Div {

    private static final long serialVersionUID = 1L;

    SignedUpPanel(URL portal, SignedUp signedUp) {
        addClassName("form");
        setId("signed-up");
        ChatLinks links = ChatLinks.of(portal, signedUp.widgetKey(), signedUp.staffCode());

        Anchor chat = new Anchor(links.staff(), getTranslation("signed-up.try"), AnchorTarget.BLANK);
        chat.setId("try-as-staff");
        chat.addClassNames("action", "action-primary");
        Anchor portalLink = new Anchor("/", getTranslation("signed-up.portal"));
        portalLink.setId("enter-portal");
        portalLink.addClassName("action");
        Div actions = new Div(chat, portalLink);
        actions.addClassName("actions");

        Paragraph once = new Paragraph(getTranslation("signed-up.once"));
        once.addClassName("warning");
        add(
                new H2(getTranslation("signed-up.title")),
                new Paragraph(getTranslation("signed-up.lead")),
                actions,
                new H3(getTranslation("signed-up.api")),
                once,
                Messages.copyable(
                        this,
                        getTranslation("signed-up.client-id"),
                        signedUp.apiClient().clientId()),
                Messages.copyable(
                        this,
                        getTranslation("signed-up.client-secret"),
                        signedUp.apiClient().clientSecret()));
    }
}

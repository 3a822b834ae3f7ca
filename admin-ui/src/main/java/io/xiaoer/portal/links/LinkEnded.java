package io.xiaoer.portal.links;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.tenants.LinkEnd;
import java.util.Locale;

/** Why a link leads nowhere, and what to do instead. */
final class LinkEnded {

    private LinkEnded() {}

    /**
     * @param key begins the texts
     * @param anew path where another link can be had; empty if someone else has to give one
     */
    static Div of(Component place, String key, LinkEnd why, String anew) {
        String reason = key + "." + why.name().toLowerCase(Locale.ROOT);
        Anchor logIn = new Anchor("/login", place.getTranslation("links.log-in"));
        logIn.addClassName("action");
        Div notice = Notices.empty(
                why == LinkEnd.USED ? "✅" : "⌛",
                place.getTranslation(reason + ".title"),
                place.getTranslation(reason + ".text"));
        Div actions = new Div();
        actions.addClassName("actions");
        if (!anew.isEmpty() && why != LinkEnd.REVOKED) {
            Anchor again = new Anchor(anew, place.getTranslation(key + ".again"));
            again.addClassNames("action", "action-primary");
            actions.add(again);
        }
        actions.add(logIn);
        notice.add(actions);
        notice.setId("link-ended");
        notice.getElement().setAttribute("data-why", why.name().toLowerCase(Locale.ROOT));
        return notice;
    }
}

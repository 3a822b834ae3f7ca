package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.operations.ShopHealth;

/** A shop's state and stage at a glance. */
final class Badges {

    private Badges() {}

    static Span state(Component place, ShopHealth shop) {
        boolean suspended = shop.suspended() != null;
        Span badge = new Span(place.getTranslation(suspended ? "vendor.state.suspended" : "vendor.state.active"));
        badge.addClassNames("badge", suspended ? "vendor-suspended" : "badge-full");
        return badge;
    }

    static Span stage(Component place, ShopHealth shop) {
        String stage = shop.stage();
        if (stage == null) {
            Span none = new Span(Numbers.NONE);
            none.addClassName("hint");
            return none;
        }
        Span badge = new Span(place.getTranslation("stage." + stage));
        badge.addClassNames("badge", "badge-" + stage);
        return badge;
    }
}

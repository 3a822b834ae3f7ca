package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.operations.ShopHealth;
import io.xiaoer.shared.Health.Trial;

/** A shop's state and stage at a glance. */
final class Badges {

    private Badges() {}

    static Span state(Component place, ShopHealth shop) {
        boolean suspended = shop.suspended() != null;
        Span badge = new Span(place.getTranslation(suspended ? "vendor.state.suspended" : "vendor.state.active"));
        badge.addClassNames("badge", suspended ? "vendor-suspended" : "badge-full");
        return badge;
    }

    /** With how far a pilot is filled, and whether a bot was taken back lately. */
    static Span stage(Component place, ShopHealth shop) {
        String stage = shop.stage();
        if (stage == null) {
            Span none = new Span(Numbers.NONE);
            none.addClassName("hint");
            return none;
        }
        Span badge = new Span(place.getTranslation("stage." + stage));
        badge.addClassNames("badge", "badge-" + stage);
        Trial pilot = shop.pilot();
        Span badges = new Span(badge);
        badges.addClassName("vendor-badges");
        if (pilot != null) {
            Span fill = new Span(pilot.enrolled() + "/" + pilot.size());
            fill.addClassName("hint");
            fill.getElement()
                    .setAttribute("title", place.getTranslation("vendor.pilot", pilot.enrolled(), pilot.size()));
            badges.add(fill);
        }
        if (shop.haltedAt() != null) {
            Span halted = new Span(place.getTranslation("vendor.halted"));
            halted.addClassNames("badge", "vendor-suspended");
            badges.add(halted);
        }
        return badges;
    }
}

package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import io.xiaoer.tenancy.Permission;
import java.util.function.Supplier;

/**
 * A view of a shop: what it reads and changes, it does with the shop and the person bound.
 *
 * @param <D> all that the view shows
 */
public abstract class ShopView<D> extends PortalView<D> {

    private static final long serialVersionUID = 1L;

    protected final transient ShopContext shop;

    /** @param name begins the view's texts ({@code name.title}) and is its CSS class */
    protected ShopView(ShopContext shop, String name) {
        super(name);
        this.shop = shop;
    }

    @Override
    protected final <T> T call(Supplier<T> work) {
        return shop.call(work);
    }

    /**
     * Shows the head of a list that programs keep too, and what there is to say while it is empty: {@code name.lead}, {@code name.empty.title}
     * and {@code name.empty.text}.
     *
     * @param picture one emoji
     * @param make makes the list's next item
     */
    protected final void showHead(boolean isEmpty, String picture, Component make) {
        Anchor docs = new Anchor("/docs/api", getTranslation("clients.docs"), AnchorTarget.BLANK);
        docs.addClassName("action");
        Div actions = new Div(docs);
        actions.addClassName("actions");
        Div head = new Div(new Div(new H1(title()), new Paragraph(text("lead"))), actions);
        head.addClassName("view-head");
        add(head);
        if (isEmpty) {
            add(Notices.empty(picture, text("empty.title"), text("empty.text"), make));
        } else {
            actions.add(make);
        }
    }

    /** Turns away who comes to an address without a {@code key}, where something is made, and may not; true if so. */
    protected final boolean turnsAway(BeforeEnterEvent event) {
        boolean isNew = event.getRouteParameters().get("key").isEmpty();
        boolean away = isNew && shop.member().isPresent() && !shop.may(Permission.EDIT);
        if (away) {
            event.rerouteToError(AccessDeniedException.class);
        }
        return away;
    }
}

package io.xiaoer.portal.frame;

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

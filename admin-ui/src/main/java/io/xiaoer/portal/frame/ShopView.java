package io.xiaoer.portal.frame;

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
}

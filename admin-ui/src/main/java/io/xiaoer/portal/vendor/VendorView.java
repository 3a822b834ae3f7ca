package io.xiaoer.portal.vendor;

import io.xiaoer.portal.frame.OperatorContext;
import io.xiaoer.portal.frame.PortalView;
import java.util.function.Supplier;

/**
 * A view of the vendor's staff.
 *
 * @param <D> all that the view shows
 */
abstract class VendorView<D> extends PortalView<D> {

    private static final long serialVersionUID = 1L;

    protected final transient OperatorContext operators;

    VendorView(OperatorContext operators, String name) {
        super(name);
        this.operators = operators;
    }

    @Override
    protected final <T> T call(Supplier<T> work) {
        return operators.call(work);
    }
}

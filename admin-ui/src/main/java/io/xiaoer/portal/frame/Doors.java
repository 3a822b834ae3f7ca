package io.xiaoer.portal.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What roles do not say about who may enter a view: what is open to all members is not open to vendor staff, and a suspended
 * shop's members see that it is, and nothing else.
 */
@Component
class Doors implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient ShopContext shop;
    private final transient OperatorContext operators;

    Doors(ShopContext shop, OperatorContext operators) {
        this.shop = shop;
        this.operators = operators;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::check));
        event.getSource().addSessionInitListener(init -> {
            ErrorHandler others = init.getSession().getErrorHandler();
            init.getSession().setErrorHandler(error -> {
                if (isSuspended(error.getThrowable()) && UI.getCurrent() != null) {
                    UI.getCurrent().navigate(SuspendedView.class);
                } else {
                    others.error(error);
                }
            });
        });
    }

    /** A page that was open when the shop was suspended asks for something more. */
    private static boolean isSuspended(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof Problem problem) {
                return problem.code() == Code.SUSPENDED;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private void check(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (operators.operator().isPresent()) {
            if (target.isAnnotationPresent(PermitAll.class)) {
                turnAway(event);
            }
        } else if (!target.equals(SuspendedView.class) && shop.closed().isPresent()) {
            event.forwardTo(SuspendedView.class);
        }
    }

    /** The front door leads an operator to a room of their own. */
    private static void turnAway(BeforeEnterEvent event) {
        if (event.getLocation().getPath().isEmpty()) {
            event.forwardTo("vendor");
        } else {
            event.rerouteToError(AccessDeniedException.class);
        }
    }
}

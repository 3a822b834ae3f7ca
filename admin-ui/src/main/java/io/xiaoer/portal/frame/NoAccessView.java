package io.xiaoer.portal.frame;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Someone came to a place that their role does not open: says so, and who can help. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoAccessView extends DeadEnd implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    NoAccessView(OperatorContext operators) {
        super(
                "🔒",
                operators.operator().isPresent() ? "frame.no-access.operator" : "frame.no-access",
                operators.home());
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}

package io.xiaoer.portal.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Someone came to a place that their role does not open: says so, and who can help. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoAccessView extends Div
        implements HasErrorParameter<AccessDeniedException>, LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        Anchor home = new Anchor("/", getTranslation("frame.home"));
        home.addClassName("action");
        add(Notices.empty("🔒", getTranslation("frame.no-access.title"), getTranslation("frame.no-access.text"), home));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("frame.no-access.title") + " · 小二";
    }
}

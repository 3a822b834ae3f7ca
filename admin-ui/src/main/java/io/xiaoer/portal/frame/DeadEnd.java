package io.xiaoer.portal.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page where a way ends: says why, and leads home. */
abstract class DeadEnd extends Div implements LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final String picture;
    private final String text;
    private final String home;

    /**
     * @param picture one emoji
     * @param text begins the keys of its texts
     * @param home key of the text that leads to the front door
     */
    DeadEnd(String picture, String text, String home) {
        this.picture = picture;
        this.text = text;
        this.home = home;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        Anchor home = new Anchor("/", getTranslation(this.home));
        home.addClassName("action");
        add(Notices.empty(picture, getTranslation(text + ".title"), getTranslation(text + ".text"), home));
    }

    @Override
    public String getPageTitle() {
        return getTranslation(text + ".title") + " · 小二";
    }
}

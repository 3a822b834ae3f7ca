package io.xiaoer.portal.frame;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The frame of all views behind the login. */
@PermitAll
public class MainLayout extends Div implements RouterLayout, LocaleChangeObserver {

    private static final long serialVersionUID = 1L;

    private final Main main = new Main();
    private final Button logOut;

    MainLayout(ShopContext shop) {
        addClassName("frame");
        Anchor brand = new Anchor("/", "小二");
        brand.addClassName("brand");
        Span email = new Span(shop.user().email());
        email.addClassName("frame-person");
        logOut = new Button("", click -> shop.logOut());
        logOut.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        logOut.setId("log-out");
        Div tools = new Div(new LanguageSwitch(), email, logOut);
        tools.addClassName("frame-tools");
        Header header = new Header(brand, tools);
        header.addClassName("frame-header");
        main.addClassName("frame-main");
        add(header, main);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.getElement().removeAllChildren();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        logOut.setText(getTranslation("frame.log-out"));
        event.getUI()
                .getElement()
                .executeJs(
                        "document.documentElement.lang = $0", event.getLocale().toLanguageTag());
    }
}

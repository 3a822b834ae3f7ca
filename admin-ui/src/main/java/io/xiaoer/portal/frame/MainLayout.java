package io.xiaoer.portal.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.DeskFeed;
import io.xiaoer.security.OperatorUser;
import io.xiaoer.security.PortalUser;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The frame of all views behind the login: where one can go, where one is, who one is. */
@PermitAll
public class MainLayout extends AppLayout implements LocaleChangeObserver, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient ShopContext shop;
    private final transient OperatorContext operators;
    private final transient Desk desk;
    private final transient DeskFeed feed;
    private final Nav trail = new Nav();
    private final Div places = new Div();
    private final Div account = new Div();
    private final DrawerToggle toggle = new DrawerToggle();

    MainLayout(ShopContext shop, OperatorContext operators, Desk desk, DeskFeed feed) {
        this.shop = shop;
        this.operators = operators;
        this.desk = desk;
        this.feed = feed;
        addClassName("frame");
        setPrimarySection(Section.DRAWER);
        Anchor brand = new Anchor("/", "小二");
        brand.addClassName("brand");
        Div head = new Div(brand);
        head.addClassName("frame-brand");
        Scroller scroller = new Scroller(places);
        scroller.addClassName("frame-places");
        addToDrawer(head, scroller);
        trail.addClassName("frame-trail");
        account.addClassName("frame-account");
        addToNavbar(toggle, trail, account);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        event.getUI()
                .getElement()
                .executeJs(
                        "document.documentElement.lang = $0", event.getLocale().toLanguageTag());
        toggle.setAriaLabel(getTranslation("frame.menu"));
        trail.setAriaLabel(getTranslation("frame.trail"));
        shop.member().ifPresent(this::show);
        operators.operator().ifPresent(this::show);
        showTrail(event.getUI());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getUI().ifPresent(this::showTrail);
    }

    private void show(PortalUser user) {
        places.removeAll();
        for (Navigation.Group group : Navigation.Group.values()) {
            List<Navigation> shown = group.places().stream()
                    .filter(place -> user.role().permissions().contains(place.permission()))
                    .toList();
            if (shown.isEmpty()) {
                continue;
            }
            SideNav nav = new SideNav(getTranslation(group.text()));
            for (Navigation place : shown) {
                SideNavItem item = new SideNavItem(
                        getTranslation(place.text()), place.path(), place.icon().create());
                item.setMatchNested(!place.path().isEmpty());
                if (place == Navigation.INBOX) {
                    item.setSuffixComponent(new QueueBadge(shop, desk, feed));
                }
                nav.addItem(item);
            }
            places.add(nav);
        }
        account.removeAll();
        account.add(new AccountMenu(
                user.email(),
                getTranslation("role." + user.role().name().toLowerCase(Locale.ROOT)),
                "account",
                shop::logOut));
    }

    private void show(OperatorUser user) {
        SideNav nav = new SideNav(getTranslation("frame.group.vendor"));
        SideNavItem shops = new SideNavItem(getTranslation("frame.nav.shops"), "vendor", VaadinIcon.SHOP.create());
        shops.setMatchNested(true);
        nav.addItem(
                shops,
                new SideNavItem(getTranslation("frame.nav.phrases"), "vendor-phrases", VaadinIcon.COMMENTS_O.create()));
        places.removeAll();
        places.add(nav);
        account.removeAll();
        account.add(new AccountMenu(user.email(), getTranslation("role.operator"), null, shop::logOut));
    }

    private void showTrail(UI ui) {
        trail.removeAll();
        Optional<Crumb.Trail> view = ui.getInternals().getActiveRouterTargetsChain().stream()
                .filter(Crumb.Trail.class::isInstance)
                .map(Crumb.Trail.class::cast)
                .findFirst();
        view.ifPresent(shown -> {
            List<Crumb> crumbs = shown.crumbs();
            for (Crumb crumb : crumbs) {
                if (crumb.href() == null) {
                    Span here = new Span(crumb.text());
                    here.getElement().setAttribute("aria-current", "page");
                    trail.add(here);
                } else {
                    trail.add(new Anchor(crumb.href(), crumb.text()));
                }
            }
        });
    }
}

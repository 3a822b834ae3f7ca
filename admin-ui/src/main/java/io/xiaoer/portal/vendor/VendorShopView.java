package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.xiaoer.connectors.Bridges;
import io.xiaoer.operations.ShopHealth;
import io.xiaoer.operations.ShopHealth.Suspended;
import io.xiaoer.operations.ShopHealths;
import io.xiaoer.operations.ShopHealths.Day;
import io.xiaoer.operations.ShopSuspensions;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.OperatorContext;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.SuspensionTexts;
import io.xiaoer.shared.Health.Halt;
import io.xiaoer.shared.Health.Platform;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.SuspensionChange;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One shop in figures: a month as pictures, and what was done to it. */
@Route(value = "vendor/shops/:shop", layout = MainLayout.class)
@RolesAllowed(Roles.OPERATOR)
@StyleSheet("context://css/vendor.css")
class VendorShopView extends VendorView<VendorShopView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient ShopHealths healths;
    private final transient ShopSuspensions suspensions;
    private final transient Bridges bridges;
    private @Nullable String shopName;

    VendorShopView(OperatorContext operators, ShopHealths healths, ShopSuspensions suspensions, Bridges bridges) {
        super(operators, "vendor-shop");
        this.healths = healths;
        this.suspensions = suspensions;
        this.bridges = bridges;
    }

    /** All that the view shows. */
    record Data(
            ShopHealth shop,
            List<Day> days,
            List<Platform> platforms,
            Map<String, String> names,
            List<Halt> halts,
            List<SuspensionChange> history) {}

    @Override
    protected Data read(Place place) {
        TenantId id = new TenantId(place.path("shop").flatMap(Ids::parse).orElseThrow(() -> Problem.notFound("shop")));
        ShopHealth shop = healths.get(id);
        shopName = shop.name();
        return new Data(
                shop,
                healths.trend(shop),
                healths.platforms(id),
                bridges.names(getLocale()),
                healths.halts(id),
                suspensions.history(id));
    }

    @Override
    protected void show(Data data) {
        ShopHealth shop = data.shop();
        add(head(shop));
        Suspended suspended = shop.suspended();
        if (suspended != null) {
            Paragraph note = new Paragraph(getTranslation(
                    "vendor-shop.suspended",
                    Numbers.time(suspended.at(), shop.timeZone()),
                    SuspensionTexts.category(this, suspended.category())));
            note.setId("suspended-note");
            note.addClassName("failure");
            add(note);
        }
        Div trends = new Div(new TrendCharts(this, data.days()).all());
        trends.addClassName("vendor-trends");
        add(trends);
        if (!data.platforms().isEmpty()) {
            add(PlatformsCard.ofShop(data.platforms(), data.names(), Instant.now()));
        }
        add(new HaltHistory(data.halts(), shop.timeZone()), new SuspensionHistory(data.history(), shop.timeZone()));
    }

    private Component head(ShopHealth shop) {
        Div name = new Div(new H1(shop.name()), Badges.state(this, shop), Badges.stage(this, shop));
        name.addClassName("vendor-heading");
        Span counted = new Span(
                shop.countedAt() == null
                        ? getTranslation("vendor-shop.uncounted")
                        : getTranslation(
                                "vendor-shop.counted",
                                Numbers.time(shop.countedAt(), shop.timeZone()),
                                shop.timeZone().getId()));
        counted.addClassName("hint");
        Div words = new Div(name, counted);
        Button change = shop.suspended() == null
                ? new Button(getTranslation("vendor-shop.suspend"), click -> ask(shop, true))
                : new Button(getTranslation("vendor-shop.resume"), click -> ask(shop, false));
        change.setId(shop.suspended() == null ? "suspend" : "resume");
        change.addThemeVariants(shop.suspended() == null ? ButtonVariant.LUMO_ERROR : ButtonVariant.LUMO_PRIMARY);
        Div head = new Div(words, change);
        head.addClassName("view-head");
        return head;
    }

    private void ask(ShopHealth shop, boolean suspend) {
        new SuspensionDialog(
                        suspend,
                        shop.name(),
                        (dialog, why) -> attempt(
                                () -> {
                                    if (suspend) {
                                        suspensions.suspend(shop.id(), why.category(), why.reason());
                                    } else {
                                        suspensions.resume(shop.id(), why.category(), why.reason());
                                    }
                                    return shop;
                                },
                                changed -> {
                                    dialog.close();
                                    Messages.success(getTranslation(
                                            suspend ? "vendor-shop.suspended.done" : "vendor-shop.resumed.done",
                                            shop.name()));
                                    refresh();
                                }))
                .open();
    }

    @Override
    protected String title() {
        return shopName == null ? getTranslation("vendor-shop.title") : shopName;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("vendor.title"), "vendor"), new Crumb(title(), null));
    }
}

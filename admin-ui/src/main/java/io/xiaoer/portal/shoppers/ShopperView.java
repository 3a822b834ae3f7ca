package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.ShopperErasures;
import io.xiaoer.shopdata.ShopperRecords;
import io.xiaoer.shopdata.Shoppers;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of one shopper, {@code ?id=} theirs; an id may hold what a path cannot. */
@Route(value = "shoppers/details", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/shoppers.css")
class ShopperView extends ShopView<ShopperView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Shoppers shoppers;
    private final transient ShopperErasures erasures;
    private final transient Shops shops;

    /** All that the view shows. */
    record Data(String id, ShopperRecords records, ZoneId timeZone) {

        @Nullable
        Customer customer() {
            return records.customer();
        }
    }

    ShopperView(ShopContext shop, Shoppers shoppers, ShopperErasures erasures, Shops shops) {
        super(shop, "shopper");
        this.shoppers = shoppers;
        this.erasures = erasures;
        this.shops = shops;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("shoppers.title"), "shoppers"), new Crumb(title(), null));
    }

    @Override
    protected Data read(Place place) {
        String id = place.query("id").orElseThrow(() -> Problem.notFound("shopper"));
        return new Data(id, shoppers.get(id), shops.current().timeZone());
    }

    @Override
    protected void show(Data data) {
        add(head(data));
        add(orders(data));
        Div rest = new Div(afterSales(data), coupons(data));
        rest.addClassName("shopper-rest");
        add(rest);
        if (shop.may(Permission.ADMINISTER)) {
            add(erasure(data));
        }
    }

    private Component head(Data data) {
        Customer customer = data.customer();
        Div words = new Div(new H1(customer == null ? getTranslation("shoppers.nameless") : customer.name()));
        Div facts = new Div(fact("shopper.id", data.id()));
        facts.addClassName("shopper-facts");
        if (customer != null) {
            facts.add(fact("shopper.phone", customer.phone() == null ? "—" : customer.phone()));
            if (customer.memberLevel() != null) {
                facts.add(fact("shopper.level", customer.memberLevel()));
            }
            if (customer.registeredAt() != null) {
                facts.add(fact("shopper.registered", Ago.time(customer.registeredAt(), data.timeZone())));
            }
        }
        words.add(facts);
        if (customer == null) {
            Paragraph unknown = new Paragraph(getTranslation("shopper.unknown"));
            unknown.addClassName("hint");
            words.add(unknown);
        } else {
            words.add(Sources.line(this, customer.freshness(), data.timeZone()));
        }
        Div head = new Div(words);
        head.addClassName("view-head");
        return head;
    }

    private Component fact(String key, String value) {
        Span name = new Span(getTranslation(key));
        name.addClassName("hint");
        Span text = new Span(value);
        text.addClassName("shopper-value");
        Div fact = new Div(name, text);
        fact.setClassName("shopper-fact");
        return fact;
    }

    private Component orders(Data data) {
        List<Order> orders = data.records().orders();
        Section section = section("shopper.orders", orders.size());
        section.setId("orders");
        if (orders.isEmpty()) {
            section.add(hint("shopper.orders.none"));
        }
        orders.forEach(order -> section.add(new OrderCard(order, data.timeZone())));
        if (orders.size() == ShopperRecords.MOST_ORDERS) {
            section.add(hint("shopper.orders.most"));
        }
        return section;
    }

    private Component afterSales(Data data) {
        Section section =
                section("shopper.aftersales", data.records().afterSales().size());
        section.setId("aftersales");
        if (data.records().afterSales().isEmpty()) {
            section.add(hint("shopper.aftersales.none"));
        }
        data.records().afterSales().forEach(one -> section.add(new AfterSaleCard(one, data.timeZone())));
        return section;
    }

    private Component coupons(Data data) {
        List<Coupon> coupons = data.records().coupons();
        Section section = section("shopper.coupons", coupons.size());
        section.setId("coupons");
        if (coupons.isEmpty()) {
            section.add(hint("shopper.coupons.none"));
        }
        coupons.forEach(coupon -> section.add(new CouponCard(coupon, data.timeZone())));
        return section;
    }

    private Section section(String key, int count) {
        Span number = new Span(String.valueOf(count));
        number.addClassName("shopper-count");
        H2 title = new H2(getTranslation(key));
        title.add(number);
        Section section = new Section(title);
        section.addClassName("shopper-section");
        return section;
    }

    private Component hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    private Component erasure(Data data) {
        Paragraph lead = new Paragraph(getTranslation("shopper.erase.lead"));
        lead.addClassName("hint");
        Button erase =
                new Button(getTranslation("shopper.erase"), click -> new EraseDialog(data.id(), this::erase).open());
        erase.setId("erase");
        erase.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Section card = new Section(new H2(getTranslation("shopper.erase.title")), lead, erase);
        card.addClassNames("card", "shopper-erase");
        return card;
    }

    private void erase(String id) {
        attempt(() -> erasures.erase(id), erasure -> {
            int records = erasure.records().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            Messages.success(getTranslation("shopper.erased", records));
            getUI().ifPresent(ui -> ui.navigate(ShoppersView.class));
        });
    }
}

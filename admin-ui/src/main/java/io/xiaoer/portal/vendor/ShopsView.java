package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.xiaoer.connectors.Bridges;
import io.xiaoer.operations.PlatformHealth;
import io.xiaoer.operations.ShopGroup;
import io.xiaoer.operations.ShopHealths;
import io.xiaoer.operations.Totals;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.OperatorContext;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All shops at a glance. {@code ?q=} leaves out those whose name has no such part, {@code ?show=} those not in a group. */
@Route(value = "vendor", layout = MainLayout.class)
@RolesAllowed(Roles.OPERATOR)
@StyleSheet("context://css/vendor.css")
class ShopsView extends VendorView<ShopsView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 250;
    private static final int MAX_SEARCH = 100;

    private final transient ShopHealths healths;
    private final transient Bridges bridges;

    ShopsView(OperatorContext operators, ShopHealths healths, Bridges bridges) {
        super(operators, "vendor");
        this.healths = healths;
        this.bridges = bridges;
    }

    /** All that the view shows beside the list. */
    record Data(Totals totals, List<PlatformHealth> platforms, Map<String, String> names) {}

    @Override
    protected Data read(Place place) {
        return new Data(healths.totals(), healths.platforms(), bridges.names(getLocale()));
    }

    @Override
    protected void show(Data data) {
        Totals totals = data.totals();
        String search = place().query("q").orElse("");
        ShopGroup group = ShopGroup.parse(place().query("show").orElse(null));
        int shown = switch (group) {
            case ALL -> totals.shops();
            case PILOTS -> totals.pilots();
            case HALTED -> totals.halted();
        };
        ShopGrid grid = new ShopGrid(operators, healths, search, group, shown);
        Div words = new Div(new H1(title()), new Paragraph(getTranslation("vendor.lead")));
        Div head = new Div(words, search(grid, search, group));
        head.addClassName("view-head");
        Div list = new Div(groups(search, group, totals), grid);
        list.addClassNames("card", "vendor-list");
        add(head, totals(totals));
        if (!data.platforms().isEmpty()) {
            add(PlatformsCard.of(data.platforms(), data.names(), Instant.now()));
        }
        add(list);
    }

    private Component groups(String search, ShopGroup shown, Totals totals) {
        Nav groups = new Nav();
        groups.addClassName("vendor-groups");
        groups.setAriaLabel(getTranslation("vendor.groups"));
        for (ShopGroup group : ShopGroup.values()) {
            int count = switch (group) {
                case ALL -> totals.shops();
                case PILOTS -> totals.pilots();
                case HALTED -> totals.halted();
            };
            Anchor link = new Anchor(
                    address(search, group), getTranslation("vendor.group." + group.key(), Numbers.count(count)));
            link.setId("group-" + group.key());
            if (group == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            groups.add(link);
        }
        return groups;
    }

    private static String address(String search, ShopGroup group) {
        List<String> parts = new ArrayList<>();
        if (!search.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (group != ShopGroup.ALL) {
            parts.add("show=" + group.key());
        }
        return parts.isEmpty() ? "vendor" : "vendor?" + String.join("&", parts);
    }

    private TextField search(ShopGrid grid, String search, ShopGroup group) {
        TextField field = new TextField();
        field.setId("search");
        field.addClassName("vendor-search");
        field.setAriaLabel(getTranslation("vendor.search"));
        field.setPlaceholder(getTranslation("vendor.search"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(MAX_SEARCH);
        field.setValue(search);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(change -> {
            String text = change.getValue().strip();
            grid.search(text);
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address(text, group)));
        });
        return field;
    }

    private Component totals(Totals totals) {
        Section line = new Section();
        line.setId("totals");
        line.addClassNames("card", "vendor-totals");
        line.getElement().setAttribute("aria-label", getTranslation("vendor.totals"));
        line.add(
                total("shops", Numbers.count(totals.shops())),
                total("suspended", Numbers.count(totals.suspended())),
                total("pilots", Numbers.count(totals.pilots())),
                total("halted", Numbers.count(totals.halted())),
                total("conversations", Numbers.count(totals.today().conversations())),
                total("messages", Numbers.count(totals.today().messages())),
                total("unknownShare", Numbers.share(totals.today().unknownShare())),
                total("p95Millis", Numbers.duration(this, totals.today().p95Millis())),
                total("errors", Numbers.count(totals.today().errors())));
        return line;
    }

    private Component total(String name, String value) {
        Span label = new Span(getTranslation("vendor.total." + name));
        label.addClassName("hint");
        Span number = new Span(value);
        number.addClassName("vendor-number");
        Div total = new Div(label, number);
        total.setId("total-" + name);
        return total;
    }
}

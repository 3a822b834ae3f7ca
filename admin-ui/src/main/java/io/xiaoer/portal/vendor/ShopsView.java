package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.xiaoer.operations.ShopHealths;
import io.xiaoer.operations.Totals;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.OperatorContext;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** All shops at a glance. {@code ?q=} leaves out those whose name has no such part. */
@Route(value = "vendor", layout = MainLayout.class)
@RolesAllowed(Roles.OPERATOR)
@StyleSheet("context://css/vendor.css")
class ShopsView extends VendorView<Totals> {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 250;
    private static final int MAX_SEARCH = 100;

    private final transient ShopHealths healths;

    ShopsView(OperatorContext operators, ShopHealths healths) {
        super(operators, "vendor");
        this.healths = healths;
    }

    @Override
    protected Totals read(Place place) {
        return healths.totals();
    }

    @Override
    protected void show(Totals totals) {
        String search = place().query("q").orElse("");
        ShopGrid grid = new ShopGrid(operators, healths, search, totals.shops());
        Div words = new Div(new H1(title()), new Paragraph(getTranslation("vendor.lead")));
        Div head = new Div(words, search(grid, search));
        head.addClassName("view-head");
        Div list = new Div(grid);
        list.addClassNames("card", "vendor-list");
        add(head, totals(totals), list);
    }

    private TextField search(ShopGrid grid, String search) {
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
            String address = text.isEmpty() ? "vendor" : "vendor?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address));
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

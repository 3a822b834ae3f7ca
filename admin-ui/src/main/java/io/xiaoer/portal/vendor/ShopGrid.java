package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import io.xiaoer.operations.ShopGroup;
import io.xiaoer.operations.ShopHealth;
import io.xiaoer.operations.ShopHealths;
import io.xiaoer.operations.ShopSort;
import io.xiaoer.operations.ShopSort.Order;
import io.xiaoer.portal.frame.OperatorContext;
import java.util.List;

/** All shops, fetched as they are looked at, in the order of any column. */
class ShopGrid extends Grid<ShopHealth> {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_WHOLE = 15;

    private final transient OperatorContext operators;
    private final transient ShopHealths healths;
    private final ShopGroup group;
    private String search;

    /** @param shops how many there are in the group */
    ShopGrid(OperatorContext operators, ShopHealths healths, String search, ShopGroup group, int shops) {
        this.operators = operators;
        this.healths = healths;
        this.search = search;
        this.group = group;
        setId("shops");
        addClassName("vendor-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setColumnReorderingAllowed(false);
        setMultiSort(false);
        setAllRowsVisible(shops <= SHOWN_WHOLE);
        columns();
        setEmptyStateText(getTranslation("vendor.none"));
        setDataProvider(DataProvider.fromCallbacks(
                query -> {
                    int offset = query.getOffset();
                    int limit = query.getLimit();
                    Order order = order(query.getSortOrders());
                    return this.operators
                            .call(() -> this.healths.range(this.search, this.group, order, offset, limit))
                            .stream();
                },
                query -> this.operators.call(() -> this.healths.count(this.search, this.group))));
        addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(address(click.getItem()))));
    }

    void search(String text) {
        search = text;
        getDataProvider().refreshAll();
    }

    static String address(ShopHealth shop) {
        return "vendor/shops/" + shop.id();
    }

    private void columns() {
        Column<ShopHealth> name = components(ShopSort.NAME, this::name, "9.25rem");
        name.setFrozen(true).setFlexGrow(1);
        components(ShopSort.STATE, shop -> Badges.state(this, shop), "7.25rem");
        components(ShopSort.STAGE, shop -> Badges.stage(this, shop), "11.5rem");
        number(ShopSort.CONVERSATIONS, shop -> Numbers.count(shop.today().conversations()), "6rem");
        number(ShopSort.MESSAGES, shop -> Numbers.count(shop.today().messages()), "6rem");
        number(ShopSort.UNKNOWN_SHARE, shop -> Numbers.share(shop.today().unknownShare()), "7rem");
        number(ShopSort.P95, shop -> Numbers.duration(this, shop.today().p95Millis()), "6.5rem");
        number(ShopSort.ERRORS, shop -> Numbers.count(shop.today().errors()), "5rem");
        number(ShopSort.LAST_RELEASE, shop -> Numbers.shortTime(shop.lastRelease(), shop.timeZone()), "7.5rem");
        number(ShopSort.LAST_SEEN, shop -> Numbers.shortTime(shop.lastSeen(), shop.timeZone()), "7.5rem");
    }

    private Component name(ShopHealth shop) {
        Anchor link = new Anchor(address(shop), shop.name());
        link.setRouterIgnore(false);
        link.addClassName("vendor-name");
        return link;
    }

    private Column<ShopHealth> components(
            ShopSort sort, SerializableFunction<ShopHealth, Component> cell, String width) {
        return dress(addColumn(new ComponentRenderer<>(cell)), sort, width);
    }

    private void number(ShopSort sort, SerializableFunction<ShopHealth, String> cell, String width) {
        dress(addColumn(cell::apply), sort, width).setTextAlign(ColumnTextAlign.END);
    }

    private Column<ShopHealth> dress(Column<ShopHealth> column, ShopSort sort, String width) {
        return column.setKey(sort.key())
                .setHeader(getTranslation("vendor.column." + sort.key()))
                .setSortProperty(sort.key())
                .setSortable(true)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Order order(List<QuerySortOrder> sorted) {
        if (sorted.isEmpty()) {
            return Order.BY_NAME;
        }
        QuerySortOrder first = sorted.getFirst();
        return Order.parse((first.getDirection() == SortDirection.DESCENDING ? "-" : "") + first.getSorted());
    }
}

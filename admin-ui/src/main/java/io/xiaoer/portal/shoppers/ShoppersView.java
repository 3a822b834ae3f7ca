package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.KindCount;
import io.xiaoer.shopdata.Retention;
import io.xiaoer.shopdata.Retentions;
import io.xiaoer.shopdata.ShopperLine;
import io.xiaoer.shopdata.Shoppers;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the shop's systems told us, and a shopper to look for with {@code ?q=}. */
@Route(value = "shoppers", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/shoppers.css")
class ShoppersView extends ShopView<ShoppersView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Shoppers shoppers;
    private final transient Retentions retentions;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows at first. */
    record Data(
            List<KindCount> counts,
            String text,
            Page<ShopperLine> first,
            Retention retention,
            ZoneId timeZone,
            OffsetDateTime now) {}

    ShoppersView(ShopContext shop, Shoppers shoppers, Retentions retentions, Shops shops, Clock clock) {
        super(shop, "shoppers");
        this.shoppers = shoppers;
        this.retentions = retentions;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        String text = place.query("q").orElse("");
        return new Data(
                shoppers.counts(),
                text,
                shoppers.search(text, null, PAGE),
                retentions.get(),
                shops.current().timeZone(),
                OffsetDateTime.now(clock));
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("shoppers.lead"))));
        head.addClassName("view-head");
        add(head);
        if (data.counts().stream().allMatch(count -> count.count() == 0)) {
            add(nothingYet());
        } else {
            add(counts(data), search(data), list(data));
        }
        add(new RetentionCard(data.retention(), shop.may(Permission.ADMINISTER), this::keep));
    }

    private Component nothingYet() {
        Anchor how = new Anchor(
                shop.may(Permission.ADMINISTER) ? "data" : "/docs/api", getTranslation("shoppers.empty.how"));
        how.setRouterIgnore(!shop.may(Permission.ADMINISTER));
        how.setId("connect-data");
        how.addClassNames("action", "action-primary");
        return Notices.empty(
                "🛒",
                getTranslation("shoppers.empty.title"),
                getTranslation(shop.may(Permission.ADMINISTER) ? "shoppers.empty.text" : "shoppers.empty.text.reader"),
                how);
    }

    private Component counts(Data data) {
        Div tiles = new Div();
        tiles.addClassName("shoppers-counts");
        tiles.setId("counts");
        for (KindCount count : data.counts()) {
            Span number = new Span(NumberFormat.getIntegerInstance(getLocale()).format(count.count()));
            number.addClassName("shoppers-number");
            Span name = new Span(getTranslation("shoppers.kind." + count.kind().key()));
            OffsetDateTime last = count.lastReceivedAt();
            Span when = new Span(
                    last == null
                            ? getTranslation("shoppers.never")
                            : getTranslation("shoppers.last", Ago.text(this, last, data.now(), data.timeZone())));
            when.addClassName("hint");
            Div tile = new Div(name, number, when);
            tile.addClassNames("card", "shoppers-count");
            tile.getElement().setAttribute("data-kind", count.kind().key());
            tiles.add(tile);
        }
        return tiles;
    }

    private Component search(Data data) {
        TextField text = new TextField();
        text.setId("search");
        text.addClassName("shoppers-search");
        text.setAriaLabel(getTranslation("shoppers.search"));
        text.setPlaceholder(getTranslation("shoppers.search"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(128);
        text.setValue(data.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(350);
        text.addValueChangeListener(change -> go(change.getValue()));
        if (!data.text().isEmpty()) {
            text.focus();
        }
        return text;
    }

    private void go(String text) {
        QueryParameters parameters =
                text.isBlank() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", text.strip()));
        getUI().ifPresent(ui -> ui.navigate(ShoppersView.class, parameters));
    }

    private Component list(Data data) {
        if (data.first().items().isEmpty()) {
            return data.text().isEmpty()
                    ? Notices.empty("🧑", getTranslation("shoppers.none.title"), getTranslation("shoppers.none.text"))
                    : Notices.empty(
                            "🔎",
                            getTranslation("shoppers.not-found.title"),
                            getTranslation("shoppers.not-found.text"),
                            new Button(getTranslation("shoppers.not-found.all"), click -> go("")));
        }
        UnorderedList lines = new UnorderedList();
        lines.setId("shoppers");
        lines.addClassNames("card", "shoppers-lines");
        append(lines, data.first(), data);
        return lines;
    }

    private void append(UnorderedList lines, Page<ShopperLine> page, Data data) {
        page.items().forEach(one -> lines.add(line(one, data)));
        String next = page.nextCursor();
        if (next == null) {
            return;
        }
        ListItem more = new ListItem();
        more.add(new Button(getTranslation("shoppers.more"), click -> {
            try {
                Page<ShopperLine> later = shop.call(() -> shoppers.search(data.text(), next, PAGE));
                lines.remove(more);
                append(lines, later, data);
            } catch (Problem problem) {
                Messages.failure(Messages.of(this, problem));
            }
        }));
        lines.add(more);
    }

    private ListItem line(ShopperLine one, Data data) {
        Anchor name = new Anchor(
                Links.with("shoppers/details", "id", one.id()),
                one.name() == null ? getTranslation("shoppers.nameless") : one.name());
        name.setRouterIgnore(false);
        name.addClassName("shoppers-name");
        Span id = new Span(one.id());
        id.addClassNames("hint", "shoppers-id");
        Div who = new Div(name, id);
        who.addClassName("shoppers-who");
        ListItem line = new ListItem(who);
        line.getElement().setAttribute("data-shopper", one.id());
        if (one.memberLevel() != null) {
            Span level = new Span(one.memberLevel());
            level.addClassNames("badge", "badge-full");
            line.add(level);
        }
        Span phone = new Span(one.phone() == null ? "" : one.phone());
        phone.addClassName("shoppers-phone");
        line.add(phone);
        if (one.freshness() != null) {
            Span fresh = new Span(getTranslation(
                    "shoppers.updated", Ago.text(this, one.freshness().updatedAt(), data.now(), data.timeZone())));
            fresh.addClassNames("hint", "shoppers-fresh");
            line.add(fresh);
        }
        return line;
    }

    /** What is kept for a shorter time is gone tonight, so that is asked first. */
    private void keep(Retention before, Retention after) {
        if (RetentionCard.isShorter(before, after)) {
            Dialogs.confirmForGood(this, "shoppers.retention.shorter", () -> save(after));
        } else {
            save(after);
        }
    }

    private void save(Retention retention) {
        attempt(() -> retentions.save(retention), saved -> {
            Messages.success(getTranslation("shoppers.retention.saved"));
            refresh();
        });
    }
}

package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.conversations.Rating;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.Links;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.ShopperRecords;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the shopper is: what the shop knows of them, what they talked about before, and how colleagues marked this conversation. */
class ShopperSide extends Aside {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ShopperSide.class);
    private static final int ORDERS = 3;

    private final InboxView view;
    private final transient ShopContext shop;
    private final transient InboxServices services;
    private final ZoneId zone;
    private transient @Nullable ConversationId shown;

    ShopperSide(InboxView view, ShopContext shop, InboxServices services, ZoneId zone) {
        this.view = view;
        this.shop = shop;
        this.services = services;
        this.zone = zone;
        addClassName("inbox-side");
        setId("inbox-side");
        getElement().setAttribute("aria-label", getTranslation("inbox.shopper"));
    }

    /** What is read of a shopper. */
    private record Known(@Nullable ShopperRecords records, List<DeskLine> history, List<String> tags) {}

    void show(@Nullable DeskConversation conversation) {
        removeAll();
        shown = conversation == null ? null : conversation.line().id();
        if (conversation == null) {
            return;
        }
        Button back = Talk.small(VaadinIcon.ARROW_LEFT.create(), getTranslation("inbox.to-talk"));
        back.addClickListener(click -> view.toggleSide());
        back.addClassName("inbox-narrow");
        H3 name = new H3(Names.of(this, conversation.line()));
        Div head = new Div(back, name);
        head.addClassName("inbox-side-head");
        add(head, Notices.loading(getTranslation("inbox.loading")));
        if (!view.isAttached()) {
            view.addAttachListener(attach -> {
                attach.unregisterListener();
                load(conversation, head, name);
            });
        } else {
            load(conversation, head, name);
        }
    }

    private void load(DeskConversation conversation, Component head, H3 name) {
        ConversationId id = conversation.line().id();
        BackgroundWork.begin(
                view,
                shop,
                () -> read(conversation),
                known -> {
                    if (id.equals(shown)) {
                        ShopperRecords records = known.records();
                        Customer customer = records == null ? null : records.customer();
                        if (customer != null) {
                            name.setText(customer.name());
                        }
                        removeAll();
                        add(head);
                        fill(conversation, known);
                    }
                },
                failure -> {
                    LOG.warn("What is known of a shopper could not be read", failure);
                    if (id.equals(shown)) {
                        removeAll();
                        add(head, Notices.failure(this, () -> show(conversation)));
                    }
                });
    }

    private Known read(DeskConversation conversation) {
        Desk desk = services.desk();
        ShopperRef shopper = conversation.line().shopper();
        ShopperRecords records = null;
        if (shopper.kind() == ShopperRef.Kind.CUSTOMER) {
            try {
                records = services.shoppers().get(shopper.id());
            } catch (Problem problem) {
                if (problem.code() != Code.NOT_FOUND) {
                    throw problem;
                }
            }
        }
        return new Known(records, desk.history(conversation.line().id()), desk.tags());
    }

    private void fill(DeskConversation conversation, Known known) {
        add(who(conversation, known.records()), tags(conversation, known.tags()));
        Rating rating = conversation.rating();
        if (rating != null) {
            add(rating(rating));
        }
        ShopperRecords records = known.records();
        if (records != null) {
            add(orders(conversation, records), coupons(records));
        }
        add(history(known.history()));
    }

    private Component who(DeskConversation conversation, @Nullable ShopperRecords records) {
        ShopperRef shopper = conversation.line().shopper();
        Div facts = new Div();
        facts.addClassName("inbox-facts");
        if (shopper.kind() == ShopperRef.Kind.VISITOR) {
            facts.add(hint("inbox.visitor.about"));
            return facts;
        }
        facts.add(fact("shopper.id", shopper.id()));
        Customer customer = records == null ? null : records.customer();
        if (customer == null) {
            facts.add(hint("shopper.unknown"));
            return facts;
        }
        if (customer.memberLevel() != null) {
            facts.add(fact("shopper.level", customer.memberLevel()));
        }
        if (customer.phone() != null) {
            facts.add(fact("shopper.phone", customer.phone()));
        }
        if (customer.registeredAt() != null) {
            facts.add(fact("shopper.registered", Ago.time(customer.registeredAt(), zone)));
        }
        facts.add(new Anchor(Links.with("/shoppers/details", "id", shopper.id()), getTranslation("inbox.shopper.all")));
        return facts;
    }

    private Component tags(DeskConversation conversation, List<String> known) {
        ConversationId id = conversation.line().id();
        Chips tags = new Chips(getTranslation("inbox.tags"));
        tags.setId("tags");
        tags.setPlaceholder(getTranslation("inbox.tags.add"));
        tags.setWidthFull();
        tags.setTexts(conversation.line().tags());
        Set<String> offered = new LinkedHashSet<>(conversation.line().tags());
        offered.addAll(known);
        tags.setItems(List.copyOf(offered));
        tags.setAutoOpen(!offered.isEmpty());
        tags.setValue(new LinkedHashSet<>(conversation.line().tags()));
        tags.addValueChangeListener(change -> view.act(() -> services.desk().tag(id, Set.copyOf(change.getValue()))));
        return tags;
    }

    private Component rating(Rating rating) {
        Span stars = new Span("★".repeat(rating.score()) + "☆".repeat(Rating.MOST - rating.score()));
        stars.addClassName("inbox-stars");
        stars.getElement().setAttribute("role", "img");
        stars.getElement().setAttribute("aria-label", getTranslation("inbox.rating", rating.score()));
        Section section = section("inbox.rated", stars);
        String comment = rating.comment();
        if (comment != null) {
            section.add(new Paragraph("「" + comment + "」"));
        }
        return section;
    }

    private Component orders(DeskConversation conversation, ShopperRecords records) {
        Section section = section("shopper.orders");
        section.setId("side-orders");
        if (records.orders().isEmpty()) {
            section.add(hint("shopper.orders.none"));
        }
        records.orders().stream().limit(ORDERS).forEach(order -> section.add(order(order)));
        if (records.orders().size() > ORDERS) {
            section.add(new Anchor(
                    Links.with(
                            "/shoppers/details",
                            "id",
                            conversation.line().shopper().id()),
                    getTranslation("inbox.orders.all", records.orders().size())));
        }
        return section;
    }

    private Component order(Order order) {
        Span number = new Span(getTranslation("shopper.order", order.id()));
        number.addClassName("inbox-order-number");
        Span status = new Span(
                getTranslation("shopper.status." + order.status().name().toLowerCase(Locale.ROOT)));
        status.addClassName("badge");
        if (order.status() == Order.Status.DELIVERED || order.status() == Order.Status.COMPLETED) {
            status.addClassName("badge-full");
        }
        Div head = new Div(number, status);
        head.addClassName("inbox-order-head");
        Div goods = new Div(order.lines().stream()
                .map(line -> line.quantity() == 1 ? line.name() : line.name() + " ×" + line.quantity())
                .collect(Collectors.joining(getTranslation("audit.comma"))));
        Div shown = new Div(head, goods);
        shown.addClassName("inbox-order");
        Span placed = new Span(getTranslation("shopper.placed", Ago.time(order.placedAt(), zone)));
        placed.addClassName("hint");
        shown.add(placed);
        order.shipments().stream().filter(parcel -> parcel.trackingNo() != null).forEach(parcel -> {
            String carrier = parcel.carrier() == null ? "" : parcel.carrier() + " ";
            Span line = new Span(carrier + parcel.trackingNo());
            line.addClassName("hint");
            shown.add(line);
        });
        return shown;
    }

    private Component coupons(ShopperRecords records) {
        List<Coupon> good = records.coupons().stream()
                .filter(coupon -> coupon.status() == Coupon.Status.UNUSED)
                .toList();
        Section section = section("inbox.coupons");
        if (good.isEmpty()) {
            section.add(hint("shopper.coupons.none"));
        }
        good.forEach(coupon -> {
            Div line = new Div(new Span(coupon.name()));
            line.addClassName("inbox-coupon");
            if (coupon.validTo() != null) {
                Span until = new Span(getTranslation("shopper.coupon.until", Ago.time(coupon.validTo(), zone)));
                until.addClassName("hint");
                line.add(until);
            }
            section.add(line);
        });
        return section;
    }

    private Component history(List<DeskLine> history) {
        Section section = section("inbox.history");
        section.setId("side-history");
        if (history.isEmpty()) {
            section.add(hint("inbox.history.none"));
        }
        for (DeskLine line : history) {
            RouterLink link = new RouterLink();
            link.setRoute(
                    InboxView.class,
                    new RouteParameters(Map.of("conversation", line.id().toString())));
            link.setQueryParameters(InboxView.query(io.xiaoer.conversations.DeskFilter.Box.ALL));
            link.addClassName("inbox-before");
            Span when = new Span(Ago.time(line.openedAt(), zone));
            when.addClassName("hint");
            DeskLine.Last last = line.last();
            link.add(when, new Span(last == null ? getTranslation("inbox.nothing-said") : last.text()));
            section.add(link);
        }
        return section;
    }

    private Section section(String key, Component... content) {
        Section section = new Section(new H3(getTranslation(key)));
        section.add(content);
        section.addClassName("inbox-side-part");
        return section;
    }

    private Component fact(String key, String value) {
        Span name = new Span(getTranslation(key));
        name.addClassName("hint");
        Div fact = new Div(name, new Span(value));
        fact.addClassName("inbox-fact");
        return fact;
    }

    private Component hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }
}

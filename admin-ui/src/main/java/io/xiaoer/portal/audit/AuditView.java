package io.xiaoer.portal.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenants.AuditEntry;
import io.xiaoer.tenants.AuditTrail;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who changed what, newest first. {@code ?action=} and {@code ?actor=} leave the rest out. */
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed(Roles.OWNER)
@StyleSheet("context://css/audit.css")
class AuditView extends ShopView<AuditView.Trail> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int PAGE = 50;

    /** All that the view shows at first. */
    record Trail(ZoneId timeZone, Map<String, String> bots, List<String> actions, Page<AuditEntry> first) {}

    private final transient AuditTrail trail;
    private final transient Shops shops;
    private final transient Bots bots;

    AuditView(ShopContext shop, AuditTrail trail, Shops shops, Bots bots) {
        super(shop, "audit");
        this.trail = trail;
        this.shops = shops;
        this.bots = bots;
    }

    @Override
    protected Trail read(Place place) {
        Map<String, String> names =
                bots.all().stream().collect(Collectors.toMap(bot -> bot.id().toString(), Bot::name));
        return new Trail(shops.current().timeZone(), names, trail.actions(), page(place, null));
    }

    private Page<AuditEntry> page(Place place, @Nullable String cursor) {
        return trail.list(
                place.query("action").orElse(null), place.query("actor").orElse(null), cursor, PAGE);
    }

    @Override
    protected void show(Trail data) {
        Div words = new Div(new H1(title()), new Paragraph(getTranslation("audit.lead")));
        Div head = new Div(words, filter(data.actions()));
        head.addClassName("view-head");
        add(head);
        place().query("actor").ifPresent(actor -> add(onlyOf(actor)));
        if (data.first().items().isEmpty()) {
            add(Notices.empty("🗒️", getTranslation("audit.empty.title"), getTranslation("audit.empty.text")));
            return;
        }
        OrderedList lines = new OrderedList();
        lines.addClassNames("card", "audit-lines");
        lines.setId("audit-lines");
        add(lines);
        append(lines, data.first(), data);
    }

    private Component filter(List<String> actions) {
        Select<String> filter = new Select<>();
        filter.setId("audit-action");
        filter.setAriaLabel(getTranslation("audit.filter"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(getTranslation("audit.filter.all"));
        filter.setItems(actions);
        filter.setItemLabelGenerator(action -> action == null ? getTranslation("audit.filter.all") : sentence(action));
        place().query("action").filter(actions::contains).ifPresent(filter::setValue);
        filter.addValueChangeListener(
                change -> go(change.getValue(), place().query("actor").orElse(null)));
        return filter;
    }

    private Component onlyOf(String actor) {
        Button all = new Button(
                getTranslation("audit.everybody"),
                click -> go(place().query("action").orElse(null), null));
        Div line = new Div(new Span(getTranslation("audit.only-of", actor)), all);
        line.addClassNames("actions", "audit-only");
        return line;
    }

    private void go(@Nullable String action, @Nullable String actor) {
        var parameters = new java.util.HashMap<String, String>();
        if (action != null) {
            parameters.put("action", action);
        }
        if (actor != null) {
            parameters.put("actor", actor);
        }
        getUI().ifPresent(ui ->
                ui.navigate(AuditView.class, com.vaadin.flow.router.QueryParameters.simple(Map.copyOf(parameters))));
    }

    private void append(OrderedList lines, Page<AuditEntry> page, Trail data) {
        page.items().forEach(entry -> lines.add(line(entry, data)));
        String next = page.nextCursor();
        if (next == null) {
            return;
        }
        ListItem more = new ListItem();
        more.add(new Button(getTranslation("audit.more"), click -> {
            try {
                Page<AuditEntry> later = shop.call(() -> page(place(), next));
                lines.remove(more);
                append(lines, later, data);
            } catch (Problem problem) {
                Messages.failure(Messages.of(this, problem));
            }
        }));
        lines.add(more);
    }

    private ListItem line(AuditEntry entry, Trail data) {
        Span what = new Span(sentence(entry.action()));
        what.addClassName("audit-what");
        Span subject = new Span(data.bots().getOrDefault(entry.subject(), entry.subject()));
        subject.addClassName("audit-subject");
        Button who = new Button(who(entry), click -> go(place().query("action").orElse(null), entry.actor()));
        who.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_TERTIARY_INLINE);
        who.setTooltipText(getTranslation("audit.only-of", who(entry)));
        Span when = new Span(TIME.format(entry.at().atZoneSameInstant(data.timeZone())));
        when.addClassName("hint");
        Div by = new Div(who, when);
        by.addClassName("audit-by");
        Div first = new Div(what, subject);
        first.addClassName("audit-head");
        ListItem line = new ListItem(first, by);
        line.getElement().setAttribute("data-action", entry.action());
        if (entry.before() != null || entry.after() != null) {
            line.add(details(entry, data.timeZone()));
        }
        return line;
    }

    private Component details(AuditEntry entry, ZoneId zone) {
        Details details = new Details(getTranslation("audit.details"));
        details.addClassName("audit-details");
        // hundreds of lines hold their differences ready only once someone asks
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                ChangeTexts texts = new ChangeTexts(key -> getTranslation(key), zone, entry.action());
                details.add(table(Difference.between(entry.before(), entry.after()), texts));
            }
        });
        return details;
    }

    private Component table(List<Difference.Change> changes, ChangeTexts texts) {
        Div table = new Div();
        table.addClassName("audit-table");
        if (changes.isEmpty()) {
            table.add(new Span(getTranslation("audit.same")));
        }
        for (Difference.Change change : changes) {
            Span field = new Span(texts.field(change.field()));
            field.addClassName("hint");
            Div values = new Div();
            values.addClassName("audit-values");
            if (change.before() != null) {
                String was = texts.value(change.field(), change.before());
                Span before = new Span(was);
                before.addClassName("audit-before");
                before.getElement().setAttribute("aria-label", getTranslation("audit.before", was));
                values.add(before);
            }
            if (change.after() != null) {
                String now = texts.value(change.field(), change.after());
                Span after = new Span(now);
                after.addClassName("audit-after");
                after.getElement().setAttribute("aria-label", getTranslation("audit.after", now));
                values.add(after);
            }
            Div row = new Div(field, values);
            row.addClassName("audit-row");
            table.add(row);
        }
        return table;
    }

    private String who(AuditEntry entry) {
        return switch (entry.actorKind()) {
            case MEMBER -> entry.actor();
            case CLIENT, SHOPPER, OPERATOR, PLATFORM ->
                getTranslation("audit.actor." + entry.actorKind().name().toLowerCase(Locale.ROOT), entry.actor());
        };
    }

    private String sentence(String action) {
        String key = "audit.action." + action;
        String text = getTranslation(key);
        return text.equals(key) ? action : text;
    }
}

package io.xiaoer.portal.knowledge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryExports;
import io.xiaoer.knowledge.EntryFilter;
import io.xiaoer.knowledge.EntryFilter.State;
import io.xiaoer.knowledge.EntrySearch;
import io.xiaoer.knowledge.EntrySearch.Counts;
import io.xiaoer.knowledge.EntrySearch.Order;
import io.xiaoer.knowledge.EntrySelections;
import io.xiaoer.knowledge.EntrySelections.Deleted;
import io.xiaoer.knowledge.EntryTwins;
import io.xiaoer.knowledge.EntryTwins.Pair;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.onboarding.PackUpgrades;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.upgrades.UpgradeNote;
import io.xiaoer.portal.words.Downloads;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a bot, thousands of them, in one list that scrolls. {@code ?q=} searches, {@code ?state=} filters and
 * {@code ?order=} sorts.
 */
@Route(value = "knowledge", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/knowledge.css")
class KnowledgeView extends ShopView<KnowledgeView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int TWINS = 30;

    private final transient EntrySearch search;
    private final transient EntrySelections selections;
    private final transient EntryExports exports;
    private final transient EntryTwins twins;
    private final transient Shops shops;
    private final transient PackUpgrades upgrades;

    /** All that the view shows but the rows, which the list fetches as it scrolls. */
    record Data(
            Bot bot,
            ZoneId timeZone,
            EntryFilter filter,
            Order order,
            Counts counts,
            List<Pair> twins,
            int pending,
            boolean tooMany,
            @Nullable PackUpgrade upgrade) {}

    KnowledgeView(
            ShopContext shop,
            EntrySearch search,
            EntrySelections selections,
            EntryExports exports,
            EntryTwins twins,
            Shops shops,
            PackUpgrades upgrades) {
        super(shop, "knowledge");
        this.search = search;
        this.selections = selections;
        this.exports = exports;
        this.twins = twins;
        this.shops = shops;
        this.upgrades = upgrades;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        String text = place.query("q").orElse("");
        EntryFilter filter =
                new EntryFilter(text, one(State.class, place, "state").orElse(State.ALL));
        boolean near = filter.state() == State.NEAR_DUPLICATE;
        int pending = near ? twins.pending(bot.id()) : 0;
        return new Data(
                bot,
                shops.current().timeZone(),
                filter,
                one(Order.class, place, "order").orElse(Order.UPDATED),
                search.counts(bot.id(), text),
                near ? twins.list(bot.id(), text, 0, TWINS) : List.of(),
                pending,
                pending > 0 && twins.isTooMuch(bot.id()),
                upgrades.offered(bot.id()).orElse(null));
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, Place place, String parameter) {
        return place.query(parameter)
                .flatMap(name -> List.of(type.getEnumConstants()).stream()
                        .filter(constant -> word(constant).equals(name))
                        .findFirst());
    }

    /** An enum's constant as addresses and texts name it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    protected void show(Data data) {
        add(head(data));
        PackUpgrade upgrade = data.upgrade();
        if (upgrade != null) {
            add(new UpgradeNote(upgrade, Links.to(place(), "upgrade")));
        }
        add(tools(data), filters(data));
        if (data.counts().of(data.filter().state()) == 0) {
            pending(data);
            add(nothing(data));
            return;
        }
        if (data.filter().state() == State.NEAR_DUPLICATE) {
            pending(data);
            add(twins(data));
            return;
        }
        Div bar = new Div();
        bar.addClassName("knowledge-bar");
        EntryGrid list = new EntryGrid(
                shop,
                (offset, limit) ->
                        search.rows(data.bot().id(), data.filter(), data.order(), data.counts(), offset, limit),
                data.counts().of(data.filter().state()),
                data.counts().hits(),
                data.timeZone(),
                Instant.now(),
                key -> Links.to(place(), "knowledge/" + key));
        if (shop.may(Permission.EDIT)) {
            list.selectable(keys -> showBar(bar, data, keys));
        }
        add(bar, list);
    }

    private Component head(Data data) {
        Div words = new Div(new H1(title()), new Paragraph(getTranslation("knowledge.lead")));
        Div head = new Div(words);
        head.addClassName("view-head");
        Div actions = new Div(export(data));
        actions.addClassNames("actions", "knowledge-actions");
        head.add(actions);
        if (shop.may(Permission.EDIT)) {
            Anchor file = new Anchor(Links.to(place(), "knowledge/import"), getTranslation("knowledge.import"));
            file.setRouterIgnore(false);
            file.setId("import-entries");
            file.addClassName("action");
            Anchor write = new Anchor(Links.to(place(), "knowledge/new"), getTranslation("knowledge.new"));
            write.setRouterIgnore(false);
            write.setId("new-entry");
            write.addClassNames("action", "action-primary");
            actions.add(file, write);
        }
        return head;
    }

    private Component export(Data data) {
        String locale = getLocale().toLanguageTag();
        Anchor export = Downloads.link(
                shop,
                getTranslation("knowledge.export"),
                getTranslation("imports.export.name") + ".csv",
                SheetFormat.CSV.mediaType(),
                () -> exports.export(data.bot().id(), SheetFormat.CSV, locale));
        export.setId("export-entries");
        export.addClassName("action");
        return export;
    }

    private Component tools(Data data) {
        TextField text = new TextField();
        text.setId("search");
        text.setAriaLabel(getTranslation("knowledge.search"));
        text.setPlaceholder(getTranslation("knowledge.search"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(100);
        text.setValue(data.filter().text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(350);
        text.addValueChangeListener(
                change -> go(new EntryFilter(change.getValue(), data.filter().state()), data.order()));
        if (place().query("q").isPresent()) {
            text.focus();
        }
        Select<Order> order = new Select<>();
        order.setId("order");
        order.setAriaLabel(getTranslation("knowledge.order"));
        order.setItems(Order.values());
        order.setItemLabelGenerator(choice -> getTranslation("knowledge.order." + word(choice)));
        order.setValue(data.order());
        order.addValueChangeListener(change -> go(data.filter(), change.getValue()));
        // pairs are always listed by how near they are
        order.setVisible(data.filter().state() != State.NEAR_DUPLICATE);
        Div tools = new Div(text, order);
        tools.addClassName("knowledge-tools");
        return tools;
    }

    private Component filters(Data data) {
        Nav filters = new Nav();
        filters.addClassName("knowledge-filters");
        filters.setAriaLabel(getTranslation("knowledge.filters"));
        for (State state : State.values()) {
            RouterLink chip = new RouterLink();
            chip.setRoute(KnowledgeView.class);
            chip.setQueryParameters(
                    Links.with(place(), parameters(new EntryFilter(data.filter().text(), state), data.order())));
            Span number = new Span(String.valueOf(data.counts().of(state)));
            number.addClassName("knowledge-count");
            chip.add(new Span(getTranslation("knowledge.state." + word(state))), number);
            chip.addClassName("knowledge-chip");
            chip.setId("state-" + word(state));
            if (state == data.filter().state()) {
                chip.getElement().setAttribute("aria-current", "true");
            }
            filters.add(chip);
        }
        return filters;
    }

    private Component nothing(Data data) {
        if (data.counts().of(State.ALL) == 0 && data.filter().text().isEmpty()) {
            return Notices.empty("📖", getTranslation("knowledge.empty.title"), getTranslation("knowledge.empty.text"));
        }
        Button all = new Button(
                getTranslation("knowledge.none.all"), click -> go(new EntryFilter("", State.ALL), data.order()));
        String about = data.filter().state() == State.ALL
                ? "search"
                : word(data.filter().state());
        return Notices.empty(
                data.filter().state() == State.ALL ? "🔎" : "✅",
                getTranslation("knowledge.none." + about),
                getTranslation("knowledge.none.text"),
                all);
    }

    private void go(EntryFilter filter, Order order) {
        getUI().ifPresent(ui -> ui.navigate(KnowledgeView.class, Links.with(place(), parameters(filter, order))));
    }

    /** What is not as usual. */
    private static Map<String, List<String>> parameters(EntryFilter filter, Order order) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!filter.text().isEmpty()) {
            parameters.put("q", List.of(filter.text()));
        }
        if (filter.state() != State.ALL) {
            parameters.put("state", List.of(word(filter.state())));
        }
        if (order != Order.UPDATED) {
            parameters.put("order", List.of(word(order)));
        }
        return parameters;
    }

    // --- pairs that ask nearly the same

    private Component twins(Data data) {
        BotId bot = data.bot().id();
        TwinList list = new TwinList(
                bot, twins, shop.may(Permission.EDIT), key -> Links.to(place(), "knowledge/" + key), this::change);
        append(list, data, data.twins(), 0);
        return list;
    }

    private void append(TwinList list, Data data, List<Pair> pairs, int offset) {
        int next = offset + TWINS;
        list.append(
                pairs,
                pairs.size() < TWINS
                        ? null
                        : () -> append(
                                list,
                                data,
                                shop.call(() -> twins.list(
                                        data.bot().id(), data.filter().text(), next, TWINS)),
                                next));
    }

    /** Makes a change that returns its way back, and offers that. */
    private void change(String done, Supplier<Runnable> change) {
        attempt(change, back -> {
            Messages.undoable(
                    this,
                    getTranslation(done),
                    () -> attempt(
                            () -> {
                                back.run();
                                return done;
                            },
                            undone -> refresh()));
            refresh();
        });
    }

    private void pending(Data data) {
        if (data.pending() > 0) {
            Paragraph pending = new Paragraph(
                    data.tooMany()
                            ? getTranslation("knowledge.twins.too-many", EntryTwins.MAX_PHRASINGS)
                            : getTranslation("knowledge.twins.pending", data.pending()));
            pending.addClassName("hint");
            pending.setId("twins-pending");
            add(pending);
        }
    }

    // --- what can be done to several

    private void showBar(Div bar, Data data, Set<String> keys) {
        bar.removeAll();
        if (keys.isEmpty()) {
            return;
        }
        BotId bot = data.bot().id();
        Button enable = new Button(getTranslation("knowledge.enable"), click -> enable(bot, keys, true));
        enable.setId("enable-selected");
        Button disable = new Button(getTranslation("knowledge.disable"), click -> enable(bot, keys, false));
        disable.setId("disable-selected");
        Button delete = new Button(
                getTranslation("common.delete"),
                click -> Dialogs.confirmForGood(this, "knowledge.delete", () -> delete(bot, keys), keys.size()));
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
        delete.setId("delete-selected");
        bar.add(new Span(getTranslation("knowledge.selected", keys.size())), enable, disable, delete);
    }

    private void enable(BotId bot, Set<String> keys, boolean enabled) {
        attempt(() -> selections.enable(bot, keys, enabled), changed -> {
            Messages.undoable(
                    this,
                    getTranslation(enabled ? "knowledge.enabled" : "knowledge.disabled", changed.size()),
                    () -> attempt(() -> selections.enable(bot, Set.copyOf(changed), !enabled), back -> refresh()));
            refresh();
        });
    }

    private void delete(BotId bot, Set<String> keys) {
        attempt(() -> selections.delete(bot, keys), deleted -> {
            Messages.undoable(this, getTranslation("knowledge.deleted", deleted.size()), () -> restore(bot, deleted));
            refresh();
        });
    }

    private void restore(BotId bot, List<Deleted> deleted) {
        attempt(
                () -> {
                    selections.restore(bot, deleted);
                    return deleted.size();
                },
                count -> {
                    Messages.success(getTranslation("knowledge.restored", count));
                    refresh();
                },
                problem -> {
                    boolean full = problem.code() == Problem.Code.QUOTA_EXCEEDED;
                    if (full) {
                        Messages.failure(getTranslation("entry.full", KnowledgeDrafts.MAX_ENTRIES));
                    }
                    return full;
                });
    }
}

package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskCounts;
import io.xiaoer.conversations.DeskFeed;
import io.xiaoer.conversations.DeskFilter;
import io.xiaoer.conversations.DeskFilter.Box;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox: who waits and what was said, live. The address names the conversation that is open and, with {@code ?box=}, the list beside it;
 * what changes is shown where it is, without drawing the rest anew.
 */
@Route(value = "inbox/:conversation?", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/trial.css")
@StyleSheet("context://css/inbox.css")
@JavaScript("context://js/inbox.js")
class InboxView extends ShopView<InboxView.Data> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(InboxView.class);

    private final transient InboxServices services;
    private final transient Shops shops;
    private final transient Clock clock;

    private Box box = Box.QUEUE;
    private transient @Nullable ConversationId selected;
    private @Nullable LineList list;
    private @Nullable Talk talk;
    private @Nullable ShopperSide side;
    private transient @Nullable DeskCounts counts;
    private transient @Nullable News news;
    private transient DeskFeed.@Nullable Subscription subscription;

    /** All that the view shows at first. */
    record Data(
            ZoneId zone,
            OffsetDateTime now,
            Page<DeskLine> lines,
            DeskCounts counts,
            @Nullable DeskConversation open) {}

    InboxView(ShopContext shop, InboxServices services, Shops shops, Clock clock) {
        super(shop, "inbox");
        this.services = services;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Place entered = Place.of(event);
        Box wanted = entered.query("box").flatMap(InboxView::box).orElse(Box.QUEUE);
        ConversationId next = entered.path("conversation")
                .flatMap(Ids::parse)
                .map(ConversationId::new)
                .orElse(null);
        boolean sameBox = wanted == box;
        ConversationId before = selected;
        box = wanted;
        selected = next;
        LineList shown = list;
        if (shown == null || !isAttached()) {
            super.beforeEnter(event);
            return;
        }
        if (!sameBox) {
            shown.turnTo(box);
            readLines(null);
        }
        if (next == null || !next.equals(before)) {
            lookAway(before);
            openSelected();
        }
    }

    private static Optional<Box> box(String text) {
        return Arrays.stream(Box.values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
    }

    @Override
    protected Data read(Place place) {
        ConversationId open = selected;
        return new Data(
                shops.current().timeZone(),
                OffsetDateTime.now(clock),
                services.desk().lines(DeskFilter.of(box), LineList.PAGE, null),
                services.desk().counts(),
                open == null ? null : services.desk().open(open));
    }

    @Override
    protected void show(Data data) {
        H1 heading = new H1(title());
        heading.addClassName("inbox-heading");
        LineList lines = new LineList(this, box, data.zone());
        Talk middle = new Talk(this, shop, services, data.zone());
        ShopperSide right = new ShopperSide(this, shop, services, data.zone());
        Div columns = new Div(lines, middle, right);
        columns.addClassName("inbox-columns");
        add(heading, columns);
        list = lines;
        talk = middle;
        side = right;
        lines.show(data.lines(), data.now());
        tell(data.counts(), false);
        showOpen(data.open());
        getElement().executeJs("window.xiaoerInbox.begin(this)");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        News fresh = new News(event.getUI(), this::hear);
        news = fresh;
        subscription = shop.call(() -> services.feed().subscribe(fresh::about));
        getElement().addEventListener("inbox-here", here -> sayHere());
        getElement()
                .addEventListener("inbox-key", key -> {
                    InboxKeys.press(this, key.getEventData().get("event.detail").asString());
                })
                .addEventData("event.detail");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        DeskFeed.Subscription hearing = subscription;
        if (hearing != null) {
            hearing.close();
            subscription = null;
        }
        News stale = news;
        if (stale != null) {
            stale.stop();
        }
        quietly(() -> {
            services.desk().leave();
            return true;
        });
        event.getUI().getPage().executeJs("window.xiaoerInbox?.end()");
    }

    /** What has changed meanwhile. */
    private record Fresh(
            Page<DeskLine> lines,
            DeskCounts counts,
            @Nullable DeskConversation open) {}

    private void hear(Set<ConversationId> changed) {
        LineList lines = list;
        Talk middle = talk;
        if (lines == null || middle == null) {
            return;
        }
        ConversationId open = selected;
        boolean concerned = open != null && changed.contains(open);
        quietly(() -> new Fresh(
                        services.desk().lines(lines.filter(box), lines.shown(), null),
                        services.desk().counts(),
                        concerned && open != null ? services.desk().open(open) : null))
                .ifPresent(fresh -> {
                    lines.show(fresh.lines(), OffsetDateTime.now(clock));
                    tell(fresh.counts(), true);
                    DeskConversation conversation = fresh.open();
                    if (conversation != null) {
                        middle.update(conversation);
                    }
                });
    }

    private void sayHere() {
        ConversationId open = selected;
        quietly(() -> {
            if (open == null) {
                services.desk().here();
            } else {
                services.desk().looksAt(open);
            }
            return true;
        });
        LineList lines = list;
        if (lines != null) {
            lines.tick(OffsetDateTime.now(clock));
        }
    }

    private void lookAway(@Nullable ConversationId from) {
        if (from != null) {
            quietly(() -> {
                services.desk().looksAway(from);
                return true;
            });
        }
    }

    /** Shows how much there is to do, and calls whoever is there if it is more than before. */
    private void tell(DeskCounts now, boolean aloud) {
        DeskCounts before = counts;
        counts = now;
        LineList lines = list;
        if (lines != null) {
            lines.count(now);
        }
        int open = now.waiting() + now.unanswered();
        getElement().executeJs("window.xiaoerInbox.count($0, $1)", open, getPageTitle());
        if (!aloud || before == null) {
            return;
        }
        if (now.waiting() > before.waiting()) {
            call("inbox.call.waiting", now.waiting());
        } else if (now.unanswered() > before.unanswered()) {
            call("inbox.call.unanswered", now.unanswered());
        }
    }

    private void call(String key, int count) {
        getElement()
                .executeJs(
                        "window.xiaoerInbox.call($0, $1)",
                        getTranslation(key + ".title"),
                        getTranslation(key + ".text", count));
    }

    private void openSelected() {
        ConversationId open = selected;
        if (open == null) {
            showOpen(null);
            return;
        }
        attempt(() -> services.desk().open(open), this::showOpen, problem -> {
            if (problem.code() != Code.NOT_FOUND) {
                return false;
            }
            Messages.failure(getTranslation("inbox.gone"));
            go(null);
            return true;
        });
    }

    private void showOpen(@Nullable DeskConversation conversation) {
        getElement().setAttribute("data-open", conversation == null ? "list" : "talk");
        if (list != null) {
            list.mark(selected);
        }
        if (talk != null) {
            talk.show(conversation);
        }
        if (side != null) {
            side.show(conversation);
        }
        if (conversation != null) {
            sayHere();
        }
    }

    /** Reads the list anew. */
    void readLines(@Nullable String cursor) {
        LineList lines = list;
        if (lines != null) {
            attempt(() -> services.desk().lines(lines.filter(box), LineList.PAGE, cursor), page -> {
                if (cursor == null) {
                    lines.show(page, OffsetDateTime.now(clock));
                } else {
                    lines.append(page, OffsetDateTime.now(clock));
                }
            });
        }
    }

    /** Opens a conversation; null for none. */
    void go(@Nullable ConversationId conversation) {
        getUI().ifPresent(ui -> ui.navigate(
                InboxView.class,
                conversation == null
                        ? RouteParameters.empty()
                        : new RouteParameters("conversation", conversation.toString()),
                query(box)));
    }

    void turnTo(Box other) {
        ConversationId open = selected;
        getUI().ifPresent(ui -> ui.navigate(
                InboxView.class,
                open == null ? RouteParameters.empty() : new RouteParameters("conversation", open.toString()),
                query(other)));
    }

    static QueryParameters query(Box box) {
        return box == Box.QUEUE
                ? QueryParameters.empty()
                : QueryParameters.simple(Map.of("box", box.name().toLowerCase(java.util.Locale.ROOT)));
    }

    /** On a phone: shows who the shopper is, or what was said again. */
    void toggleSide() {
        boolean there = "side".equals(getElement().getAttribute("data-open"));
        getElement().setAttribute("data-open", there ? "talk" : "side");
    }

    /** Does something with the open conversation, then shows how it stands. */
    void act(Runnable action) {
        act(action, done -> {});
    }

    void act(Runnable action, java.util.function.Consumer<Boolean> after) {
        ConversationId open = selected;
        if (open == null) {
            return;
        }
        attempt(
                () -> {
                    action.run();
                    return services.desk().open(open);
                },
                conversation -> {
                    if (talk != null) {
                        talk.update(conversation);
                    }
                    after.accept(true);
                },
                problem -> {
                    after.accept(false);
                    if (problem.code() != Code.VERSION_CONFLICT) {
                        return false;
                    }
                    Messages.failure(getTranslation("inbox.taken"));
                    openSelected();
                    return true;
                });
    }

    /** Reads something and shows it; says in the usual way if it cannot be read. */
    <T> void read(Supplier<T> reading, java.util.function.Consumer<T> shown) {
        attempt(reading, shown);
    }

    /** Does something of which nobody is told if it fails once. */
    void beside(Runnable work) {
        quietly(() -> {
            work.run();
            return true;
        });
    }

    @Nullable
    LineList list() {
        return list;
    }

    @Nullable
    Talk talk() {
        return talk;
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** What goes on beside what the person does: nobody is told if it fails once. */
    private <T> Optional<T> quietly(Supplier<T> work) {
        try {
            return Optional.ofNullable(shop.call(work));
        } catch (Problem problem) {
            LOG.debug("The inbox could not be kept up to date", problem);
        } catch (RuntimeException e) {
            LOG.warn("The inbox could not be kept up to date", e);
        }
        return Optional.empty();
    }
}

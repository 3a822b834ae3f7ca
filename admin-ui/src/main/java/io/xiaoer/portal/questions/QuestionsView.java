package io.xiaoer.portal.questions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.Command;
import io.xiaoer.bots.Bot;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionsToFix;
import io.xiaoer.portal.frame.BackgroundWork;
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
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions that the bot fails, the worst first, and what may be done about each. The address names the one that is open, with {@code ?state=}
 * how far the listed ones have come, and with {@code ?cause=} why they fail.
 */
@Route(value = "questions/:id?", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/causes.css")
@StyleSheet("context://css/questions.css")
class QuestionsView extends ShopView<QuestionsView.Data> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(QuestionsView.class);

    private static final int AT_ONCE = 30;

    private final transient QuestionServices services;
    private final transient QuestionsToFix questions;
    private final transient Mender mender;
    private final Div room = new Div();

    private transient @Nullable Wanted wanted;
    private transient @Nullable Data shown;
    private transient @Nullable Detail open;
    private @Nullable QuestionList list;
    private @Nullable String first;
    private @Nullable UUID judged;

    /**
     * All that the view shows.
     *
     * @param detail of the question that is open: the one that the address names, else the first; null if there is none
     */
    record Data(
            Bot bot,
            Shop shop,
            OffsetDateTime now,
            Page<QuestionCluster> page,
            @Nullable Detail detail) {}

    QuestionsView(ShopContext shop, QuestionServices services) {
        super(shop, "fixing");
        this.services = services;
        this.questions = services.questions();
        this.mender = new Mender(this, shop, services);
        room.addClassName("fix-room");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Wanted before = wanted;
        Wanted next = Wanted.of(Place.of(event));
        wanted = next;
        if (before == null || list == null || !isAttached() || !before.hasListOf(next)) {
            super.beforeEnter(event);
            return;
        }
        openWanted();
    }

    // --- reading

    private Wanted wanted() {
        Wanted named = wanted;
        return named == null ? Wanted.of(place()) : named;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Page<QuestionCluster> page = questions.list(bot.id(), wanted().filter(), null, AT_ONCE);
        String id = wanted().id();
        if (id == null) {
            id = first(page);
        }
        return new Data(
                bot,
                services.shops().current(),
                OffsetDateTime.now(services.clock()),
                page,
                id == null ? null : Detail.read(services, bot.id(), id).orElse(null));
    }

    // --- showing

    @Override
    protected void show(Data data) {
        shown = data;
        first = first(data.page());
        Button fresh = new Button(getTranslation("fixing.refresh"), VaadinIcon.REFRESH.create());
        fresh.addClickListener(click -> takeIn(() -> {
            fresh.setEnabled(true);
            again();
        }));
        fresh.setId("take-in");
        fresh.setDisableOnClick(true);
        Div actions = new Div(fresh);
        actions.addClassName("actions");
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("fixing.lead"))), actions);
        head.addClassName("view-head");
        QuestionList questionList = new QuestionList(this, wanted(), data.page());
        list = questionList;
        Div columns = new Div(questionList, room);
        columns.addClassName("fix-columns");
        add(head, columns);
        showOpen(data.detail());
    }

    private void showOpen(@Nullable Detail detail) {
        open = detail;
        room.removeAll();
        Data data = shown;
        String id = wanted().id();
        getElement().setAttribute("data-open", id == null ? "list" : "question");
        QuestionList questionList = list;
        if (questionList != null) {
            questionList.mark(detail == null ? null : detail.question().id().toString());
        }
        boolean judging = detail != null && detail.question().id().equals(judged);
        if (data != null && detail != null) {
            room.add(new QuestionPanel(this, mender, data, detail, judging));
        } else if (id != null) {
            room.add(
                    Notices.empty("🗂️", getTranslation("fixing.gone"), getTranslation("fixing.gone.text"), leaving()));
        }
    }

    private Component leaving() {
        return new Button(getTranslation("fixing.back"), click -> leave());
    }

    /** A release with its mending went live a moment ago: it is seen whether that answers what was asked. */
    void published(QuestionCluster question) {
        judged = question.id();
        again();
        takeIn(() -> {
            judged = null;
            again();
        });
    }

    /** Shows the list and the open question as they are now. */
    void again() {
        readQuestions(null, page -> {
            QuestionList questionList = list;
            if (questionList != null) {
                questionList.show(page);
            }
            first = first(page);
            Detail before = open;
            if (before == null) {
                openWanted();
            } else {
                openOne(before.question().id().toString());
            }
        });
    }

    private static @Nullable String first(Page<QuestionCluster> page) {
        return page.items().isEmpty() ? null : page.items().getFirst().id().toString();
    }

    /** Opens what the address names, else the first of the list. */
    private void openWanted() {
        String id = wanted().id();
        openOne(id == null ? first : id);
    }

    private void openOne(@Nullable String id) {
        Data data = shown;
        if (data == null || id == null) {
            showOpen(null);
            return;
        }
        attempt(() -> Detail.read(services, data.bot().id(), id), detail -> showOpen(detail.orElse(null)));
    }

    /** @param cursor null for the first ones */
    void readQuestions(@Nullable String cursor, Consumer<Page<QuestionCluster>> found) {
        Data data = shown;
        if (data != null) {
            attempt(() -> questions.list(data.bot().id(), wanted().filter(), cursor, AT_ONCE), found);
        }
    }

    /** Takes in what failed since, and what went live. */
    private void takeIn(Command over) {
        Data data = shown;
        if (data == null) {
            return;
        }
        BackgroundWork.begin(
                this,
                shop,
                () -> {
                    questions.refresh(data.bot().id());
                    return data;
                },
                done -> over.execute(),
                failure -> {
                    over.execute();
                    if (failure instanceof Problem problem) {
                        Messages.failure(Messages.of(this, problem));
                    } else {
                        LOG.error("New questions could not be taken in", failure);
                        Messages.failure(getTranslation("common.failed"));
                    }
                });
    }

    /** Reads or changes something for one of the view's parts; what cannot be done is said in the usual way. */
    <T> void work(Supplier<T> work, Consumer<T> done) {
        attempt(work, done);
    }

    /** @param handled says whether it has dealt with the problem */
    <T> void work(Supplier<T> work, Consumer<T> done, Predicate<Problem> handled) {
        attempt(work, done, handled);
    }

    @Nullable
    Data shown() {
        return shown;
    }

    Place entered() {
        return place();
    }

    // --- where one goes

    void go(Wanted other) {
        String id = other.id();
        getUI().ifPresent(ui -> ui.navigate(
                QuestionsView.class,
                id == null ? RouteParameters.empty() : new RouteParameters("id", id),
                Links.with(place(), other.query())));
    }

    /** On a phone: shows the list again. */
    void leave() {
        go(wanted().with((String) null));
    }

    RouterLink link(QuestionCluster question, Component... content) {
        RouterLink link = new RouterLink();
        link.setRoute(
                QuestionsView.class, new RouteParameters("id", question.id().toString()));
        link.setQueryParameters(Links.with(place(), wanted().query()));
        link.addClassName("fix-line");
        link.add(content);
        return link;
    }

    String address(String path) {
        return Links.to(place(), path);
    }

    boolean mayEdit() {
        return may(Permission.EDIT);
    }

    boolean mayRead() {
        return may(Permission.CONVERSE);
    }

    boolean may(Permission permission) {
        return shop.may(permission);
    }
}

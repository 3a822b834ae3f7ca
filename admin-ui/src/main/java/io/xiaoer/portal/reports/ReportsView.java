package io.xiaoer.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.EntryHours;
import io.xiaoer.insights.FrequentQuestion;
import io.xiaoer.insights.Period;
import io.xiaoer.insights.Report;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Downloads;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.CsvFile;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a bot did: {@code ?days=} names one of the usual lengths, {@code ?from=&to=} any other time. */
@Route(value = "reports", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/reports.css")
class ReportsView extends ShopView<ReportsView.Data> {

    /** Days that are offered, today included; the first unless the address says otherwise. */
    static final List<Integer> LENGTHS = List.of(7, 30, 90);

    /** The most frequent questions, of which it is told how many are answered at once. */
    static final int FREQUENT = 20;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReportsView.class);
    private static final int GROWING = 10;
    private static final int DIGESTS = 14;

    private final transient ReportServices services;
    private int turn;

    /** All that is shown at once; what has to be counted follows. */
    record Data(Bot bot, Shop shop, Period period, LocalDate today, List<Digest> digests, boolean mails) {

        /** The usual length that the period has; empty if it is another. */
        Optional<Integer> length() {
            return LENGTHS.stream()
                    .filter(days -> Period.last(days, today).equals(period))
                    .findFirst();
        }
    }

    ReportsView(ShopContext shop, ReportServices services) {
        super(shop, "reports");
        this.services = services;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Shop own = services.shops().current();
        LocalDate today = LocalDate.now(services.clock().withZone(own.timeZone()));
        return new Data(
                bot,
                own,
                period(place, today),
                today,
                services.digests().newest(DIGESTS),
                services.digests().mails());
    }

    /** An address that names no time that can be counted names the last week. */
    private static Period period(Place place, LocalDate today) {
        Optional<LocalDate> from = date(place, "from");
        Optional<LocalDate> to = date(place, "to");
        try {
            if (from.isPresent() || to.isPresent()) {
                return Period.of(from.orElse(null), to.orElse(null), today);
            }
        } catch (Problem tooLong) {
            return Period.last(LENGTHS.getFirst(), today);
        }
        int days = place.query("days")
                .flatMap(wanted -> LENGTHS.stream()
                        .filter(length -> wanted.equals(String.valueOf(length)))
                        .findFirst())
                .orElse(LENGTHS.getFirst());
        return Period.last(days, today);
    }

    private static Optional<LocalDate> date(Place place, String parameter) {
        try {
            return place.query(parameter).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void show(Data data) {
        Div room = new Div(Notices.loading(getTranslation("reports.counting")));
        room.setId("report");
        room.addClassName("reports-room");
        add(head(data), new PeriodPicker(this, data), room, new DigestCard(this, data));
        count(data, room);
    }

    private Component head(Data data) {
        Period period = data.period();
        String name = period.from() + "_" + period.to();
        Anchor days = Downloads.link(
                shop,
                getTranslation("reports.csv.days"),
                "xiaoer-days-" + name + ".csv",
                CsvFile.MEDIA_TYPE,
                () -> services.files().summary(data.bot().id(), period));
        days.setId("csv-days");
        Anchor questions = Downloads.link(
                shop,
                getTranslation("reports.csv.questions"),
                "xiaoer-questions-" + name + ".csv",
                CsvFile.MEDIA_TYPE,
                () -> services.files().questions(data.bot().id(), period));
        questions.setId("csv-questions");
        days.addClassName("action");
        questions.addClassName("action");
        Div actions = new Div(days, questions);
        actions.addClassName("actions");
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("reports.lead"))), actions);
        head.addClassName("view-head");
        return head;
    }

    private void count(Data data, Div room) {
        int mine = ++turn;
        String language = getLocale().toLanguageTag();
        String own = getTranslation("reports.topic.own");
        String none = getTranslation("reports.topic.none");
        BackgroundWork.begin(
                this,
                shop,
                () -> found(data, language, own, none),
                found -> {
                    if (mine == turn) {
                        room.removeAll();
                        fill(data, found, room);
                    }
                },
                failure -> {
                    if (mine == turn) {
                        room.removeAll();
                        if (failure instanceof Problem problem) {
                            room.add(Notices.problem(this, problem, this::refresh));
                        } else {
                            LOG.error("A report could not be counted", failure);
                            room.add(Notices.failure(this, this::refresh));
                        }
                    }
                });
    }

    private Found found(Data data, String language, String own, String none) {
        var bot = data.bot().id();
        Period period = data.period();
        Report report = services.reports().of(bot, period);
        List<EntryHours> hours = services.reports().hours(bot, period);
        return new Found(
                report,
                TopicHours.of(hours, services.topics().byEntry(language), own, none),
                services.reports().growing(bot, period, GROWING),
                services.reports().unused(bot, period, hours),
                services.frequent().top(bot, period, FREQUENT));
    }

    private void fill(Data data, Found found, Div room) {
        if (found.report().shares().questions() == 0) {
            Div empty =
                    Notices.empty("📊", getTranslation("reports.empty.title"), getTranslation("reports.empty.text"));
            empty.setId("reports-empty");
            room.add(empty);
            return;
        }
        room.add(new Tiles(found.report()));
        Div cards = new Div();
        cards.addClassName("reports-cards");
        cards.add(new DayCharts(this, found.report()).all());
        Report.Trial trial = found.report().trial();
        if (trial != null) {
            cards.add(new TrialCard(trial));
        }
        cards.add(
                new HeatCard(found.topics()),
                new InstantCard(this, data, found.frequent()),
                new GrowingCard(this, found.growing()),
                new UnusedCard(this, found.unused()));
        room.add(cards);
    }

    boolean mayEdit() {
        return shop.may(Permission.EDIT);
    }

    boolean mayAdminister() {
        return shop.may(Permission.ADMINISTER);
    }

    /** An address of another view about the same bot. */
    String link(String path) {
        return Links.to(place(), path);
    }

    void go(Map<String, List<String>> parameters) {
        getUI().ifPresent(ui -> ui.navigate("reports", Links.with(place(), parameters)));
    }

    void mark(Data data, FrequentQuestion question, InstantCard card) {
        attempt(
                () -> services.frequent().mark(data.bot().id(), question.text(), question.entryKey()),
                reply -> {
                    Messages.success(getTranslation("reports.instant.marked", question.text()));
                    again(data, card);
                },
                problem -> refused(problem));
    }

    void unmark(Data data, String mark, InstantCard card) {
        attempt(
                () -> {
                    services.frequent().unmark(data.bot().id(), mark);
                    return mark;
                },
                gone -> {
                    Messages.success(getTranslation("reports.instant.unmarked"));
                    again(data, card);
                });
    }

    private boolean refused(Problem problem) {
        boolean input = problem.code() == Problem.Code.INVALID_INPUT;
        if (input) {
            Messages.failure(getTranslation("reports.instant.taken"));
        }
        return input;
    }

    private void again(Data data, InstantCard card) {
        BackgroundWork.begin(
                this,
                shop,
                () -> services.frequent().top(data.bot().id(), data.period(), FREQUENT),
                card::show,
                failure -> refresh());
    }

    void mail(boolean mails) {
        attempt(
                () -> {
                    services.digests().setMails(mails);
                    return mails;
                },
                set -> Messages.success(getTranslation(set ? "reports.digest.mail.on" : "reports.digest.mail.off")));
    }

    @Nullable
    String linkTo(@Nullable String entryKey) {
        return entryKey == null ? null : link("/knowledge/" + entryKey);
    }
}

package io.xiaoer.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.Traffic;
import io.xiaoer.knowledge.EntryOutlines;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.pilot.HaltBanner;
import io.xiaoer.portal.start.Checklist;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Pilot;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.Stage;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A bot at a glance: what happened today, what needs attention, who meets it. {@code ?bot=} names another than the first,
 * {@code ?days=} how far back the pictures go.
 */
@Route(value = "", layout = MainLayout.class)
@StyleSheet("context://css/home.css")
@PermitAll
class HomeView extends ShopView<Overview> {

    static final int HITS_DAYS = 30;
    static final int UNANSWERED_DAYS = 7;

    /** Days that the pictures may show; the first unless the address says otherwise. */
    static final List<Integer> LENGTHS = List.of(30, 14);

    private static final long serialVersionUID = 1L;
    private static final int UNANSWERED_SHOWN = 5;

    private final transient Shops shops;
    private final transient Bots bots;
    private final transient Rollouts rollouts;
    private final transient Releases releases;
    private final transient Traffic traffic;
    private final transient EntryOutlines entries;
    private final transient FirstSteps steps;
    private final transient Clock clock;

    HomeView(
            ShopContext shop,
            Shops shops,
            Bots bots,
            Rollouts rollouts,
            Releases releases,
            Traffic traffic,
            EntryOutlines entries,
            FirstSteps steps,
            Clock clock) {
        super(shop, "home");
        this.shops = shops;
        this.bots = bots;
        this.rollouts = rollouts;
        this.releases = releases;
        this.traffic = traffic;
        this.entries = entries;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    protected Overview read(Place place) {
        List<Bot> all = bots.all();
        Bot bot = place.query("bot")
                .map(wanted -> all.stream()
                        .filter(one -> one.id().toString().equals(wanted))
                        .findFirst())
                .orElseGet(() -> all.stream().findFirst())
                .orElseThrow(() -> Problem.notFound("bot"));
        int days = place.query("days")
                .flatMap(wanted -> LENGTHS.stream()
                        .filter(length -> wanted.equals(String.valueOf(length)))
                        .findFirst())
                .orElse(LENGTHS.getFirst());
        Instant now = clock.instant();
        Rollout rollout = rollouts.get(bot.id());
        return new Overview(
                shops.current(),
                all,
                bot,
                rollout,
                rollouts.hasStaff(bot.id()),
                wasOut(rollout) ? rollouts.history(bot.id(), HaltBanner.CHANGES) : List.of(),
                releases.all(bot.id()),
                traffic.board(bot.id(), days),
                traffic.hits(bot.id(), now.minus(Duration.ofDays(HITS_DAYS))),
                traffic.unanswered(bot.id(), now.minus(Duration.ofDays(UNANSWERED_DAYS)), UNANSWERED_SHOWN),
                entries.of(bot.id()),
                steps.of(bot.id()),
                now);
    }

    @Override
    protected void show(Overview overview) {
        add(head(overview));
        if (overview.bots().size() > 1) {
            add(choice(overview));
        }
        HaltBanner.of(overview.changes(), overview.shop().timeZone())
                .ifPresent(banner -> add(banner.with(new Anchor(
                        Links.of(overview.bot(), overview.bots()).to("pilot"), getTranslation("pilot.halt.look")))));
        // the room for what is left of the first steps
        Div firstSteps = new Div();
        Checklist checklist = new Checklist(shop, steps, overview.bot().id(), overview.progress());
        if (checklist.isVisible()) {
            firstSteps.add(checklist);
        }
        firstSteps.setId("home-first-steps");
        firstSteps.addClassName("home-first-steps");
        add(firstSteps);
        Div rooms = new Div();
        rooms.addClassName("home-rooms");
        if (overview.hasTraffic()) {
            TrafficCharts charts = new TrafficCharts(this, overview);
            add(new TodayFigures(overview.board().today()));
            rooms.add(
                    charts.trend(),
                    charts.ring(),
                    new AttentionCard(overview, shop.may(Permission.EDIT)),
                    stageCard(overview),
                    charts.hours(),
                    new TopEntries(overview));
        } else {
            Div empty =
                    new Div(Notices.empty("💬", getTranslation("home.quiet.title"), getTranslation("home.quiet.text")));
            empty.setId("home-quiet");
            empty.addClassNames("card", "home-trend");
            rooms.add(empty, stageCard(overview), new AttentionCard(overview, shop.may(Permission.EDIT)));
        }
        add(rooms);
    }

    private Component head(Overview overview) {
        Span stage = new Span(getTranslation(key("stage", overview.rollout().stage())));
        stage.setId("stage");
        stage.addClassNames("badge", key("badge", overview.rollout().stage()).replace('.', '-'));
        Div name = new Div(new H1(overview.shop().name()), stage);
        name.addClassName("home-name");
        Paragraph asOf = new Paragraph(getTranslation(
                "home.as-of",
                DateTimeFormatter.ofPattern(getTranslation("home.as-of.format"), getLocale())
                        .format(overview.readAt().atZone(overview.shop().timeZone()))));
        asOf.addClassName("hint");
        Div head = new Div(name, asOf);
        head.addClassName("view-head");
        return head;
    }

    private Component choice(Overview overview) {
        Nav choice = new Nav();
        choice.addClassName("home-choice");
        for (Bot bot : overview.bots()) {
            Anchor link = new Anchor("/?bot=" + bot.id(), bot.name());
            if (bot.id().equals(overview.bot().id())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            choice.add(link);
        }
        return choice;
    }

    /** Who meets the bot, with which words, and how to try it. */
    private Component stageCard(Overview overview) {
        Stage stage = overview.rollout().stage();
        Section card = new Section(new H2(getTranslation("home.stage.title")));
        card.setId("try-it");
        card.addClassNames("card", "home-stage");
        Pilot pilot = overview.rollout().pilot();
        card.add(new Paragraph(getTranslation(
                key("home.stage", stage), pilot.enrolled(), pilot.settings().size())));
        Integer candidate = overview.rollout().candidate();
        if (candidate != null) {
            card.add(
                    new Paragraph(getTranslation("home.stage.candidate", pilot.enrolled(), String.valueOf(candidate))));
        }
        Paragraph live = new Paragraph(overview.live()
                .map(release -> getTranslation("home.live", String.valueOf(release.number()), release.note()))
                .orElseGet(() -> getTranslation("home.live.none")));
        live.addClassName("hint");
        card.add(live);

        Div moves = new Div();
        moves.addClassName("actions");
        Links ways = Links.of(overview.bot(), overview.bots());
        Anchor rollout = new Anchor(ways.to("pilot"), getTranslation("home.stage.go"));
        rollout.setId("to-pilot");
        rollout.addClassNames("action", "action-primary");
        moves.add(rollout);
        Anchor versions = new Anchor(ways.to("releases"), getTranslation("home.releases"));
        versions.setId("to-releases");
        versions.addClassName("action");
        moves.add(versions);
        card.add(moves);

        Div places = new Div();
        places.addClassNames("form", "home-places");
        card.add(places);
        getUI().ifPresent(ui -> ui.getPage().fetchCurrentURL(url -> {
            ChatLinks links = ChatLinks.of(
                    url, overview.bot().widgetKey(), overview.rollout().staffCode());
            Anchor open = new Anchor(links.staff(), getTranslation("home.try.open"), AnchorTarget.BLANK);
            open.setId("try-as-staff");
            open.addClassName("action");
            Anchor page = new Anchor(links.shoppers(), getTranslation("home.chat.open"), AnchorTarget.BLANK);
            page.addClassName("action");
            Div actions = new Div(open, page);
            actions.addClassName("actions");
            places.add(Messages.copyable(this, getTranslation("home.try.link"), links.staff()), actions);
        }));
        return card;
    }

    /** Whether shoppers ever met the bot, so that it can have been halted. */
    private static boolean wasOut(Rollout rollout) {
        return rollout.stage() != Stage.INTERNAL || rollout.pilot().number() > 0;
    }

    private static String key(String prefix, Stage stage) {
        return prefix + "." + stage.name().toLowerCase(Locale.ROOT);
    }
}

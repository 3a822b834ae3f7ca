package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Fallback;
import io.xiaoer.conversations.Beacons.OfMembers;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.insights.Day;
import io.xiaoer.insights.FailedQuestion;
import io.xiaoer.insights.MemberLine;
import io.xiaoer.insights.Shares;
import io.xiaoer.insights.Slice;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Links;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.rollout.Stage;
import io.xiaoer.rollout.Step;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far the bot is let out, how it does there, and the ways forward and back. */
@Route(value = "pilot", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/causes.css")
@StyleSheet("context://css/pilot.css")
class PilotView extends ShopView<PilotView.Data> {

    private static final long serialVersionUID = 1L;

    private static final int HISTORY = 50;
    private static final int PEOPLE_AT_ONCE = 12;
    private static final int FAILED_AT_ONCE = 100;
    private static final int FEWEST_DAYS = 7;
    private static final int MOST_DAYS = 30;

    private final transient PilotServices services;

    /**
     * All that the view shows.
     *
     * @param history newest first
     * @param trial null before the first pilot
     */
    record Data(
            Bot bot,
            Shop shop,
            Rollout rollout,
            List<ReleaseSummary> releases,
            List<RolloutChange> history,
            @Nullable Trial trial,
            OffsetDateTime readAt) {

        @Nullable
        ReleaseSummary release(int number) {
            return releases.stream()
                    .filter(release -> release.number() == number)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** How the newest pilot goes. */
    record Trial(
            Shares members,
            Shares rest,
            List<Day> daily,
            Page<MemberLine> people,
            Page<FailedQuestion> failed,
            OfMembers told) {}

    PilotView(ShopContext shop, PilotServices services) {
        super(shop, "pilot");
        this.services = services;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Rollout rollout = services.rollouts().get(bot.id());
        OffsetDateTime now = OffsetDateTime.now(services.clock());
        return new Data(
                bot,
                services.shops().current(),
                rollout,
                services.releases().all(bot.id()),
                services.rollouts().history(bot.id(), HISTORY),
                rollout.pilot().startedAt() == null ? null : trial(rollout, now),
                now);
    }

    private Trial trial(Rollout rollout, OffsetDateTime now) {
        int pilot = rollout.pilot().number();
        OffsetDateTime started = Objects.requireNonNull(rollout.pilot().startedAt());
        int days = (int) Math.clamp(Duration.between(started, now).toDays() + 1, FEWEST_DAYS, MOST_DAYS);
        var outcomes = services.outcomes();
        return new Trial(
                outcomes.shares(
                        rollout.bot(), Slice.members(pilot, started, now).of(rollout.piloted())),
                outcomes.shares(rollout.bot(), Slice.rest(pilot, started, now)),
                outcomes.daily(rollout.bot(), pilot, days),
                outcomes.members(rollout.bot(), pilot, null, PEOPLE_AT_ONCE),
                outcomes.failed(rollout.bot(), pilot, null, FAILED_AT_ONCE),
                services.beacons().ofMembers(rollout.bot(), pilot, started));
    }

    @Override
    protected void show(Data data) {
        add(head(data));
        HaltBanner.of(data.history(), data.shop().timeZone())
                .ifPresent(banner -> add(banner.with(
                        new Anchor(Links.to(place(), "/releases"), getTranslation("pilot.halt.releases")))));
        add(new NextCard(this, data));
        Trial trial = data.trial();
        if (trial == null) {
            add(nothingYet());
        } else {
            Div beside = new Div(new ReasonsCard(trial.members()), new PagesCard(trial.told()));
            beside.addClassName("pilot-beside");
            Div rooms = new Div(
                    new CohortCard(data.rollout(), data.shop().timeZone()),
                    new ResultCard(data.rollout(), trial.members(), trial.rest()),
                    new FailedCard(this, data, trial.failed()),
                    beside,
                    new TrendCard(trial.daily(), data.rollout().targets()),
                    new MembersCard(this, data, trial.people()));
            rooms.addClassName("pilot-rooms");
            add(rooms);
        }
        if (data.rollout().stage() != Stage.INTERNAL) {
            add(new CandidateCard(this, data));
        }
        add(new HistoryCard(data.history(), data.shop().timeZone()));
    }

    private Component head(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("pilot.lead"))));
        head.addClassName("view-head");
        if (mayEdit()) {
            Button settings = new Button(
                    getTranslation("pilot.settings"), VaadinIcon.COG_O.create(), click -> openSettings(data));
            settings.setId("settings");
            head.add(settings);
        }
        return head;
    }

    private Component nothingYet() {
        Section card = new Section(new H2(getTranslation("pilot.empty.title")));
        card.setId("no-pilot");
        card.addClassNames("card", "pilot-empty");
        OrderedList why = new OrderedList();
        for (int i = 1; i <= 3; i++) {
            why.add(new ListItem(getTranslation("pilot.empty." + i)));
        }
        Paragraph honest = new Paragraph(getTranslation("pilot.honest"));
        honest.addClassName("hint");
        card.add(why, honest);
        return card;
    }

    boolean mayEdit() {
        return shop.may(Permission.EDIT);
    }

    boolean mayRead() {
        return shop.may(Permission.CONVERSE);
    }

    Place entered() {
        return place();
    }

    /** Shows what the next step asks for, and takes it. */
    void forward(Data data) {
        Rollout rollout = data.rollout();
        Step step = rollout.nextStep().orElse(null);
        if (step == null) {
            return;
        }
        attempt(() -> services.rollouts().gates(rollout), gates -> open(data, step, gates));
    }

    private void open(Data data, Step step, List<Gate> gates) {
        Rollout rollout = data.rollout();
        new GatesDialog(
                        step,
                        gates,
                        (dialog, reason) -> change(
                                () -> step == Step.PROMOTE
                                        ? services.rollouts().promote(rollout.bot(), reason, rollout.version())
                                        : services.rollouts()
                                                .moveTo(
                                                        rollout.bot(),
                                                        step == Step.TO_PILOT ? Stage.PILOT : Stage.FULL,
                                                        reason,
                                                        rollout.version()),
                                dialog::close,
                                "pilot.done." + NextCard.key(step)),
                        String.valueOf(rollout.piloted()),
                        String.valueOf(rollout.pilot().settings().size()))
                .open();
    }

    /** From staff to everyone at once, which always needs a reason. */
    void skip(Data data) {
        Rollout rollout = data.rollout();
        new ReasonDialog(
                        "pilot.skip",
                        true,
                        (dialog, reason) -> change(
                                () -> services.rollouts().moveTo(rollout.bot(), Stage.FULL, reason, rollout.version()),
                                dialog::close,
                                "pilot.done.to-full"))
                .open();
    }

    void back(Data data, Stage stage) {
        Rollout rollout = data.rollout();
        new ReasonDialog(
                        "pilot.back." + Stations.key(stage),
                        false,
                        (dialog, reason) -> change(
                                () -> services.rollouts().moveTo(rollout.bot(), stage, reason, rollout.version()),
                                dialog::close,
                                "pilot.done.back." + Stations.key(stage)),
                        fallback(data.bot().fallback()),
                        rollout.pilot().enrolled())
                .open();
    }

    /** What shoppers meet whom the bot does not serve. */
    private String fallback(Fallback fallback) {
        String text = fallback.text();
        return fallback.kind() == Fallback.Kind.TEXT && text != null
                ? getTranslation("pilot.fallback.text", text)
                : getTranslation("pilot.fallback." + fallback.kind().name().toLowerCase(Locale.ROOT));
    }

    void propose(Data data, int number) {
        Rollout rollout = data.rollout();
        boolean halted = data.history().stream()
                .anyMatch(change -> change.alarm() != null && change.alarm().release() == number);
        new ReasonDialog(
                        halted ? "pilot.propose.again" : "pilot.propose",
                        halted,
                        (dialog, reason) -> change(
                                () -> services.rollouts().candidate(rollout.bot(), number, reason, rollout.version()),
                                dialog::close,
                                "pilot.done.candidate"),
                        String.valueOf(number),
                        String.valueOf(rollout.liveRelease()))
                .open();
    }

    void withdraw(Data data) {
        Rollout rollout = data.rollout();
        new ReasonDialog(
                        "pilot.withdraw",
                        false,
                        (dialog, reason) -> change(
                                () -> services.rollouts().candidate(rollout.bot(), null, reason, rollout.version()),
                                dialog::close,
                                "pilot.done.withdrawn"),
                        String.valueOf(rollout.piloted()),
                        String.valueOf(rollout.liveRelease()))
                .open();
    }

    /** Makes the candidate live; where it takes a step forward, what that asks for is shown first. */
    void promote(Data data) {
        Rollout rollout = data.rollout();
        if (rollout.servesRest()) {
            forward(data);
            return;
        }
        new ReasonDialog(
                        "pilot.promote",
                        false,
                        (dialog, reason) -> change(
                                () -> services.rollouts().promote(rollout.bot(), reason, rollout.version()),
                                dialog::close,
                                "pilot.done.promote"),
                        String.valueOf(rollout.piloted()))
                .open();
    }

    private void openSettings(Data data) {
        Rollout rollout = data.rollout();
        new SettingsDialog(
                        rollout,
                        (dialog, wanted) -> change(
                                () -> services.rollouts()
                                        .set(rollout.bot(), wanted.pilot(), wanted.targets(), rollout.version()),
                                dialog::close,
                                "pilot.done.settings"))
                .open();
    }

    private void change(Supplier<Rollout> change, com.vaadin.flow.server.Command close, String done) {
        attempt(change, changed -> {
            close.execute();
            Messages.success(getTranslation(done));
            refresh();
        });
    }

    void members(Data data, String cursor, SerializableConsumer<Page<MemberLine>> show) {
        Rollout rollout = data.rollout();
        attempt(
                () -> services.outcomes().members(rollout.bot(), rollout.pilot().number(), cursor, PEOPLE_AT_ONCE),
                show::accept);
    }

    void failed(Data data, String cursor, SerializableConsumer<Page<FailedQuestion>> show) {
        Rollout rollout = data.rollout();
        attempt(
                () -> services.outcomes().failed(rollout.bot(), rollout.pilot().number(), cursor, FAILED_AT_ONCE),
                show::accept);
    }

    private record Opened(DeskConversation conversation, List<DeskLine> others) {}

    /** @param of tells a listener whose conversation it is */
    Button readButton(ConversationId conversation, String of) {
        Button read = new Button(getTranslation("pilot.read"), click -> openConversation(conversation, of));
        read.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        read.addClassName("pilot-read");
        read.setAriaLabel(getTranslation("pilot.read.of", of));
        return read;
    }

    private void openConversation(ConversationId id, String name) {
        attempt(
                () -> new Opened(services.desk().open(id), services.desk().history(id)),
                opened -> new TranscriptDialog(
                                this,
                                name,
                                opened.conversation(),
                                opened.others(),
                                call(() -> services.shops().current().timeZone()))
                        .open());
    }
}

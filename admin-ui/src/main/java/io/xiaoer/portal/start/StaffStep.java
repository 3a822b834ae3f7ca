package io.xiaoer.portal.start;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.bots.Bot;
import io.xiaoer.onboarding.Step;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.QrCode;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.Stage;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Staff talk to the bot first: publishes what was changed, then shows the way in. */
class StaffStep extends StepContent {

    private static final long serialVersionUID = 1L;

    private final transient Reader services;
    private final transient Bot bot;
    private final Section card = new Section();

    /** What the bot says to staff now, and whether the draft says something else. */
    private record Standing(Rollout rollout, boolean changed) {}

    /** Reads nothing at first: comparing the draft with what is live takes a moment. */
    @org.springframework.stereotype.Component
    static class Reader implements StepContent.Reader {

        private final Rollouts rollouts;
        private final Releases releases;

        Reader(Rollouts rollouts, Releases releases) {
            this.rollouts = rollouts;
            this.releases = releases;
        }

        @Override
        public Step step() {
            return Step.STAFF;
        }

        @Override
        public Supplier<StepContent> read(StartView view, Scene scene) {
            return () -> new StaffStep(view, this, scene.bot());
        }

        private Standing standing(Bot bot) {
            Rollout rollout = rollouts.get(bot.id());
            boolean changed = !releases.content(bot.id(), ReleaseRef.of(rollout.liveRelease()))
                    .equals(releases.draft(bot.id()));
            return new Standing(rollout, changed);
        }
    }

    private StaffStep(StartView view, Reader services, Bot bot) {
        super(view);
        this.services = services;
        this.bot = bot;
        card.addClassNames("card", "start-staff");
        card.setId("staff");
        add(card, stages());
        look();
    }

    private void look() {
        view.ready(false);
        card.removeAll();
        card.add(Notices.loading(view.getTranslation("start.staff.looking")));
        view.later(
                () -> services.standing(bot),
                this::show,
                problem -> () -> fail(Messages.of(view, problem)),
                () -> fail(view.getTranslation("common.failed")));
    }

    private void fail(String why) {
        card.removeAll();
        card.add(Notices.empty("🌧️", why, "", new Button(view.getTranslation("common.again"), click -> look())));
    }

    private void show(Standing standing) {
        if (standing.changed()) {
            offer();
        } else {
            open(standing.rollout());
        }
    }

    private void offer() {
        card.removeAll();
        Button publish = new Button(view.getTranslation("start.staff.publish"), click -> publish());
        publish.setId("publish");
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        publish.setDisableOnClick(true);
        card.add(
                picture(VaadinIcon.MEGAPHONE),
                new H2(view.getTranslation("start.staff.changed")),
                new Paragraph(view.getTranslation("start.staff.changed.text")),
                publish);
    }

    private void publish() {
        card.removeAll();
        card.add(Notices.loading(view.getTranslation("start.staff.publishing")));
        String note = view.getTranslation("start.staff.note");
        view.later(
                () -> {
                    services.rollouts.publish(bot.id(), note, true);
                    return services.standing(bot);
                },
                standing -> {
                    Messages.success(view.getTranslation("start.staff.published"));
                    show(standing);
                },
                problem -> () -> refuse(problem),
                () -> fail(view.getTranslation("common.failed")));
    }

    /** Says what stands in the way of publishing. */
    private void refuse(Problem problem) {
        if (problem.code() == Code.VERSION_CONFLICT) {
            // someone else has just published
            look();
            return;
        }
        card.removeAll();
        card.add(picture(VaadinIcon.WARNING), new H2(Messages.of(view, problem)));
        if (!problem.errors().isEmpty()) {
            UnorderedList why = new UnorderedList();
            problem.errors().forEach(error -> why.add(new ListItem(error.message())));
            card.add(why);
        }
        Anchor entries = new Anchor(view.withBot("knowledge"), view.getTranslation("start.staff.entries"));
        entries.addClassName("action");
        Button again = new Button(view.getTranslation("common.again"), click -> look());
        card.add(row("actions", entries, again));
    }

    private void open(Rollout rollout) {
        view.ready(true);
        UI.getCurrent().getPage().fetchCurrentURL(url -> {
            String link =
                    ChatLinks.of(url, bot.widgetKey(), rollout.staffCode()).staff();
            Anchor open = new Anchor(link, view.getTranslation("start.staff.open"), AnchorTarget.BLANK);
            open.setId("try-as-staff");
            open.addClassNames("action", "action-primary");
            open.getElement().setAttribute("router-ignore", true);
            Paragraph lead = new Paragraph(view.getTranslation(
                    rollout.stage() == Stage.FULL ? "start.staff.ready.full" : "start.staff.ready.text"));
            Div words = new Div(
                    new H2(view.getTranslation("start.staff.ready")),
                    lead,
                    row("actions", open),
                    Messages.copyable(view, view.getTranslation("start.staff.link"), link));
            words.addClassName("form");
            Span scan = new Span(view.getTranslation("start.staff.scan"));
            scan.addClassName("hint");
            card.removeAll();
            card.add(row(
                    "start-staff-open",
                    words,
                    row("start-scan", new QrCode(link, view.getTranslation("start.staff.scan")), scan)));
        });
    }

    /** From staff to everyone. */
    private Section stages() {
        OrderedList list = new OrderedList();
        list.addClassName("start-stages");
        for (Stage stage : List.of(Stage.INTERNAL, Stage.PILOT, Stage.FULL)) {
            String key = "start.stage." + stage.name().toLowerCase(Locale.ROOT);
            VaadinIcon people = switch (stage) {
                case INTERNAL -> VaadinIcon.USER;
                case PILOT -> VaadinIcon.USERS;
                case FULL -> VaadinIcon.GROUP;
            };
            Span name = new Span(view.getTranslation("stage." + stage.name().toLowerCase(Locale.ROOT)));
            name.addClassName("tile-name");
            Span text = new Span(view.getTranslation(key));
            text.addClassName("hint");
            ListItem item = new ListItem(picture(people), name, text);
            if (stage == Stage.INTERNAL) {
                item.addClassName("start-stage-now");
            }
            list.add(item);
        }
        Section section = new Section(new H2(view.getTranslation("start.staff.stages")), list);
        section.addClassName("start-stages-box");
        return section;
    }
}

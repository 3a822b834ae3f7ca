package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import io.xiaoer.portal.effects.GroupBar;
import io.xiaoer.portal.rehearsal.ReplayView.Data;
import io.xiaoer.portal.words.Count;
import io.xiaoer.portal.words.Count.Mood;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.Replay.State;
import io.xiaoer.releases.ReleaseRef;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Begins a replay, shows how far one is, and what came of the last. */
class ReplayCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int OFFERED = 10;
    private static final List<Integer> DAYS = List.of(1, 7, 14, 30, 60, 90);
    private static final int USUAL_DAYS = 7;

    private final ReplayView view;
    private final transient Data data;
    private final transient CaseWords words;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();

    ReplayCard(ReplayView view, Data data) {
        this.view = view;
        this.data = data;
        this.words = new CaseWords(view, Map.of());
        addClassNames("card", "replay-card");
        setId("replay-card");
        if (view.mayEdit()) {
            add(beginning());
        }
        data.underWay().ifPresent(replay -> {
            far.setId("replay-progress");
            far.getElement().setAttribute("role", "status");
            Paragraph leave = new Paragraph(view.getTranslation("replay.running.leave"));
            leave.addClassName("hint");
            add(new Div(bar), far, leave);
            show(replay);
        });
        Replay replay = data.replay();
        if (replay != null) {
            add(outcome(replay));
        }
    }

    /** How far a replay is. */
    void show(Replay replay) {
        int total = Math.max(1, replay.total());
        bar.setMax(total);
        bar.setValue(Math.min(replay.done(), total));
        bar.setIndeterminate(replay.state() == State.WAITING || replay.done() == 0);
        far.setText(view.getTranslation(
                replay.state() == State.WAITING ? "replay.waiting" : "replay.running",
                replay.done(),
                replay.total(),
                replay.newlyAnswered(),
                replay.changed(),
                replay.lost()));
    }

    private Component beginning() {
        int live = data.rollout().liveRelease();
        Select<String> release = new Select<>();
        release.setId("replay-release");
        release.setLabel(view.getTranslation("replay.release"));
        List<String> items = new ArrayList<>(List.of(ReleaseRef.DRAFT, String.valueOf(live)));
        data.releases().stream()
                .limit(OFFERED)
                .map(one -> String.valueOf(one.number()))
                .filter(number -> !items.contains(number))
                .forEach(items::add);
        release.setItems(items);
        release.setItemLabelGenerator(item -> item == null ? "" : words.release(ReleaseRef.named(item), live));
        release.setValue(ReleaseRef.DRAFT);
        Select<Integer> days = new Select<>();
        days.setId("replay-days");
        days.setLabel(view.getTranslation("replay.days"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(item -> item == null ? "" : view.getTranslation("replay.days.last", item));
        days.setValue(USUAL_DAYS);
        Button begin = new Button(
                view.getTranslation("replay.begin"),
                VaadinIcon.PLAY.create(),
                click -> view.begin(ReleaseRef.named(release.getValue()), days.getValue()));
        begin.setId("begin-replay");
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setDisableOnClick(true);
        begin.setEnabled(data.underWay().isEmpty());
        Div line = new Div(release, days, begin);
        line.addClassNames("tests-begin", "replay-begin");
        return line;
    }

    private Component outcome(Replay replay) {
        H2 title = new H2(view.getTranslation("replay.outcome", release(replay), replay.days()));
        Span when = new Span(view.getTranslation("replay.when", time(replay), replay.actor()));
        when.addClassName("hint");
        Div head = new Div(new Div(title, when));
        head.addClassName("tests-outcome-head");
        List<Replay> over = data.replays().stream().filter(Replay::isOver).toList();
        if (over.size() > 1) {
            head.add(choice(replay, over));
        }
        Div outcome = new Div(head);
        outcome.addClassName("tests-outcome");
        outcome.getElement().setAttribute("data-state", replay.state().name().toLowerCase(Locale.ROOT));
        if (replay.state() == State.FAILED) {
            String problem = replay.problem();
            Div failed = new Div(problem == null || problem.isBlank() ? view.getTranslation("replay.failed") : problem);
            failed.addClassName("failure");
            outcome.add(failed);
        }
        outcome.add(
                Count.row(
                        count("newly-answered", replay.newlyAnswered(), Mood.GOOD),
                        count("changed", replay.changed(), Mood.PLAIN),
                        count("lost", replay.lost(), Mood.BAD),
                        count("same", replay.same(), Mood.PLAIN)),
                new GroupBar(replay.newlyAnswered(), replay.changed(), replay.lost(), replay.done()));
        if (replay.factsMissing() > 0) {
            Paragraph missing = new Paragraph(view.getTranslation("replay.facts-missing", replay.factsMissing()));
            missing.addClassName("hint");
            outcome.add(missing);
        }
        return outcome;
    }

    /** @param mood once there are any */
    private Count count(String name, int count, Mood mood) {
        return new Count(name, count, view.getTranslation("replay.group." + name), count > 0 ? mood : Mood.PLAIN);
    }

    private Component choice(Replay replay, List<Replay> over) {
        Select<Replay> earlier = new Select<>();
        earlier.setId("earlier-replays");
        earlier.setAriaLabel(view.getTranslation("replay.earlier"));
        List<Replay> items = new ArrayList<>(over);
        if (items.stream().noneMatch(one -> one.id().equals(replay.id()))) {
            items.addFirst(replay);
        }
        earlier.setItems(items);
        earlier.setItemLabelGenerator(one -> one == null ? "" : time(one) + " · " + release(one));
        items.stream().filter(one -> one.id().equals(replay.id())).findFirst().ifPresent(earlier::setValue);
        earlier.addValueChangeListener(change -> view.go(change.getValue(), null));
        return earlier;
    }

    private String release(Replay replay) {
        return words.release(replay.release(), data.rollout().liveRelease());
    }

    private String time(Replay replay) {
        return TIME.format(replay.createdAt().atZoneSameInstant(data.zone()));
    }
}

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
import io.xiaoer.portal.rehearsal.TestsView.Data;
import io.xiaoer.portal.words.Count;
import io.xiaoer.portal.words.Count.Mood;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRun.State;
import io.xiaoer.releases.ReleaseRef;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins a run, shows how far one is, and what came of the last. */
class RunCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int OFFERED = 10;

    private final TestsView view;
    private final ZoneId zone;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();

    RunCard(TestsView view, Data data) {
        this.view = view;
        this.zone = data.zone();
        addClassNames("card", "tests-run");
        setId("test-run");
        if (view.mayEdit()) {
            add(beginning(data));
        }
        Optional<TestRun> underWay = data.underWay();
        underWay.ifPresent(run -> {
            far.setId("test-progress");
            far.getElement().setAttribute("role", "status");
            Paragraph leave = new Paragraph(view.getTranslation("tests.running.leave"));
            leave.addClassName("hint");
            add(new Div(bar), far, leave);
            show(run);
        });
        TestRun run = data.run();
        if (run != null) {
            add(outcome(data, run));
        } else if (underWay.isEmpty()) {
            Paragraph never = new Paragraph(view.getTranslation("tests.never-run"));
            never.addClassName("hint");
            add(never);
        }
    }

    /** How far a run is. */
    void show(TestRun run) {
        bar.setMax(Math.max(1, run.total()));
        bar.setValue(Math.min(run.done(), Math.max(1, run.total())));
        bar.setIndeterminate(run.state() == State.WAITING || run.done() == 0);
        far.setText(view.getTranslation(
                run.state() == State.WAITING ? "tests.waiting" : "tests.running",
                run.done(),
                run.total(),
                run.failed()));
    }

    private Component beginning(Data data) {
        int live = data.rollout().liveRelease();
        Select<String> release = new Select<>();
        release.setId("test-release");
        release.setLabel(view.getTranslation("tests.release"));
        List<String> items = new ArrayList<>(List.of(ReleaseRef.DRAFT, String.valueOf(live)));
        data.releases().stream()
                .limit(OFFERED)
                .map(one -> String.valueOf(one.number()))
                .filter(number -> !items.contains(number))
                .forEach(items::add);
        release.setItems(items);
        release.setItemLabelGenerator(
                item -> item == null ? "" : view.words(data).release(ReleaseRef.named(item), live));
        release.setValue(ReleaseRef.DRAFT);
        Button run = new Button(
                view.getTranslation("tests.run", data.cases().size()),
                VaadinIcon.PLAY.create(),
                click -> view.run(ReleaseRef.named(release.getValue())));
        run.setId("run-tests");
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.setDisableOnClick(true);
        run.setEnabled(data.underWay().isEmpty());
        Div line = new Div(release, run);
        line.addClassName("tests-begin");
        return line;
    }

    private Component outcome(Data data, TestRun run) {
        H2 title = new H2(view.words(data).release(run.release(), data.rollout().liveRelease()));
        Span when = new Span(view.getTranslation(
                run.cause() == TestRun.Cause.PUBLISHED ? "tests.when.published" : "tests.when",
                TIME.format(run.createdAt().atZoneSameInstant(zone)),
                run.actor()));
        when.addClassName("hint");
        Div head = new Div(new Div(title, when));
        head.addClassName("tests-outcome-head");
        List<TestRun> over = data.runs().stream().filter(TestRun::isOver).toList();
        if (over.size() > 1) {
            head.add(choice(data, run, over));
        }
        Div outcome = new Div(head);
        outcome.addClassName("tests-outcome");
        outcome.getElement().setAttribute("data-state", run.state().name().toLowerCase(java.util.Locale.ROOT));
        if (run.state() == State.FAILED) {
            Div failed = new Div(view.getTranslation("tests.failed-run"));
            failed.addClassName("failure");
            outcome.add(failed);
        }
        outcome.add(
                Count.row(
                        count("passed", run.passed(), Mood.PLAIN),
                        count("failed", run.failed(), Mood.BAD),
                        count("broken", run.newlyBroken(), Mood.BAD),
                        count("fixed", run.newlyFixed(), Mood.GOOD)),
                share(run));
        Paragraph compared = new Paragraph(
                run.liveRelease() == null
                        ? view.getTranslation("tests.compared.not")
                        : view.getTranslation("tests.compared", String.valueOf(run.liveRelease())));
        compared.addClassName("hint");
        outcome.add(compared);
        return outcome;
    }

    /** @param mood once there are any */
    private Count count(String name, int count, Mood mood) {
        return new Count(name, count, view.getTranslation("tests.figure." + name), count > 0 ? mood : Mood.PLAIN);
    }

    /** How much of it passes, drawn. */
    private Component share(TestRun run) {
        double passed = run.done() == 0 ? 0 : 100.0 * run.passed() / run.done();
        Div filled = new Div();
        filled.addClassName("tests-share-passed");
        filled.getStyle().setWidth(String.format(java.util.Locale.ROOT, "%.1f%%", passed));
        Div share = new Div(filled);
        share.addClassName("tests-share");
        share.getElement().setAttribute("role", "img");
        share.getElement().setAttribute("aria-label", view.getTranslation("tests.share", run.passed(), run.done()));
        return share;
    }

    private Component choice(Data data, TestRun run, List<TestRun> over) {
        Select<TestRun> earlier = new Select<>();
        earlier.setId("earlier-runs");
        earlier.setAriaLabel(view.getTranslation("tests.earlier"));
        List<TestRun> items = new ArrayList<>(over);
        if (items.stream().noneMatch(one -> one.id().equals(run.id()))) {
            items.addFirst(run);
        }
        earlier.setItems(items);
        earlier.setItemLabelGenerator(one -> one == null
                ? ""
                : TIME.format(one.createdAt().atZoneSameInstant(zone)) + " · "
                        + view.words(data).release(one.release(), data.rollout().liveRelease()));
        items.stream().filter(one -> one.id().equals(run.id())).findFirst().ifPresent(earlier::setValue);
        earlier.addValueChangeListener(
                change -> view.go(change.getValue(), view.filter().orElse(null)));
        return earlier;
    }
}

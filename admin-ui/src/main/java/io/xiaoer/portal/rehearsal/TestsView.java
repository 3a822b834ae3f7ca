package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.frame.Watching;
import io.xiaoer.portal.words.Links;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRuns;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a bot is held to and what came of it: {@code ?run=} names a run, {@code ?show=} leaves out the rest, {@code ?case=} opens one. */
@Route(value = "tests", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/rehearsal.css")
class TestsView extends ShopView<TestsView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int RUNS = 10;

    private final transient TestCases cases;
    private final transient TestRuns runs;
    private final transient KnowledgeDrafts drafts;
    private final transient Releases releases;
    private final transient Rollouts rollouts;
    private final transient Shops shops;
    private final Watching watching = new Watching(this, this::look);

    private transient @Nullable Data shown;
    private @Nullable RunCard card;

    /**
     * All that the view shows.
     *
     * @param runs newest first
     * @param run whose results are shown; null if there is none
     * @param results of that run, by their cases
     * @param questions of entries, by their keys
     */
    record Data(
            Bot bot,
            ZoneId zone,
            Rollout rollout,
            List<ReleaseSummary> releases,
            List<TestCase> cases,
            List<TestRun> runs,
            @Nullable TestRun run,
            Map<UUID, TestResult> results,
            Map<String, String> questions) {

        /** The one that is running, or the first in line. */
        Optional<TestRun> underWay() {
            return runs.stream().filter(one -> !one.isOver()).reduce((newer, older) -> older);
        }

        @Nullable
        TestResult result(TestCase one) {
            TestResult result = results.get(one.id());
            return result == null || result.tested().version() != one.version() ? null : result;
        }
    }

    TestsView(
            ShopContext shop,
            TestCases cases,
            TestRuns runs,
            KnowledgeDrafts drafts,
            Releases releases,
            Rollouts rollouts,
            Shops shops) {
        super(shop, "tests");
        this.cases = cases;
        this.runs = runs;
        this.drafts = drafts;
        this.releases = releases;
        this.rollouts = rollouts;
        this.shops = shops;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        List<TestRun> newest = runs.newest(bot.id(), RUNS);
        TestRun run = place.query("run")
                .map(id -> runs.get(bot.id(), id))
                .or(() -> newest.stream()
                        .filter(one -> one.state() == TestRun.State.DONE)
                        .findFirst())
                .orElse(null);
        Map<UUID, TestResult> results = new LinkedHashMap<>();
        if (run != null) {
            runs.results(run).forEach(result -> results.put(result.tested().id(), result));
        }
        List<TestCase> all = cases.all(bot.id());
        return new Data(
                bot,
                shops.current().timeZone(),
                rollouts.get(bot.id()),
                releases.all(bot.id()),
                all,
                newest,
                run,
                results,
                questions(drafts.byKeys(bot.id(), named(all, results.values()))));
    }

    /** Keys of the entries that are expected, or have answered. */
    private static List<String> named(List<TestCase> cases, Collection<TestResult> results) {
        Set<String> named = new TreeSet<>();
        cases.forEach(one -> named.addAll(one.expect().accepted()));
        results.forEach(result -> {
            named.addAll(result.tested().expect().accepted());
            result.mismatches().forEach(why -> named.addAll(why.actuals()));
            if (result.entryKey() != null) {
                named.add(result.entryKey());
            }
        });
        return List.copyOf(named);
    }

    private static Map<String, String> questions(List<Entry> entries) {
        Map<String, String> questions = new LinkedHashMap<>();
        entries.forEach(entry -> questions.put(entry.key(), entry.question()));
        return questions;
    }

    @Override
    protected void show(Data data) {
        shown = data;
        card = null;
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("tests.lead"))));
        head.addClassName("view-head");
        add(head);
        if (data.cases().isEmpty()) {
            add(Notices.empty(
                    "🧪",
                    getTranslation("tests.empty"),
                    getTranslation("tests.empty.text"),
                    mayEdit() ? new Component[] {adding(), importing()} : new Component[0]));
            watching.goesOn(false);
            return;
        }
        if (mayEdit()) {
            Div actions = new Div(importing(), adding());
            actions.addClassName("actions");
            head.add(actions);
        }
        RunCard ofRun = new RunCard(this, data);
        card = ofRun;
        add(ofRun);
        TestRun run = data.run();
        if (run != null) {
            ResultSections sections = new ResultSections(this, data, run);
            if (!sections.isEmpty()) {
                add(sections);
            }
        }
        add(new CaseList(this, data));
        place().query("case")
                .ifPresent(id -> data.cases().stream()
                        .filter(one -> one.id().toString().equals(id))
                        .findFirst()
                        .ifPresentOrElse(this::open, () -> Messages.failure(getTranslation("tests.gone"))));
        watching.goesOn(data.underWay().isPresent());
    }

    // --- watching a run

    private void look() {
        Data before = shown;
        RunCard ofRun = card;
        if (before == null || ofRun == null) {
            return;
        }
        before.underWay().ifPresent(run -> {
            TestRun now = shop.call(() -> runs.get(run.bot(), run.id().toString()));
            if (!now.isOver()) {
                ofRun.show(now);
            } else if (before.runs().stream().filter(one -> !one.isOver()).count() > 1) {
                refresh();
            } else {
                go(
                        now.state() == TestRun.State.DONE ? now : null,
                        place().query("show").orElse(null));
            }
        });
    }

    void run(ReleaseRef release) {
        Data data = shown;
        if (data != null) {
            attempt(() -> runs.start(data.bot().id(), release), started -> again());
        }
    }

    // --- where one goes

    /** @param run whose results are shown; null for the newest */
    void go(@Nullable TestRun run, @Nullable String show) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (run != null) {
            parameters.put("run", List.of(run.id().toString()));
        }
        if (show != null) {
            parameters.put("show", List.of(show));
        }
        if (place().query()
                .getParameters()
                .equals(Links.with(place(), parameters).getParameters())) {
            refresh();
            return;
        }
        getUI().ifPresent(ui -> ui.navigate(TestsView.class, Links.with(place(), parameters)));
    }

    /** Shows everything anew, but opens no case. */
    private void again() {
        Data data = shown;
        go(data != null && namesRun() ? data.run() : null, filter().orElse(null));
    }

    /** What the address leaves out the rest for. */
    Optional<String> filter() {
        return place().query("show");
    }

    /** Whether the address names the run whose results are shown. */
    boolean namesRun() {
        return place().query("run").isPresent();
    }

    String link(String path) {
        return Links.to(place(), path);
    }

    boolean mayEdit() {
        return shop.may(Permission.EDIT);
    }

    CaseWords words(Data data) {
        return new CaseWords(this, data.questions());
    }

    // --- changing cases

    private Button adding() {
        Button add = new Button(getTranslation("tests.add"), VaadinIcon.PLUS.create(), click -> open(null));
        add.setId("add-test");
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return add;
    }

    private Button importing() {
        Button take = new Button(getTranslation("tests.import"), VaadinIcon.UPLOAD_ALT.create(), click -> {
            Data data = shown;
            if (data != null) {
                new ImportDialog(shop, cases, data.bot().id(), this::again).open();
            }
        });
        take.setId("import-tests");
        return take;
    }

    /** @param one null for a new one */
    void open(@Nullable TestCase one) {
        Data data = shown;
        if (data == null) {
            return;
        }
        attempt(
                () -> questions(drafts.enabled(data.bot().id())),
                questions -> edit(data, one, new CaseDialog(one, groups(data), questions, data.zone(), !mayEdit())));
    }

    private void edit(Data data, @Nullable TestCase one, CaseDialog dialog) {
        dialog.onSave(draft -> attempt(
                () -> one == null
                        ? cases.add(data.bot().id(), draft)
                        : cases.change(data.bot().id(), one.id().toString(), draft),
                saved -> {
                    dialog.close();
                    Messages.success(getTranslation("tests.saved"));
                    again();
                },
                problem -> {
                    if (problem.code() == Code.QUOTA_EXCEEDED) {
                        Messages.failure(getTranslation("tests.too-many", TestCases.MOST));
                        return true;
                    }
                    return dialog.shows(problem);
                }));
        if (one != null) {
            dialog.onDelete(() -> delete(data, dialog, one));
        }
        dialog.open();
    }

    private void delete(Data data, CaseDialog dialog, TestCase one) {
        Dialogs.confirmForGood(
                this,
                "tests.delete",
                () -> attempt(
                        () -> {
                            cases.delete(data.bot().id(), one.id().toString());
                            return one;
                        },
                        gone -> {
                            dialog.close();
                            Messages.success(getTranslation("tests.deleted"));
                            again();
                        },
                        TestsView::isGone),
                one.question());
    }

    private static boolean isGone(Problem problem) {
        return problem.code() == Code.NOT_FOUND;
    }

    private static List<String> groups(Data data) {
        return new ArrayList<>(data.cases().stream()
                .map(TestCase::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList());
    }
}

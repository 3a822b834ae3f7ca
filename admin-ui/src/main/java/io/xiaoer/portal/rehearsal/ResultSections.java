package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.portal.rehearsal.TestsView.Data;
import io.xiaoer.portal.words.Links;
import io.xiaoer.portal.words.Parted;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import java.util.List;
import java.util.function.Predicate;

/** What a run found: newly broken, still failing, newly fixed, each with what was expected and what was said. */
class ResultSections extends Div {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 8;

    private final TestsView view;
    private final transient Data data;
    private final transient TestRun run;
    private final transient CaseWords words;

    ResultSections(TestsView view, Data data, TestRun run) {
        this.view = view;
        this.data = data;
        this.run = run;
        this.words = view.words(data);
        addClassName("tests-sections");
        section("broken", TestResult::isNewlyBroken);
        section("failing", result -> result.isFailed() && !result.isNewlyBroken());
        section("fixed", TestResult::isNewlyFixed);
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    private void section(String name, Predicate<TestResult> wanted) {
        List<TestResult> results =
                data.results().values().stream().filter(wanted).toList();
        if (results.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("tests-results");
        boolean compared = run.liveRelease() != null;
        String title = name.equals("failing") && !compared ? "failing.plain" : name;
        Section card = new Section(
                new H2(view.getTranslation("tests.section." + title, results.size())),
                new Parted<>(list, results, AT_ONCE, this::line));
        card.addClassNames("card", "tests-section", "tests-section-" + name);
        card.setId("section-" + name);
        add(card);
    }

    private ListItem line(TestResult result) {
        TestCase tested = result.tested();
        NativeButton question = new NativeButton(
                tested.question(),
                click -> data.cases().stream()
                        .filter(one -> one.id().equals(tested.id()))
                        .findFirst()
                        .ifPresent(view::open));
        question.addClassName("tests-question");
        Div head = new Div(question);
        head.addClassName("tests-line-head");
        if (tested.required()) {
            head.add(required(view));
        }
        ListItem line = new ListItem(head, row("tests.expected", words.expected(tested.expect())));
        line.getElement().setAttribute("data-case", tested.id().toString());
        if (!result.mismatches().isEmpty()) {
            Div why = new Div();
            result.mismatches().forEach(mismatch -> why.add(new Div(words.reason(mismatch))));
            why.addClassName("tests-why");
            line.add(row(view.getTranslation("tests.actual"), why));
        }
        String said = result.said();
        if (said != null) {
            Div text = new Div(said);
            text.addClassName("tests-said");
            line.add(row(view.getTranslation("tests.said"), text));
        }
        line.add(links(tested, result));
        return line;
    }

    private Component links(TestCase tested, TestResult result) {
        Div links = new Div();
        links.addClassNames("tests-links", "hint");
        links.add(new Anchor(
                view.link(Links.with("/try", "q", tested.question()) + "&release=" + run.release()
                        + (tested.shopperId() == null ? "" : "&" + parameter("shopper", tested.shopperId()))),
                view.getTranslation("tests.try")));
        String expected = tested.expect().entryKey();
        if (expected != null && data.questions().containsKey(expected)) {
            links.add(new Anchor(view.link("/knowledge/" + expected), view.getTranslation("tests.mend")));
        }
        String got = result.entryKey();
        if (result.isFailed()
                && got != null
                && !got.equals(expected)
                && data.questions().containsKey(got)) {
            links.add(new Anchor(view.link("/knowledge/" + got), view.getTranslation("tests.mend.got")));
        }
        return links;
    }

    private static String parameter(String name, String value) {
        return Links.with("", name, value).substring(1);
    }

    static Span required(Component place) {
        Span badge = new Span(place.getTranslation("tests.required"));
        badge.addClassNames("badge", "tests-required");
        return badge;
    }

    private Component row(String key, String text) {
        return row(view.getTranslation(key), new Div(text));
    }

    private static Component row(String name, Div what) {
        Span label = new Span(name);
        label.addClassName("tests-label");
        Div row = new Div(label, what);
        row.addClassName("tests-row");
        return row;
    }
}

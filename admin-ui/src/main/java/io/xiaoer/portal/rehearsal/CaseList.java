package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.rehearsal.TestsView.Data;
import io.xiaoer.portal.words.Parted;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All cases, group by group, each with a mark of how it did; or those that are looked for. */
class CaseList extends Section {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 40;

    private final TestsView view;
    private final transient Data data;
    private final transient CaseWords words;
    private final Div shown = new Div();
    private final TextField search = new TextField();
    private final Filter filter;

    /** Which cases are shown. */
    private enum Filter {
        ALL,
        FAILED,
        BROKEN,
        REQUIRED,
        NOT_RUN;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean shows(TestCase one, @Nullable TestResult result) {
            return switch (this) {
                case ALL -> true;
                case FAILED -> result != null && result.isFailed();
                case BROKEN -> result != null && result.isNewlyBroken();
                case REQUIRED -> one.required();
                case NOT_RUN -> result == null || result.passed() == null;
            };
        }
    }

    CaseList(TestsView view, Data data) {
        this.view = view;
        this.data = data;
        this.words = view.words(data);
        String wanted = view.filter().orElse("");
        this.filter = Arrays.stream(Filter.values())
                .filter(one -> one.key().equals(wanted))
                .findFirst()
                .orElse(Filter.ALL);
        addClassNames("card", "tests-cases");
        setId("test-cases");
        search.setId("test-search");
        search.setPlaceholder(view.getTranslation("tests.search"));
        search.setAriaLabel(view.getTranslation("tests.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> list());
        Div tools = new Div(filters(), search);
        tools.addClassName("tests-tools");
        add(new H2(view.getTranslation("tests.all", data.cases().size())), tools, shown);
        list();
    }

    private Component filters() {
        Div row = new Div();
        row.addClassName("tests-filters");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", view.getTranslation("tests.filter"));
        for (Filter one : Filter.values()) {
            long count = data.cases().stream()
                    .filter(known -> one.shows(known, data.result(known)))
                    .count();
            NativeButton button = new NativeButton(
                    view.getTranslation("tests.filter." + one.key()) + " " + count,
                    click -> view.go(explicit(), one == Filter.ALL ? null : one.key()));
            button.setId("filter-" + one.key());
            button.addClassName("tests-filter");
            button.getElement().setAttribute("aria-pressed", String.valueOf(one == filter));
            row.add(button);
        }
        return row;
    }

    /** The run that the address names. */
    private @Nullable TestRun explicit() {
        return view.namesRun() ? data.run() : null;
    }

    private void list() {
        shown.removeAll();
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<TestCase> found = data.cases().stream()
                .filter(one -> filter.shows(one, data.result(one)))
                .filter(one -> wanted.isEmpty()
                        || one.question().toLowerCase(Locale.ROOT).contains(wanted)
                        || words.expected(one.expect()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (found.isEmpty()) {
            Paragraph nothing = new Paragraph(view.getTranslation("tests.nothing"));
            nothing.addClassName("hint");
            shown.add(nothing);
        } else if (filter == Filter.ALL && wanted.isEmpty()) {
            Map<String, List<TestCase>> groups = found.stream()
                    .collect(Collectors.groupingBy(TestCase::group, LinkedHashMap::new, Collectors.toList()));
            groups.forEach((name, cases) -> shown.add(group(name, cases, groups.size() == 1)));
        } else {
            shown.add(lines(found));
        }
    }

    private Component group(String name, List<TestCase> cases, boolean alone) {
        long failed = cases.stream()
                .map(data::result)
                .filter(result -> result != null && result.isFailed())
                .count();
        Span title = new Span(name.isEmpty() ? view.getTranslation("tests.group.none") : name);
        title.addClassName("tests-group-name");
        Span count = new Span(view.getTranslation("tests.group.count", cases.size()));
        count.addClassName("hint");
        Div summary = new Div(title, count);
        summary.addClassName("tests-group-summary");
        if (failed > 0) {
            Span bad = new Span(view.getTranslation("tests.group.failed", failed));
            bad.addClassNames("badge", "tests-badge-failed");
            summary.add(bad);
        }
        Details details = new Details();
        details.setSummary(summary);
        details.addClassName("tests-group");
        // hundreds of cases are drawn only once someone looks
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(lines(cases));
            }
        });
        details.setOpened(alone);
        return details;
    }

    private Component lines(List<TestCase> cases) {
        UnorderedList list = new UnorderedList();
        list.addClassName("tests-lines");
        return new Parted<>(list, cases, AT_ONCE, this::line);
    }

    private ListItem line(TestCase one) {
        TestResult result = data.result(one);
        String state = result == null || result.passed() == null ? "not-run" : result.passed() ? "passed" : "failed";
        Span mark = new Span();
        mark.addClassNames("tests-mark", "tests-mark-" + state);
        NativeButton question = new NativeButton(one.question(), click -> view.open(one));
        question.addClassName("tests-question");
        Div head = new Div(mark, Notices.unseen(view.getTranslation("tests.mark." + state)), question);
        head.addClassName("tests-line-head");
        if (one.required()) {
            head.add(ResultSections.required(view));
        }
        Span expected = new Span(words.expected(one.expect()));
        expected.addClassNames("hint", "tests-line-expected");
        ListItem line = new ListItem(head, expected);
        line.getElement().setAttribute("data-case", one.id().toString());
        line.getElement().setAttribute("data-state", state);
        return line;
    }
}

package io.xiaoer.portal.questions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.shared.Page;
import org.jspecify.annotations.Nullable;

/** Questions by how many people they fail, with their causes. */
class QuestionList extends Section {

    private static final long serialVersionUID = 1L;

    private final QuestionsView view;
    private final transient Wanted wanted;
    private final Div tabs = new Div();
    private final Div causes = new Div();
    private final OrderedList list = new OrderedList();
    private final Div rest = new Div();
    private int shown;

    QuestionList(QuestionsView view, Wanted wanted, Page<QuestionCluster> first) {
        this.view = view;
        this.wanted = wanted;
        addClassName("fix-list");
        setId("questions");
        list.addClassName("fix-lines");
        tabs();
        causes();
        add(tabs, causes, list, rest);
        show(first);
    }

    private void tabs() {
        tabs.addClassName("fix-tabs");
        tabs.getElement().setAttribute("role", "group");
        tabs.getElement().setAttribute("aria-label", getTranslation("fixing.states"));
        for (Tab tab : Tab.values()) {
            NativeButton button =
                    new NativeButton(getTranslation("fixing.tab." + tab.key()), click -> view.go(wanted.with(tab)));
            button.setId("tab-" + tab.key());
            button.addClassName("fix-tab");
            button.getElement().setAttribute("aria-pressed", String.valueOf(tab == wanted.tab()));
            tabs.add(button);
        }
    }

    /** Pressed, only what has this cause is shown; pressed again, everything is. */
    private void causes() {
        causes.addClassName("causes");
        causes.getElement().setAttribute("role", "group");
        causes.getElement().setAttribute("aria-label", getTranslation("pilot.failed.causes"));
        for (Cause cause : Cause.values()) {
            NativeButton button = new NativeButton();
            button.add(dot(cause), new Span(getTranslation("pilot.cause." + cause.key())));
            button.addClassName("cause");
            button.getElement().setAttribute("title", getTranslation("pilot.cause." + cause.key() + ".help"));
            button.getElement().setAttribute("aria-pressed", String.valueOf(cause == wanted.cause()));
            button.getElement().setAttribute("data-cause", cause.key());
            button.addClickListener(click -> view.go(wanted.with(cause == wanted.cause() ? null : cause)));
            causes.add(button);
        }
    }

    static Span dot(Cause cause) {
        Span dot = new Span();
        dot.addClassNames("cause-dot", "cause-" + cause.key());
        dot.getElement().setAttribute("aria-hidden", "true");
        return dot;
    }

    /** Begins the list anew. */
    void show(Page<QuestionCluster> first) {
        list.removeAll();
        shown = 0;
        append(first);
        if (shown == 0) {
            rest.add(nothing());
        }
    }

    private Component nothing() {
        String key = wanted.cause() != null ? "cause" : wanted.tab().key();
        return Notices.empty(
                wanted.tab() == Tab.OPEN ? "🎉" : "🗂️",
                getTranslation("fixing.none." + key),
                getTranslation("fixing.none." + key + ".text"));
    }

    private void append(Page<QuestionCluster> page) {
        page.items().forEach(question -> list.add(line(question)));
        rest.removeAll();
        String cursor = page.nextCursor();
        if (cursor != null) {
            Button more = new Button(getTranslation("fixing.more"), click -> view.readQuestions(cursor, this::append));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            rest.add(more);
        }
    }

    /** Shows which one is open. */
    void mark(@Nullable String id) {
        list.getChildren().forEach(line -> {
            boolean open = line.getElement().getAttribute("data-question").equals(id);
            line.getChildren().findFirst().ifPresent(link -> {
                if (open) {
                    link.getElement().setAttribute("aria-current", "true");
                } else {
                    link.getElement().removeAttribute("aria-current");
                }
            });
        });
    }

    private ListItem line(QuestionCluster question) {
        shown++;
        Span rank = new Span(String.valueOf(shown));
        rank.addClassName("fix-rank");
        rank.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(question.question());
        title.addClassName("fix-title");
        Span cause = new Span(
                dot(question.cause()),
                new Span(getTranslation("pilot.cause." + question.cause().key())));
        cause.addClassName("fix-cause");
        Span people = new Span(getTranslation("fixing.people", question.shoppers()));
        Div facts = new Div(cause, people, new Trend(question));
        facts.addClassName("fix-facts");
        if (question.state() == QuestionCluster.State.WATCHED) {
            Span state = new Span(getTranslation("fixing.state.watched"));
            state.addClassName("badge");
            facts.add(state);
        }
        Div words = new Div(title, facts);
        words.addClassName("fix-words");
        ListItem line = new ListItem(view.link(question, rank, words));
        line.getElement().setAttribute("data-question", question.id().toString());
        line.getElement().setAttribute("data-cause", question.cause().key());
        return line;
    }
}

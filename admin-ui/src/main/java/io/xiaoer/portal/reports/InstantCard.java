package io.xiaoer.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.insights.FrequentQuestion;
import io.xiaoer.insights.FrequentQuestion.State;
import io.xiaoer.portal.words.Links;
import java.util.List;

/** What is asked most, and which of it is answered at once. */
class InstantCard extends Section {

    private static final long serialVersionUID = 1L;

    private final ReportsView view;
    private final transient ReportsView.Data data;

    InstantCard(ReportsView view, ReportsView.Data data, List<FrequentQuestion> frequent) {
        this.view = view;
        this.data = data;
        setId("instant");
        addClassNames("card", "reports-instant");
        show(frequent);
    }

    final void show(List<FrequentQuestion> frequent) {
        removeAll();
        add(new H2(getTranslation("reports.instant")));
        if (frequent.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("reports.instant.none"));
            none.addClassName("hint");
            add(none);
            return;
        }
        int instant = count(frequent, State.INSTANT);
        int waiting = count(frequent, State.WAITING);
        Paragraph sum = new Paragraph(getTranslation("reports.instant.sum", frequent.size(), instant));
        sum.setId("instant-sum");
        sum.addClassName("reports-instant-sum");
        Paragraph lead = new Paragraph(getTranslation("reports.instant.lead"));
        lead.addClassName("hint");
        add(sum, bar(frequent.size(), instant, waiting), lead);
        if (waiting > 0) {
            Anchor publish = new Anchor(view.link("/releases"), getTranslation("reports.instant.publish"));
            Div note = new Div(new Span(getTranslation("reports.instant.waiting", waiting)), publish);
            note.setId("instant-waiting");
            note.addClassName("reports-note");
            add(note);
        }
        OrderedList list = new OrderedList();
        list.addClassName("reports-list");
        frequent.forEach(question -> list.add(item(question)));
        add(list);
    }

    private static int count(List<FrequentQuestion> frequent, State state) {
        return (int) frequent.stream().filter(one -> one.state() == state).count();
    }

    private static Component bar(int all, int instant, int waiting) {
        Div bar = new Div();
        bar.addClassName("reports-instant-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        int[] parts = {instant, waiting, all - instant - waiting};
        String[] names = {"instant", "waiting", "rest"};
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                Span part = new Span();
                part.addClassName("reports-instant-" + names[i]);
                part.getStyle().set("flex-grow", String.valueOf(parts[i]));
                bar.add(part);
            }
        }
        return bar;
    }

    private ListItem item(FrequentQuestion question) {
        Span text = new Span(question.text());
        text.addClassName("reports-text");
        Span by = new Span(getTranslation("reports.asked", question.count(), question.shoppers()));
        by.addClassName("hint");
        Div words = new Div(text, by);
        String entry = view.linkTo(question.question() == null ? null : question.entryKey());
        if (entry != null && question.question() != null) {
            Anchor link = new Anchor(entry, getTranslation("reports.instant.entry", question.question()));
            link.addClassName("reports-entry");
            words.add(link);
        }
        words.addClassName("reports-words");
        Span chip = new Span(getTranslation("reports.state." + question.state().key()));
        chip.addClassNames("reports-chip", "reports-chip-" + question.state().key());
        Div ways = new Div(chip);
        ways.addClassName("reports-ways");
        if (view.mayEdit()) {
            way(question, ways);
        }
        ListItem item = new ListItem(words, ways);
        item.getElement().setAttribute("data-state", question.state().key());
        return item;
    }

    private void way(FrequentQuestion question, Div ways) {
        String mark = question.mark();
        if (mark != null) {
            ways.add(button("reports.instant.unmark", () -> view.unmark(data, mark, this)));
        } else if (question.state() == State.SEARCHED) {
            ways.add(button("reports.instant.mark", () -> view.mark(data, question, this)));
        } else if (question.state() == State.UNANSWERED) {
            Anchor teach = new Anchor(
                    view.link(Links.with("/knowledge/new", "question", question.text())),
                    getTranslation("reports.instant.teach"));
            teach.addClassName("reports-way");
            ways.add(teach);
        }
    }

    private Button button(String text, Runnable pressed) {
        Button button = new Button(getTranslation(text), click -> pressed.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName("reports-way");
        button.setDisableOnClick(true);
        return button;
    }
}

package io.xiaoer.portal.reports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.insights.GrowingQuestion;
import java.util.List;

/** What is asked more than before. */
class GrowingCard extends Section {

    private static final long serialVersionUID = 1L;

    GrowingCard(ReportsView view, List<GrowingQuestion> growing) {
        setId("growing");
        addClassNames("card", "reports-growing");
        Paragraph lead =
                new Paragraph(getTranslation(growing.isEmpty() ? "reports.growing.none" : "reports.growing.lead"));
        lead.addClassName("hint");
        add(new H2(getTranslation("reports.growing")), lead);
        if (growing.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("reports-list");
        for (GrowingQuestion question : growing) {
            String entry = view.linkTo(question.entryKey());
            Span text = new Span(question.text());
            text.addClassName("reports-text");
            Span by = new Span(getTranslation("reports.growing.by", question.before(), question.count()));
            by.addClassName("hint");
            Div words = new Div(text, by);
            words.addClassName("reports-words");
            if (entry == null) {
                Span none = new Span(getTranslation("reports.growing.unanswered"));
                none.addClassNames("reports-chip", "reports-chip-unanswered");
                words.add(none);
            } else {
                Anchor link = new Anchor(entry, getTranslation("reports.growing.entry"));
                link.addClassName("reports-entry");
                words.add(link);
            }
            Span more = new Span(getTranslation("reports.growing.more", question.count() - question.before()));
            more.addClassName("reports-more");
            list.add(new ListItem(words, more));
        }
        add(list);
    }
}

package io.xiaoer.portal.imports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.knowledge.RejectedRow;
import java.util.List;

/** The first rows that cannot be imported, and why; all of them as a file. */
class RejectedList extends Div {

    private static final long serialVersionUID = 1L;

    RejectedList(List<RejectedRow> rows, int count, String locale, Anchor download) {
        addClassName("imports-rejected");
        Div head = new Div(new H3(getTranslation("imports.rejected", count)), download);
        head.addClassName("imports-links");
        UnorderedList list = new UnorderedList();
        list.setId("rejected");
        for (RejectedRow row : rows) {
            Span number = new Span(getTranslation("imports.rejected.row", String.valueOf(row.row())));
            number.addClassName("imports-row");
            Span question = new Span(row.question());
            question.addClassName("imports-question");
            Span reason = new Span(row.problem().text(locale));
            ListItem line = new ListItem(number, new Div(question, reason));
            line.getElement().setAttribute("data-row", String.valueOf(row.row()));
            list.add(line);
        }
        add(head, list);
        if (count > rows.size()) {
            Paragraph more = new Paragraph(getTranslation("imports.rejected.more", rows.size()));
            more.addClassName("hint");
            add(more);
        }
    }
}

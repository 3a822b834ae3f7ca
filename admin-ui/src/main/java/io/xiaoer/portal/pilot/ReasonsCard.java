package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Shares;
import java.util.Comparator;
import java.util.Map;

/** Why members were handed over to a person. */
class ReasonsCard extends Section {

    private static final long serialVersionUID = 1L;

    ReasonsCard(Shares members) {
        setId("reasons");
        addClassNames("card", "pilot-reasons");
        add(new H2(getTranslation("pilot.reasons")));
        if (members.reasons().isEmpty()) {
            add(new Paragraph(getTranslation("pilot.reasons.none")));
            return;
        }
        int most = members.reasons().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        UnorderedList list = new UnorderedList();
        list.addClassName("bars");
        members.reasons().entrySet().stream()
                .sorted(Map.Entry.<HandoverReason, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(reason -> {
                    Span count = new Span(String.valueOf(reason.getValue()));
                    count.addClassName("hint");
                    Span bar = new Span();
                    bar.addClassName("bar");
                    bar.getElement().setAttribute("aria-hidden", "true");
                    bar.getStyle().set("inline-size", Percent.css((double) reason.getValue() / most));
                    list.add(new ListItem(
                            new Span(getTranslation(
                                    "inbox.reason." + reason.getKey().key())),
                            count,
                            bar));
                });
        add(list);
    }
}

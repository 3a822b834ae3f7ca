package io.xiaoer.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.BotDay;
import io.xiaoer.portal.frame.Ago;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Each of the last days in short, and whether owners get it by mail. */
class DigestCard extends Section {

    private static final long serialVersionUID = 1L;

    private final transient ReportsView.Data data;

    DigestCard(ReportsView view, ReportsView.Data data) {
        this.data = data;
        setId("digest");
        addClassNames("card", "reports-digest");
        Div head = new Div(new H2(getTranslation("reports.digest")));
        head.addClassName("reports-digest-head");
        if (view.mayAdminister()) {
            Checkbox mail = new Checkbox(getTranslation("reports.digest.mail"), data.mails());
            mail.setId("digest-mail");
            mail.addValueChangeListener(change -> view.mail(change.getValue()));
            head.add(mail);
        }
        Paragraph lead = new Paragraph(getTranslation("reports.digest.lead"));
        lead.addClassName("hint");
        add(head, lead);
        boolean first = true;
        for (Digest digest : data.digests()) {
            for (BotDay day : digest.bots()) {
                if (day.bot().equals(data.bot().id())) {
                    add(day(digest.day(), day, first));
                    first = false;
                }
            }
        }
        if (first) {
            Paragraph none = new Paragraph(getTranslation("reports.digest.none"));
            none.setId("digest-none");
            add(none);
        }
    }

    private Component day(LocalDate date, BotDay day, boolean open) {
        Span when = new Span(DateTimeFormatter.ofPattern(getTranslation("reports.digest.date"), getLocale())
                .format(date));
        when.addClassName("reports-digest-date");
        Span figures = new Span(getTranslation(
                "reports.digest.figures",
                day.day().questions(),
                Told.share(day.day().resolvedShare()),
                Told.share(day.day().unknownShare()),
                Told.share(day.day().handedOverShare())));
        figures.addClassName("hint");
        Div summary = new Div(when, figures);
        summary.addClassName("reports-digest-summary");
        Div more = new Div();
        more.addClassName("reports-digest-more");
        Paragraph before = new Paragraph(getTranslation(
                "reports.digest.before",
                day.before().questions(),
                Told.share(day.before().resolvedShare()),
                day.weekBefore().questions(),
                Told.share(day.weekBefore().resolvedShare())));
        before.addClassName("hint");
        more.add(before);
        day.halts().forEach(at -> {
            Paragraph halt = new Paragraph(getTranslation(
                    "reports.digest.halt", Ago.time(at, data.shop().timeZone())));
            halt.addClassName("warning");
            more.add(halt);
        });
        more.add(toFix(day), next(day));
        NativeDetails details = new NativeDetails(summary, more);
        details.setOpen(open);
        details.addClassName("reports-digest-day");
        details.getElement().setAttribute("data-day", date.toString());
        return details;
    }

    private Component toFix(BotDay day) {
        Div part = new Div(new H3(getTranslation("reports.digest.fix")));
        if (day.toFix().isEmpty()) {
            part.add(new Paragraph(getTranslation("reports.digest.fix.none")));
            return part;
        }
        OrderedList list = new OrderedList();
        list.addClassName("reports-list");
        day.toFix().forEach(question -> {
            Span text = new Span(question.text());
            text.addClassName("reports-text");
            Span by =
                    new Span(getTranslation("reports.cause." + question.cause().key()) + " · "
                            + getTranslation("reports.asked", question.count(), question.shoppers()));
            by.addClassName("hint");
            Div words = new Div(text, by);
            words.addClassName("reports-words");
            list.add(new ListItem(words));
        });
        part.add(list);
        return part;
    }

    private Component next(BotDay day) {
        Div part = new Div(new H3(getTranslation("reports.digest.next")));
        List<String> lines = day.next().stream()
                .map(advice -> getTranslation("reports.next." + advice.kind().key(), advice.count()))
                .toList();
        if (lines.isEmpty()) {
            part.add(new Paragraph(getTranslation("reports.digest.next.none")));
            return part;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("reports-list", "reports-plain");
        lines.forEach(line -> list.add(new ListItem(line)));
        part.add(list);
        return part;
    }
}

package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Mode;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A conversation in the list: who, the last words, how long they wait and why. */
class LineLink extends RouterLink {

    private static final long serialVersionUID = 1L;

    private final Span when = new Span();

    LineLink() {
        addClassName("inbox-line");
        when.addClassName("inbox-when");
    }

    void show(DeskLine line, OffsetDateTime now, ZoneId zone) {
        removeAll();
        setRoute(InboxView.class, new RouteParameters("conversation", line.id().toString()));
        Span name = new Span(Names.of(this, line));
        name.addClassName("inbox-name");
        Div first = new Div(name, when);
        first.addClassName("inbox-line-first");
        add(first);
        DeskLine.Last last = line.last();
        Span said = new Span(last == null ? getTranslation("inbox.nothing-said") : words(last));
        said.addClassName("inbox-said-last");
        Div second = new Div(said);
        second.addClassName("inbox-line-second");
        if (line.isUnanswered() || line.mode() == Mode.WAITING) {
            Span dot = new Span();
            dot.addClassName("inbox-dot");
            dot.getElement().setAttribute("role", "img");
            dot.getElement().setAttribute("aria-label", getTranslation("inbox.unanswered"));
            second.add(dot);
        }
        add(second, chips(line));
        tick(line, now, zone);
    }

    void tick(DeskLine line, OffsetDateTime now, ZoneId zone) {
        boolean waits = line.mode() == Mode.WAITING;
        OffsetDateTime since = line.waitingSince();
        DeskLine.Last last = line.last();
        when.setText(
                waits && since != null
                        ? Names.waiting(this, since, now)
                        : Names.when(this, last == null ? line.openedAt() : last.at(), now, zone));
        when.setClassName(
                "inbox-late", waits && since != null && since.plusMinutes(3).isBefore(now));
    }

    private String words(DeskLine.Last last) {
        String text = last.text().isBlank() ? getTranslation("inbox.picture") : last.text();
        return last.author() == Author.SHOPPER
                ? text
                : getTranslation("inbox.last." + (last.author() == Author.PERSON ? "person" : "bot"), text);
    }

    private Div chips(DeskLine line) {
        Div chips = new Div();
        chips.addClassName("inbox-chips");
        HandoverReason reason = line.reason();
        if (line.mode() == Mode.WAITING && reason != null) {
            chips.add(chip(getTranslation("inbox.reason." + reason.key()), "inbox-chip-reason"));
        } else {
            chips.add(chip(Names.mode(this, line), "inbox-chip-" + Names.key(line.mode())));
        }
        line.tags().forEach(tag -> chips.add(chip(tag, "inbox-chip-tag")));
        Integer rating = line.rating();
        if (rating != null) {
            Span stars = chip("★ " + rating, "inbox-chip-rating");
            stars.getElement().setAttribute("aria-label", getTranslation("inbox.rating", rating));
            chips.add(stars);
        }
        return chips;
    }

    private static Span chip(String text, String look) {
        Span chip = new Span(text);
        chip.addClassNames("inbox-chip", look);
        return chip;
    }
}

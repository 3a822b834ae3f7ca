package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskMessage;
import io.xiaoer.conversations.DeskNote;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What was said and noted, in order; what is new is added below, and the rest stays as it is. */
class Timeline extends Div {

    private static final long serialVersionUID = 1L;

    private final Talk talk;
    private final SaidWords words;
    private final ZoneId zone;
    private final Div lines = new Div();
    private final Div typing = new Div();
    private transient List<Object> shown = new ArrayList<>();

    /** Something on the line of time; what is equal looks the same. */
    private record Point(OffsetDateTime at, Object what, Supplier<Component> drawing) {}

    Timeline(InboxView view, Talk talk, Pictures pictures, ZoneId zone) {
        this.talk = talk;
        this.zone = zone;
        this.words = new SaidWords(view, talk, pictures, zone);
        addClassName("inbox-timeline");
        setId("inbox-timeline");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-label", getTranslation("inbox.messages"));
        lines.addClassName("inbox-lines-said");
        typing.addClassName("inbox-typing");
        typing.setText(getTranslation("inbox.typing"));
        typing.setVisible(false);
        add(lines, typing);
    }

    void clear() {
        lines.removeAll();
        shown = new ArrayList<>();
    }

    void show(DeskConversation conversation, List<DeskMessage> earlier) {
        List<Point> points = points(conversation, earlier);
        List<Object> fresh = points.stream().map(Point::what).toList();
        boolean grows =
                fresh.size() >= shown.size() && fresh.subList(0, shown.size()).equals(shown);
        int from = grows ? shown.size() : 0;
        if (!grows) {
            lines.removeAll();
        }
        if (from == 0) {
            boolean more = earlier.isEmpty()
                    ? conversation.hasEarlier()
                    : earlier.getFirst().message().seq() > 1;
            if (more) {
                Button before = new Button(getTranslation("inbox.earlier"), click -> talk.showEarlier());
                before.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                before.addClassName("inbox-earlier");
                lines.add(before);
            }
        }
        LocalDate day = from == 0 ? LocalDate.MIN : day(points.get(from - 1));
        for (Point point : points.subList(from, points.size())) {
            if (!day(point).equals(day)) {
                day = day(point);
                Span date = new Span(day.toString());
                date.addClassName("inbox-day");
                lines.add(date);
            }
            lines.add(point.drawing().get());
        }
        shown = new ArrayList<>(fresh);
        typing.setVisible(conversation.shopperIsTyping());
        if (from < points.size()) {
            toEnd(false);
        }
    }

    private List<Point> points(DeskConversation conversation, List<DeskMessage> earlier) {
        List<Point> points = new ArrayList<>();
        Stream.concat(earlier.stream(), conversation.messages().stream())
                .forEach(said -> points.add(new Point(said.message().at(), said, () -> words.of(conversation, said))));
        for (DeskNote note : conversation.notes()) {
            points.add(new Point(note.at(), note, () -> words.of(note)));
        }
        points.sort(Comparator.comparing(Point::at));
        return points;
    }

    private LocalDate day(Point point) {
        return point.at().atZoneSameInstant(zone).toLocalDate();
    }

    /** @param always also for who has scrolled up to read */
    void toEnd(boolean always) {
        getElement().executeJs("window.xiaoerInbox.toEnd(this, $0)", always);
    }
}

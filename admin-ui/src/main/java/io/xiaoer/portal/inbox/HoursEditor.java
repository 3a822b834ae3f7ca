package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.xiaoer.conversations.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When people are there: always, or from a time to a time on some days of the week, several times a day if need be. */
class HoursEditor extends Div implements HasEnabled {

    private static final long serialVersionUID = 1L;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final RadioButtonGroup<Boolean> always = new RadioButtonGroup<>();
    private final Div week = new Div();
    private final Paragraph wrong = new Paragraph();
    private final Map<DayOfWeek, Day> days = new EnumMap<>(DayOfWeek.class);

    HoursEditor(WeeklyHours hours) {
        addClassName("desk-hours");
        always.setId("always");
        always.setAriaLabel(getTranslation("desk.hours"));
        always.setItems(true, false);
        always.setItemLabelGenerator(yes -> getTranslation(yes ? "desk.hours.always" : "desk.hours.some"));
        always.setValue(hours.spans().isEmpty());
        week.addClassName("desk-week");
        for (DayOfWeek day : DayOfWeek.values()) {
            Day line = new Day(getTranslation("desk.day." + day.name().toLowerCase(Locale.ROOT)));
            hours.spans().stream().filter(span -> span.day() == day).forEach(span -> line.add(span.from(), span.to()));
            days.put(day, line);
            week.add(line);
        }
        week.setVisible(!always.getValue());
        always.addValueChangeListener(change -> {
            week.setVisible(!change.getValue());
            boolean empty = days.values().stream().allMatch(day -> day.spans.isEmpty());
            if (!change.getValue() && empty) {
                days.forEach((day, line) -> {
                    if (day != DayOfWeek.SUNDAY) {
                        line.add(MORNING, EVENING);
                    }
                });
            }
        });
        wrong.addClassName("failure");
        wrong.setVisible(false);
        add(always, week, wrong);
    }

    WeeklyHours hours() {
        List<WeeklyHours.Span> spans = new ArrayList<>();
        if (!always.getValue()) {
            days.forEach((day, line) -> line.spans.forEach(span -> {
                LocalTime from = span.from.getValue();
                LocalTime to = span.to.getValue();
                if (from != null && to != null) {
                    spans.add(new WeeklyHours.Span(day, from, to));
                }
            }));
        }
        return new WeeklyHours(spans);
    }

    void mark(@Nullable String problem) {
        wrong.setText(problem == null ? "" : problem);
        wrong.setVisible(problem != null);
    }

    /** The times of one day. */
    private static final class Day extends Div {

        private static final long serialVersionUID = 1L;

        private final Div times = new Div();
        private final Span closed;
        private final List<Times> spans = new ArrayList<>();

        Day(String name) {
            addClassName("desk-day");
            Span label = new Span(name);
            label.addClassName("desk-day-name");
            closed = new Span(getTranslation("desk.hours.closed"));
            closed.addClassName("hint");
            times.addClassName("desk-times");
            Button more = Talk.small(VaadinIcon.PLUS.create(), getTranslation("desk.hours.add", name));
            more.addClickListener(
                    click -> add(spans.isEmpty() ? MORNING : spans.getLast().to.getValue(), EVENING));
            add(label, closed, times, more);
        }

        void add(@Nullable LocalTime from, LocalTime to) {
            Times fresh = new Times(from == null ? MORNING : from, to);
            fresh.remove.addClickListener(click -> {
                spans.remove(fresh);
                times.remove(fresh);
                closed.setVisible(spans.isEmpty());
            });
            spans.add(fresh);
            times.add(fresh);
            closed.setVisible(false);
        }
    }

    /** From a time to a time. */
    private static final class Times extends Div {

        private static final long serialVersionUID = 1L;

        private final TimePicker from = new TimePicker();
        private final TimePicker to = new TimePicker();
        private final Button remove;

        Times(LocalTime begin, LocalTime end) {
            addClassName("desk-time");
            picker(from, begin, "desk.hours.from");
            picker(to, end, "desk.hours.to");
            remove = Talk.small(VaadinIcon.CLOSE_SMALL.create(), getTranslation("desk.hours.remove"));
            add(from, new Span("–"), to, remove);
        }

        private void picker(TimePicker picker, LocalTime value, String label) {
            picker.setAriaLabel(getTranslation(label));
            picker.setStep(Duration.ofMinutes(30));
            picker.setLocale(Locale.CHINA);
            picker.setValue(value);
        }
    }
}

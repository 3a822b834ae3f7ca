package io.xiaoer.portal.start;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.bots.BotId;
import io.xiaoer.onboarding.Step;
import io.xiaoer.onboarding.Topic;
import io.xiaoer.onboarding.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What the bot is to solve: the topics it begins with, to switch on and off. */
class SolveStep extends StepContent {

    private static final long serialVersionUID = 1L;

    private final transient Topics topics;
    private final BotId bot;
    private final String locale;
    private final Div summary = new Div();
    private final Div areas = new Div();

    /** Reads the topics. */
    @org.springframework.stereotype.Component
    static class Reader implements StepContent.Reader {

        private final Topics topics;

        Reader(Topics topics) {
            this.topics = topics;
        }

        @Override
        public Step step() {
            return Step.SOLVE;
        }

        @Override
        public Supplier<StepContent> read(StartView view, Scene scene) {
            BotId bot = scene.bot().id();
            String locale = scene.locales().reader();
            List<Topic> all = topics.of(bot, locale);
            return () -> new SolveStep(view, topics, bot, locale, all);
        }
    }

    private SolveStep(StartView view, Topics topics, BotId bot, String locale, List<Topic> all) {
        super(view);
        this.topics = topics;
        this.bot = bot;
        this.locale = locale;
        summary.setId("solve-summary");
        summary.addClassName("start-summary");
        summary.getElement().setAttribute("aria-live", "polite");
        areas.addClassName("start-areas");
        add(summary, areas);
        show(all);
    }

    private void show(List<Topic> all) {
        int answers = all.stream().mapToInt(Topic::enabled).sum();
        summary.removeAll();
        summary.add(
                picture(answers == 0 ? VaadinIcon.WARNING : VaadinIcon.ACADEMY_CAP),
                new Span(
                        answers == 0
                                ? view.getTranslation("start.solve.none")
                                : view.getTranslation("start.solve.sum", answers)));
        summary.setClassName("warning", answers == 0);
        areas.removeAll();
        for (Topic.Area area : Topic.Area.values()) {
            List<Topic> some = new ArrayList<>(all);
            some.removeIf(topic -> topic.area() != area || topic.entries() == 0);
            if (!some.isEmpty()) {
                areas.add(area(area, some));
            }
        }
    }

    private Section area(Topic.Area area, List<Topic> some) {
        String key = "start.solve.area." + area.name().toLowerCase(Locale.ROOT);
        VaadinIcon icon = switch (area) {
            case GENERAL -> VaadinIcon.COMMENTS_O;
            case ORDERS -> VaadinIcon.PACKAGE;
            case TRADE -> VaadinIcon.MAGIC;
        };
        H2 name = new H2(view.getTranslation(key));
        Paragraph lead = new Paragraph(view.getTranslation(key + ".lead"));
        lead.addClassName("hint");
        Section section = new Section(row("start-area-head", picture(icon), row("", name, lead)));
        section.addClassName("start-area");
        some.forEach(topic -> section.add(card(topic)));
        return section;
    }

    private Div card(Topic topic) {
        Checkbox on = new Checkbox(topic.name(), topic.isOn());
        on.setId("topic-" + topic.key());
        on.addClassName("start-topic-name");
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                turn(topic, on, change.getValue());
            }
        });
        Span count = new Span(
                topic.enabled() == topic.entries() || !topic.isOn()
                        ? view.getTranslation("start.solve.entries", topic.entries())
                        : view.getTranslation("start.solve.entries.some", topic.enabled(), topic.entries()));
        count.addClassName("hint");
        UnorderedList examples = new UnorderedList();
        examples.addClassName("start-examples");
        topic.examples().forEach(example -> examples.add(new ListItem(example)));
        Div card = new Div(row("start-topic-head", on, count), examples);
        card.addClassNames("card", "start-topic");
        card.setClassName("start-topic-off", !topic.isOn());
        if (!topic.isOn()) {
            Paragraph off = new Paragraph(view.getTranslation("start.solve.off"));
            off.addClassName("hint");
            card.add(off);
        }
        return card;
    }

    private void turn(Topic topic, Checkbox box, boolean on) {
        // until it is stored, the box shows what is
        box.setValue(!on);
        view.change(
                () -> {
                    topics.turn(bot, topic.key(), on);
                    return topics.of(bot, locale);
                },
                this::show);
    }
}

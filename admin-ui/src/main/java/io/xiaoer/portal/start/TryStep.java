package io.xiaoer.portal.start;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import io.xiaoer.answering.Reply;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.FirstQuestion;
import io.xiaoer.onboarding.FirstQuestions;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.Heard;
import io.xiaoer.onboarding.Step;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.start.AnswerForm.Workshop;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.Tones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the bot's draft says to what shoppers ask most, and to anything else; what is wrong is mended on the spot. */
class TryStep extends StepContent {

    private static final long serialVersionUID = 1L;

    private final transient FirstSteps steps;
    private final transient FirstQuestions questions;
    private final transient Workshop workshop;
    private final BotId bot;
    private final transient List<FirstQuestion> asked;

    private final Span count = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button rest = new Button();
    private final TextField own = new TextField();
    private final Div free = new Div();
    private final Div list = new Div();
    private final transient Map<String, Answered> cards = new HashMap<>();

    /** Reads which questions to ask; asking takes a moment and happens later. */
    @org.springframework.stereotype.Component
    static class Reader implements StepContent.Reader {

        private final FirstSteps steps;
        private final FirstQuestions questions;
        private final KnowledgeDrafts knowledge;
        private final Tones tones;

        Reader(FirstSteps steps, FirstQuestions questions, KnowledgeDrafts knowledge, Tones tones) {
            this.steps = steps;
            this.questions = questions;
            this.knowledge = knowledge;
            this.tones = tones;
        }

        @Override
        public Step step() {
            return Step.TRY;
        }

        @Override
        public Supplier<StepContent> read(StartView view, Scene scene) {
            BotId bot = scene.bot().id();
            List<FirstQuestion> asked = questions.of(bot);
            ToneProfile tone = tones.of(bot);
            Workshop workshop = new Workshop(knowledge, bot, scene.shop().name(), scene.locales(), tone);
            return () -> new TryStep(view, steps, questions, workshop, asked);
        }
    }

    private TryStep(
            StartView view, FirstSteps steps, FirstQuestions questions, Workshop workshop, List<FirstQuestion> asked) {
        super(view);
        this.steps = steps;
        this.questions = questions;
        this.workshop = workshop;
        this.bot = workshop.bot();
        this.asked = asked;

        count.setId("try-count");
        count.getElement().setAttribute("aria-live", "polite");
        rest.setId("try-rest");
        rest.setText(view.getTranslation("start.try.rest"));
        rest.addThemeVariants(ButtonVariant.LUMO_SMALL);
        rest.addClickListener(click -> judgeRest());
        rest.setVisible(false);
        add(row("start-summary", picture(VaadinIcon.BULLSEYE), row("start-summary-text", count, bar), rest));

        own.setId("try-own");
        own.setLabel(view.getTranslation("start.try.own"));
        own.setPlaceholder(view.getTranslation("start.try.own.example"));
        own.setMaxLength(200);
        own.addKeyPressListener(Key.ENTER, press -> askOwn());
        Button ask =
                new Button(view.getTranslation("start.try.ask"), VaadinIcon.PAPERPLANE_O.create(), click -> askOwn());
        ask.setId("try-ask");
        free.addClassName("start-tries");
        free.setId("try-free");
        Section box = new Section(row("start-ask", own, ask), free);
        box.addClassNames("card", "start-own");

        list.addClassName("start-tries");
        list.setId("try-list");
        add(list, box);
        showCount();
        askAll();
    }

    private void askAll() {
        list.removeAll();
        if (asked.isEmpty()) {
            list.add(Notices.empty(
                    "🤔", view.getTranslation("start.try.none"), view.getTranslation("start.try.none.text")));
            return;
        }
        list.add(Notices.loading(view.getTranslation("start.try.asking")));
        List<String> texts = asked.stream().map(FirstQuestion::question).toList();
        view.later(
                () -> questions.ask(bot, texts),
                this::showAll,
                problem -> () -> fail(Messages.of(view, problem)),
                () -> fail(view.getTranslation("common.failed")));
    }

    private void fail(String why) {
        list.removeAll();
        list.add(Notices.empty("🌧️", why, "", new Button(view.getTranslation("common.again"), click -> askAll())));
    }

    private void showAll(List<Heard> heard) {
        list.removeAll();
        for (int i = 0; i < heard.size(); i++) {
            Answered card = new Answered(heard.get(i), asked.get(i).entry());
            cards.put(asked.get(i).entry(), card);
            list.add(card);
        }
        showCount();
    }

    private boolean isRight(String entry) {
        return view.progress().rightQuestions().contains(entry);
    }

    private void showCount() {
        long right =
                asked.stream().filter(question -> isRight(question.entry())).count();
        count.setText(view.getTranslation("start.try.count", asked.size(), right));
        bar.setMax(Math.max(1, asked.size()));
        bar.setValue(right);
        rest.setVisible(!cards.isEmpty() && !unjudged().isEmpty());
    }

    /** Answered, and nobody has said yet whether right. */
    private Set<String> unjudged() {
        return cards.entrySet().stream()
                .filter(card -> !isRight(card.getKey()) && card.getValue().hasAnswer())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void judgeRest() {
        judge(unjudged(), true);
    }

    private void judge(Set<String> entries, boolean right) {
        view.change(() -> steps.judge(bot, entries, right), fresh -> {
            view.show(fresh);
            showCount();
            entries.forEach(entry -> {
                Answered card = cards.get(entry);
                if (card != null) {
                    card.show();
                }
            });
        });
    }

    private void askOwn() {
        String text = own.getValue().strip();
        if (text.isEmpty()) {
            own.focus();
            return;
        }
        own.clear();
        Div place = new Div(bubble("shopper", text), Notices.loading(view.getTranslation("start.try.thinking")));
        free.addComponentAsFirst(place);
        view.later(
                () -> questions.ask(bot, List.of(text)).getFirst(),
                heard -> {
                    place.removeAll();
                    place.add(new Answered(heard, null));
                },
                problem -> () -> {
                    free.remove(place);
                    own.setValue(text);
                    Messages.failure(Messages.of(view, problem));
                },
                () -> {
                    free.remove(place);
                    own.setValue(text);
                    Messages.failure(view.getTranslation("common.failed"));
                });
    }

    /** One question, what was said to it, and what the owner thinks of that. */
    private final class Answered extends Div {

        private static final long serialVersionUID = 1L;

        private final @Nullable String expected;
        private transient Heard heard;
        private boolean right;

        /** @param expected the entry that should answer; null for the owner's own question */
        Answered(Heard heard, @Nullable String expected) {
            this.heard = heard;
            this.expected = expected;
            addClassNames("card", "start-try");
            if (expected != null) {
                setId("asked-" + expected);
            }
            show();
        }

        boolean hasAnswer() {
            return heard.reply() instanceof Reply.Answer;
        }

        private boolean isJudgedRight() {
            return expected == null ? right : isRight(expected);
        }

        void show() {
            removeAll();
            setClassName("start-try-right", isJudgedRight());
            add(
                    bubble("shopper", heard.question()),
                    bubble("clerk", heard.reply().text()));
            if (heard.reply() instanceof Reply.Choices choices) {
                Div offered = new Div();
                offered.addClassName("start-offered");
                choices.choices().forEach(choice -> offered.add(new Span(choice.label())));
                add(offered);
            }
            add(row("start-try-foot", from(), judgement()));
        }

        private Span from() {
            Entry entry = heard.entry();
            Span from = new Span(
                    switch (heard.reply()) {
                        case Reply.Answer ignored
                        when entry != null -> view.getTranslation("start.try.from", entry.question());
                        case Reply.Choices ignored -> view.getTranslation("start.try.choices");
                        default -> view.getTranslation("start.try.unknown");
                    });
            from.addClassName("hint");
            return from;
        }

        private Div judgement() {
            Div buttons = new Div();
            buttons.addClassName("start-judge");
            boolean judgedRight = isJudgedRight();
            Button fix = new Button(view.getTranslation("start.fix.mend"), click -> mend());
            fix.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            fix.addClassName("start-mend");
            if (hasAnswer()) {
                Button yes = new Button(
                        view.getTranslation(judgedRight ? "start.try.right" : "start.try.yes"),
                        VaadinIcon.CHECK.create(),
                        click -> judgeThis(!judgedRight));
                yes.addThemeVariants(ButtonVariant.LUMO_SMALL);
                if (judgedRight) {
                    yes.addThemeVariants(ButtonVariant.LUMO_SUCCESS);
                }
                yes.addClassName("start-yes");
                yes.getElement().setAttribute("aria-pressed", String.valueOf(judgedRight));
                buttons.add(fix, yes);
            } else {
                fix.removeThemeVariants(ButtonVariant.LUMO_TERTIARY);
                fix.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                fix.setText(view.getTranslation("start.fix.teach"));
                buttons.add(fix);
            }
            return buttons;
        }

        private void judgeThis(boolean now) {
            right = now;
            if (expected == null) {
                show();
            } else {
                judge(Set.of(expected), now);
            }
        }

        private void mend() {
            List<Entry> all = view.now(() -> workshop.knowledge().enabled(bot));
            Entry answered = heard.entry();
            String wanted = answered == null ? expected : answered.key();
            Entry first = all.stream()
                    .filter(entry -> entry.key().equals(wanted))
                    .findFirst()
                    .orElse(null);
            removeAll();
            add(
                    bubble("shopper", heard.question()),
                    AnswerForm.of(
                            view, workshop, heard.question(), first, answered != null, all, this::mended, this::show));
        }

        /** Asks again: what counts is what shoppers will hear. */
        private void mended(Entry entry) {
            removeAll();
            add(bubble("shopper", heard.question()), Notices.loading(view.getTranslation("start.try.again")));
            view.later(
                    () -> questions.ask(bot, List.of(heard.question())).getFirst(),
                    fresh -> {
                        heard = fresh;
                        Entry now = fresh.entry();
                        boolean understood = now != null && now.key().equals(entry.key());
                        if (!understood) {
                            Messages.failure(view.getTranslation("start.try.still"));
                        }
                        judgeThis(understood);
                        show();
                    },
                    problem -> () -> {
                        Messages.failure(Messages.of(view, problem));
                        show();
                    },
                    () -> {
                        Messages.failure(view.getTranslation("common.failed"));
                        show();
                    });
        }
    }
}

package io.xiaoer.portal.start;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.xiaoer.answering.SampleCase;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.HouseRule;
import io.xiaoer.onboarding.HouseRules;
import io.xiaoer.onboarding.Step;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.start.AnswerForm.Workshop;
import io.xiaoer.rules.Rules;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.Tones;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rules that matter in the trade as they hold now, each beside what the bot says of it: an owner says it is right, or mends either. */
class RulesStep extends StepContent {

    private static final long serialVersionUID = 1L;

    private final transient FirstSteps steps;
    private final transient Workshop workshop;
    private final BotId bot;
    private final transient List<HouseRule> rules;
    private final transient RulesInForce inForce;
    private final Span count = new Span();
    private final ProgressBar bar = new ProgressBar();

    /** Reads the rules and the voice in which answers are judged. */
    @org.springframework.stereotype.Component
    static class Reader implements StepContent.Reader {

        private final FirstSteps steps;
        private final HouseRules rules;
        private final KnowledgeDrafts knowledge;
        private final Tones tones;
        private final Rules shopRules;
        private final Clock clock;

        Reader(
                FirstSteps steps,
                HouseRules rules,
                KnowledgeDrafts knowledge,
                Tones tones,
                Rules shopRules,
                Clock clock) {
            this.steps = steps;
            this.rules = rules;
            this.knowledge = knowledge;
            this.tones = tones;
            this.shopRules = shopRules;
            this.clock = clock;
        }

        @Override
        public Step step() {
            return Step.RULES;
        }

        @Override
        public Supplier<StepContent> read(StartView view, Scene scene) {
            BotId bot = scene.bot().id();
            RulesInForce inForce = shopRules.at(clock.instant());
            List<HouseRule> all = rules.of(bot, inForce);
            ToneProfile tone = tones.of(bot);
            Workshop workshop = new Workshop(knowledge, bot, scene.shop().name(), scene.locales(), tone);
            return () -> new RulesStep(view, steps, workshop, all, inForce);
        }
    }

    private RulesStep(
            StartView view, FirstSteps steps, Workshop workshop, List<HouseRule> rules, RulesInForce inForce) {
        super(view);
        this.steps = steps;
        this.workshop = workshop;
        this.bot = workshop.bot();
        this.rules = rules;
        this.inForce = inForce;
        Paragraph later = new Paragraph(view.getTranslation("start.rules.later"));
        later.addClassName("hint");
        count.setId("rules-count");
        count.getElement().setAttribute("aria-live", "polite");
        add(row("start-summary", picture(VaadinIcon.SCALE), row("start-summary-text", count, bar)));
        Div list = new Div();
        list.addClassName("start-rules");
        rules.forEach(rule -> list.add(new RuleCard(rule)));
        add(list, later);
        showCount();
    }

    private boolean isConfirmed(HouseRule rule) {
        return view.progress().confirmedRules().contains(rule.name());
    }

    private void showCount() {
        long confirmed = rules.stream().filter(this::isConfirmed).count();
        count.setText(view.getTranslation("start.rules.count", rules.size(), confirmed));
        bar.setMax(Math.max(1, rules.size()));
        bar.setValue(confirmed);
    }

    /** One rule. */
    private final class RuleCard extends Div {

        private static final long serialVersionUID = 1L;

        private final transient HouseRule rule;
        private final transient List<Entry> entries;

        RuleCard(HouseRule rule) {
            this.rule = rule;
            this.entries = new ArrayList<>(rule.entries());
            setId("rule-" + rule.type());
            addClassNames("card", "start-rule");
            show();
        }

        private void show() {
            removeAll();
            boolean confirmed = isConfirmed(rule);
            setClassName("start-rule-right", confirmed);
            H2 title = new H2(RuleWords.title(view, rule));
            Span state = new Span(view.getTranslation(confirmed ? "start.rules.confirmed" : "start.rules.open"));
            state.addClassName("badge");
            state.setClassName("badge-full", confirmed);
            add(row("start-rule-head", picture(RuleWords.picture(rule)), title, state));
            add(now(rule.isInForce() ? RuleWords.text(view, rule) : ""));
            Span says = new Span(view.getTranslation("start.rules.says"));
            says.addClassName("start-fact-name");
            add(says);
            for (int i = 0; i < entries.size(); i++) {
                add(said(i));
            }
            Button right = new Button(
                    view.getTranslation(confirmed ? "start.rules.reopen" : "start.rules.right"),
                    click -> confirm(!confirmed));
            right.addClassName("start-rule-confirm");
            right.addThemeVariants(confirmed ? ButtonVariant.LUMO_TERTIARY : ButtonVariant.LUMO_SUCCESS);
            add(right);
        }

        /** What holds now, with a way to change it. */
        private Div now(String text) {
            Span label = new Span(view.getTranslation("start.rules.now"));
            label.addClassName("start-fact-name");
            Span held = new Span(text.isEmpty() ? view.getTranslation("start.rules.none") : text);
            held.addClassName("start-rule-text");
            Anchor change = new Anchor(
                    view.withBot("/rules/" + rule.type() + "/" + rule.key()),
                    view.getTranslation(rule.isInForce() ? "start.rules.change" : "start.rules.set"));
            change.addClassName("start-rule-change");
            Div now = row("start-rule-now", label, held, change);
            now.setClassName("start-rule-none", !rule.isInForce());
            return now;
        }

        /** As one made-up shopper would hear it; what cannot be said is shown as it was written. */
        private String heard(Entry entry) {
            return VoicePreview.sound(
                                    workshop.tone(),
                                    workshop.locales().shop(),
                                    workshop.shopName(),
                                    entry.key(),
                                    entry.answer(),
                                    new VoicePreview.Hearer(entry.needs(), SampleCase.KNOWN, inForce),
                                    workshop.locales().reader())
                            instanceof VoicePreview.Said said
                    ? said.text()
                    : entry.answer();
        }

        /** What the bot says, with a way to say it otherwise. */
        private Div said(int index) {
            Entry entry = entries.get(index);
            Div line = new Div();
            line.addClassName("start-said");
            Span question = new Span(entry.question());
            question.addClassName("hint");
            Button edit = new Button(view.getTranslation("start.fix.edit"));
            edit.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            edit.addClassName("start-edit");
            edit.setAriaLabel(view.getTranslation("start.fix.edit") + " " + entry.question());
            edit.addClickListener(click -> {
                line.removeAll();
                AnswerForm form = new AnswerForm(
                        view,
                        workshop,
                        entry,
                        fresh -> {
                            entries.set(index, fresh);
                            Messages.success(view.getTranslation("start.saved"));
                            confirm(true);
                        },
                        this::show);
                line.add(question, form);
            });
            line.add(row("start-said-head", question, edit), bubble("clerk", heard(entry)));
            if (!VoicePreview.needs(entry.answer(), entry.needs()).isEmpty()) {
                Span example = new Span(view.getTranslation("start.rules.example"));
                example.addClassName("hint");
                line.add(example);
            }
            return line;
        }

        private void confirm(boolean right) {
            view.change(() -> steps.confirm(bot, rule.name(), right), fresh -> {
                view.show(fresh);
                showCount();
                show();
            });
        }
    }
}

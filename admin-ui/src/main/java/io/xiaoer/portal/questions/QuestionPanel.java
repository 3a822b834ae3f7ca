package io.xiaoer.portal.questions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.insights.QuestionSample;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.words.ChatBubble;
import io.xiaoer.portal.words.Links;
import io.xiaoer.portal.words.Parted;

/** The open question: why it fails, how it is asked, what was said to it, and what may be done. */
class QuestionPanel extends Section {

    private static final long serialVersionUID = 1L;

    private static final int SAMPLES_AT_ONCE = 3;

    private final QuestionsView view;
    private final transient Mender mender;
    private final transient QuestionsView.Data data;
    private final transient Detail detail;
    private final transient QuestionCluster question;
    private final NearCard near;

    /** @param judging whether its wordings are being asked again right now */
    QuestionPanel(QuestionsView view, Mender mender, QuestionsView.Data data, Detail detail, boolean judging) {
        this.view = view;
        this.mender = mender;
        this.data = data;
        this.detail = detail;
        this.question = detail.question();
        this.near = new NearCard(view, mender, data, question);
        setId("question");
        addClassName("fix-question");
        getElement().setAttribute("data-state", question.state().key());
        Button back = new Button(getTranslation("fixing.back"), VaadinIcon.ARROW_LEFT.create(), click -> view.leave());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.addClassName("fix-back");
        add(back, head());
        if (question.mending() != null || question.state() == State.IGNORED) {
            add(new MendingCard(view, mender, data, detail, judging));
        }
        if (view.mayEdit() && (question.state() == State.OPEN || question.state() == State.WATCHED)) {
            add(actions());
        }
        add(near, samples(), wordings());
    }

    private Component head() {
        Span cause = new Span(
                QuestionList.dot(question.cause()),
                new Span(getTranslation("pilot.cause." + question.cause().key())));
        cause.addClassName("fix-cause");
        Div first = new Div(new H2(question.question()), cause);
        first.addClassName("fix-head-first");
        Paragraph why = new Paragraph(question.why());
        why.setId("why");
        Span counted = new Span(getTranslation(
                "fixing.counted",
                question.shoppers(),
                question.count(),
                Ago.text(this, question.lastAt(), data.now(), data.shop().timeZone())));
        Div facts = new Div(counted, new Trend(question));
        facts.addClassNames("fix-facts", "hint");
        Div head = new Div(first, why, facts);
        head.addClassNames("card", "fix-head");
        return head;
    }

    /** The way that fits the cause stands out. */
    private Component actions() {
        boolean missing = question.cause() == Cause.DATA_MISSING;
        Button teach = action("teach", VaadinIcon.LINK, !missing, () -> mender.teach(question, near.found(), null));
        Button answer = action("answer", VaadinIcon.PENCIL, false, () -> mender.answer(question));
        Div actions = new Div(teach, answer);
        String data = question.missing();
        if (data != null) {
            actions.add(action("connect", VaadinIcon.CONNECT, missing, () -> mender.connect(question, data)));
        }
        actions.add(action("ignore", VaadinIcon.EYE_SLASH, false, () -> mender.resolve(question, Mend.ignore())));
        actions.addClassNames("actions", "fix-actions");
        return actions;
    }

    private Button action(String name, VaadinIcon icon, boolean first, Runnable work) {
        Button button = new Button(getTranslation("fixing.do." + name), icon.create(), click -> work.run());
        button.setId("do-" + name);
        if (first) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private Component samples() {
        UnorderedList list = new UnorderedList();
        list.addClassName("fix-samples");
        Section card = new Section(
                new H3(getTranslation("fixing.samples")),
                new Parted<>(list, detail.samples(), SAMPLES_AT_ONCE, this::sample));
        card.addClassNames("card", "fix-card");
        card.setId("samples");
        if (detail.samples().isEmpty()) {
            card.add(hint("fixing.samples.none"));
        }
        return card;
    }

    private ListItem sample(QuestionSample sample) {
        Div chat = new Div(ChatBubble.shopper(sample.text()));
        chat.addClassName("chat");
        if (!sample.replied().isBlank()) {
            chat.add(ChatBubble.clerk(sample.replied()));
        }
        String person = sample.person();
        if (person != null && !person.isBlank()) {
            ChatBubble said = ChatBubble.clerk(person);
            said.addClassName("fix-person");
            Span who = new Span(getTranslation("fixing.person"));
            who.addClassName("hint");
            chat.add(who, said);
        }
        Span at = new Span(Ago.text(this, sample.at(), data.now(), data.shop().timeZone()));
        Div foot = new Div(at);
        foot.addClassNames("hint", "fix-sample-foot");
        if (view.mayRead()) {
            foot.add(new Anchor("/inbox/" + sample.conversation(), getTranslation("fixing.conversation")));
        }
        foot.add(new Anchor(view.address(Links.with("/try", "q", sample.text())), getTranslation("fixing.try")));
        return new ListItem(chat, foot);
    }

    private Component wordings() {
        UnorderedList list = new UnorderedList();
        list.addClassName("fix-wordings");
        detail.wordings().forEach(wording -> list.add(new ListItem(wording)));
        Section card = new Section(
                new H3(getTranslation("fixing.wordings", detail.wordings().size())), list);
        card.addClassNames("card", "fix-card");
        card.setId("wordings");
        return card;
    }

    private Paragraph hint(String text) {
        Paragraph hint = new Paragraph(getTranslation(text));
        hint.addClassName("hint");
        return hint;
    }
}

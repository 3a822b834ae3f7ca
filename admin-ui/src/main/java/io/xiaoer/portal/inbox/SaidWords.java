package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.answering.Receipt;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskMessage;
import io.xiaoer.conversations.DeskNote;
import io.xiaoer.conversations.Feedback;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.portal.trial.Explanation;
import io.xiaoer.portal.words.Links;
import io.xiaoer.portal.words.ReplyParts;
import io.xiaoer.rehearsal.Expectation;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Draws what was said: by whom, with what comes along, and why the bot said it. */
class SaidWords implements java.io.Serializable {

    private static final long serialVersionUID = 1L;

    private final InboxView view;
    private final Talk talk;
    private final Pictures pictures;
    private final ZoneId zone;

    SaidWords(InboxView view, Talk talk, Pictures pictures, ZoneId zone) {
        this.view = view;
        this.talk = talk;
        this.pictures = pictures;
        this.zone = zone;
    }

    Component of(DeskConversation conversation, DeskMessage said) {
        Message message = said.message();
        if (message.kind().equals(Message.MODE_CHANGE)) {
            return modeChange(message);
        }
        Author author = message.author();
        Span who = new Span(who(conversation, message));
        who.addClassName("inbox-who");
        Span when = new Span(Names.time(message.at(), zone));
        when.addClassName("hint");
        Div line = new Div(who, when);
        line.addClassName("inbox-by");
        Div shown = new Div(line);
        shown.addClassNames("inbox-said", "inbox-said-" + author.name().toLowerCase(Locale.ROOT));
        shown.getElement().setAttribute("data-seq", String.valueOf(message.seq()));
        if (!message.text().isBlank()) {
            Div text = new Div(message.text());
            text.addClassName("inbox-bubble");
            shown.add(text);
        }
        message.images()
                .forEach(image -> shown.add(pictures.of(conversation.line().id(), image)));
        ReplyParts.of(message.links(), message.cards()).forEach(shown::add);
        if (!message.choices().isEmpty()) {
            Div choices = new Div();
            choices.addClassName("inbox-choices");
            message.choices().forEach(choice -> choices.add(new Span(choice.label())));
            shown.add(choices);
        }
        Feedback feedback = said.feedback();
        if (feedback != null) {
            shown.add(opinion(feedback));
        }
        Receipt receipt = said.receipt();
        if (receipt != null) {
            shown.add(why(conversation.line().bot(), receipt));
        }
        if (receipt != null && author == Author.BOT && talk.mayTeach() && Expectation.KINDS.contains(message.kind())) {
            Button keep = new Button(view.getTranslation("tests.keep"), click -> talk.keepAsCase(message.seq()));
            keep.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            keep.addClassNames("inbox-learn", "inbox-keep");
            shown.add(keep);
        }
        if (author == Author.PERSON) {
            Button learn = new Button(view.getTranslation("inbox.learn"), click -> talk.learn(message.seq()));
            learn.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            learn.addClassName("inbox-learn");
            shown.add(learn);
        }
        return shown;
    }

    Component of(DeskNote note) {
        Span who = new Span(view.getTranslation("inbox.note.by", note.author()));
        who.addClassName("inbox-who");
        Span when = new Span(Names.time(note.at(), zone));
        when.addClassName("hint");
        Div line = new Div(who, when);
        line.addClassName("inbox-by");
        Div text = new Div(note.text());
        text.addClassName("inbox-bubble");
        Div shown = new Div(line, text);
        shown.addClassNames("inbox-said", "inbox-said-note");
        return shown;
    }

    private String who(DeskConversation conversation, Message message) {
        return switch (message.author()) {
            case SHOPPER -> Names.of(view, conversation.line());
            case BOT -> view.getTranslation("inbox.bot");
            case PERSON -> {
                String agent = message.details().agent();
                yield agent == null ? view.getTranslation("inbox.person") : agent;
            }
            case SYSTEM -> view.getTranslation("inbox.system");
        };
    }

    private Component modeChange(Message message) {
        HandoverReason reason = message.details().reason();
        String agent = message.details().agent();
        String text;
        if (message.text().equals("person") && agent != null) {
            text = view.getTranslation("inbox.change.person.of", agent);
        } else if (message.text().equals("waiting") && reason != null) {
            text = view.getTranslation(
                    "inbox.change.waiting.because", view.getTranslation("inbox.reason." + reason.key()));
        } else {
            text = view.getTranslation("inbox.change." + message.text());
        }
        Div change = new Div(new Span(text), new Span(Names.time(message.at(), zone)));
        change.addClassName("inbox-change");
        return change;
    }

    private Component opinion(Feedback feedback) {
        String comment = feedback.comment();
        String text = view.getTranslation(feedback.helpful() ? "inbox.helpful" : "inbox.not-helpful");
        Span shown = new Span(comment == null ? text : text + "「" + comment + "」");
        shown.addClassNames("inbox-opinion", feedback.helpful() ? "inbox-good" : "inbox-bad");
        return shown;
    }

    private Component why(BotId bot, Receipt receipt) {
        Details details = new Details(view.getTranslation("inbox.why"));
        details.addClassName("inbox-why");
        // a long conversation holds its reasons ready only once someone asks
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(new Explanation(
                        receipt,
                        talk.questions(bot, receipt),
                        List.of(),
                        key -> Links.with("/knowledge/" + key, "bot", bot.toString()),
                        view.now(),
                        zone));
            }
        });
        return details;
    }
}

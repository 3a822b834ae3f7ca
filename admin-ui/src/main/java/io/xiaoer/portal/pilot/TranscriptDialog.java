package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.conversations.DeskMessage;
import io.xiaoer.conversations.Feedback;
import io.xiaoer.conversations.Message;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.words.ReplyParts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What a member and the bot said to each other, to read only. */
@StyleSheet("context://css/inbox.css")
@StyleSheet("context://css/words.css")
class TranscriptDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final PilotView view;
    private final ZoneId zone;
    private final Div said = new Div();

    /** @param others the shopper's other conversations, newest first */
    TranscriptDialog(PilotView view, String name, DeskConversation conversation, List<DeskLine> others, ZoneId zone) {
        this.view = view;
        this.zone = zone;
        setId("transcript");
        setHeaderTitle(getTranslation("pilot.transcript", name));
        setWidth("42rem");
        setMaxHeight("85vh");
        said.addClassName("transcript");
        said.getElement().setAttribute("tabindex", "0");
        said.getElement().setAttribute("role", "log");
        said.getElement().setAttribute("aria-label", getTranslation("inbox.messages"));
        add(said);
        show(conversation);
        if (!others.isEmpty()) {
            add(others(others));
        }
        Anchor inbox = new Anchor("/inbox/" + conversation.line().id(), getTranslation("pilot.transcript.inbox"));
        inbox.setId("open-in-inbox");
        getFooter().add(inbox, new Button(getTranslation("common.close"), click -> close()));
    }

    private Component others(List<DeskLine> others) {
        Div more = new Div(new Span(getTranslation("pilot.transcript.others")));
        more.addClassName("transcript-others");
        for (DeskLine line : others) {
            more.add(new Anchor("/inbox/" + line.id(), Ago.time(line.openedAt(), zone)));
        }
        return more;
    }

    private void show(DeskConversation conversation) {
        if (conversation.hasEarlier()) {
            Paragraph earlier = new Paragraph(getTranslation("pilot.transcript.earlier"));
            earlier.addClassName("hint");
            said.add(earlier);
        }
        Div lines = new Div();
        lines.addClassName("inbox-lines-said");
        conversation.messages().stream()
                .filter(one -> !one.message().kind().equals(Message.MODE_CHANGE))
                .forEach(one -> lines.add(line(one)));
        said.add(lines);
    }

    private Component line(DeskMessage one) {
        Message message = one.message();
        String author = message.author().name().toLowerCase(Locale.ROOT);
        Span who = new Span(view.getTranslation("pilot.transcript.by." + author));
        who.addClassName("inbox-who");
        Span when = new Span(Ago.time(message.at(), zone));
        when.addClassName("hint");
        Div by = new Div(who, when);
        by.addClassName("inbox-by");
        Div line = new Div(by);
        line.addClassNames("inbox-said", "inbox-said-" + author);
        line.getElement().setAttribute("data-seq", String.valueOf(message.seq()));
        if (!message.text().isBlank()) {
            Div text = new Div(message.text());
            text.addClassName("inbox-bubble");
            line.add(text);
        }
        if (!message.images().isEmpty()) {
            Span pictures = new Span(
                    getTranslation("pilot.transcript.pictures", message.images().size()));
            pictures.addClassName("hint");
            line.add(pictures);
        }
        ReplyParts.of(message.links(), message.cards()).forEach(line::add);
        if (!message.choices().isEmpty()) {
            Div choices = new Div();
            choices.addClassName("inbox-choices");
            message.choices().forEach(choice -> choices.add(new Span(choice.label())));
            line.add(choices);
        }
        Feedback feedback = one.feedback();
        if (feedback != null) {
            Span opinion = new Span(getTranslation(feedback.helpful() ? "inbox.helpful" : "inbox.not-helpful"));
            opinion.addClassNames("inbox-opinion", feedback.helpful() ? "inbox-good" : "inbox-bad");
            line.add(opinion);
        }
        return line;
    }
}

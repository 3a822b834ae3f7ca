package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.xiaoer.conversations.CannedReply;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskNote;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.Mode;
import io.xiaoer.conversations.SuggestedReply;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one writes to the shopper, or a note to colleagues. Enter sends, unless it ends a word that an input method composes; a slash brings
 * what is said often.
 */
class Composer extends Footer {

    private static final long serialVersionUID = 1L;
    private static final int CANNED_SHOWN = 8;
    private static final int TYPING_MILLIS = 3000;
    private static final int SETTLED_MILLIS = 150;
    private static final List<String> EMOJI = List.of(
            "😊", "😄", "😉", "🥰", "😘", "🤗", "😅", "😂", "🙏", "👍", "👌", "💪", "❤️", "🌹", "🎉", "🎁", "✨", "🔥",
            "✅", "❌", "⏰", "📦", "🚚", "💰", "🧾", "📞", "😔", "😢", "😭", "🙇");

    private final Talk talk;
    private final TextArea text = new TextArea();
    private final Div suggestions = new Div();
    private final Div canned = new Div();
    private final Button send = new Button(VaadinIcon.PAPERPLANE.create());
    private final Button toShopper = new Button();
    private final Button toColleagues = new Button();
    private final Span hint = new Span();
    private boolean note;
    private boolean someoneElses;
    private long typedAt;
    private transient @Nullable List<CannedReply> replies;

    Composer(Talk talk) {
        this.talk = talk;
        addClassName("inbox-composer");
        setId("composer");
        suggestions.addClassName("inbox-suggestions");
        canned.addClassName("inbox-canned");
        canned.setId("canned");
        text.setId("composer-text");
        text.setWidthFull();
        text.setMinRows(2);
        text.setMaxRows(8);
        text.setMaxLength(IncomingMessage.MAX_TEXT);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(SETTLED_MILLIS);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed(change.getValue());
            }
        });
        getElement()
                .addEventListener(
                        "inbox-send",
                        sent -> sent(sent.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        send.setId("send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ICON);
        send.setAriaLabel(getTranslation("inbox.send"));
        send.setTooltipText(getTranslation("inbox.send"));
        send.addClickListener(click -> getElement().executeJs("window.xiaoerInbox.send(this)"));
        toShopper.setText(getTranslation("inbox.to-the-shopper"));
        toShopper.addClickListener(click -> write(false));
        toColleagues.setText(getTranslation("inbox.note"));
        toColleagues.setId("to-note");
        toColleagues.addClickListener(click -> write(true));
        for (Button mode : List.of(toShopper, toColleagues)) {
            mode.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        }
        Button slash = Talk.small(VaadinIcon.COMMENT_ELLIPSIS_O.create(), getTranslation("inbox.canned"));
        slash.setId("canned-button");
        slash.addClickListener(click -> offer(""));
        hint.addClassName("hint");
        Div tools = new Div(toShopper, toColleagues, emoji(), slash, hint);
        tools.addClassName("inbox-tools");
        Div line = new Div(text, send);
        line.addClassName("inbox-write");
        add(suggestions, canned, tools, line);
        addAttachListener(attach -> getElement().executeJs("window.xiaoerInbox.compose(this)"));
        turn(false);
    }

    private Button emoji() {
        Button open = Talk.small(VaadinIcon.SMILEY_O.create(), getTranslation("inbox.emoji"));
        Popover popover = new Popover();
        popover.setTarget(open);
        popover.setModal(false);
        Div grid = new Div();
        grid.addClassName("inbox-emoji");
        EMOJI.forEach(one -> {
            Button choice = new Button(one, click -> {
                popover.close();
                getElement().executeJs("window.xiaoerInbox.insert(this, $0)", one);
            });
            choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            grid.add(choice);
        });
        popover.add(grid);
        addAttachListener(attach -> getElement().appendChild(popover.getElement()));
        return open;
    }

    String text() {
        return text.getValue();
    }

    void begin(String draft) {
        turn(false);
        text.setValue(draft);
        suggest(List.of());
        canned.removeAll();
    }

    void show(DeskConversation conversation, boolean mine, boolean others) {
        someoneElses = others;
        Mode mode = conversation.line().mode();
        hint.setText(
                note || mine
                        ? ""
                        : getTranslation(
                                others
                                        ? "inbox.hint.others"
                                        : mode == Mode.CLOSED ? "inbox.hint.closed" : "inbox.hint.take"));
        mayWrite();
    }

    private void mayWrite() {
        boolean may = note || !someoneElses;
        text.setReadOnly(!may);
        send.setEnabled(may);
    }

    /** Puts the cursor into what is written to the shopper or to colleagues. */
    void write(boolean toColleaguesOnly) {
        turn(toColleaguesOnly);
        text.focus();
    }

    private void turn(boolean toColleaguesOnly) {
        note = toColleaguesOnly;
        setClassName("inbox-composer-note", note);
        text.setMaxLength(note ? DeskNote.MAX_TEXT : IncomingMessage.MAX_TEXT);
        text.setPlaceholder(getTranslation(note ? "inbox.note.write" : "inbox.write"));
        text.setAriaLabel(getTranslation(note ? "inbox.note.write" : "inbox.write"));
        toShopper.getElement().setAttribute("aria-pressed", String.valueOf(!note));
        toColleagues.getElement().setAttribute("aria-pressed", String.valueOf(note));
        hint.setVisible(!note);
        mayWrite();
    }

    private void typed(String value) {
        if (value.startsWith("/") && !value.contains("\n")) {
            offer(value.substring(1));
        } else {
            canned.removeAll();
        }
        long now = System.currentTimeMillis();
        if (!note && !value.isBlank() && now - typedAt > TYPING_MILLIS) {
            typedAt = now;
            talk.typing();
        }
    }

    private void sent(String value) {
        List<CannedReply> matches = value.startsWith("/") ? matching(value.substring(1)) : List.of();
        if (!matches.isEmpty()) {
            use(matches.getFirst().text());
        } else if (note) {
            canned.removeAll();
            talk.note(value);
            turn(false);
        } else {
            canned.removeAll();
            talk.say(value);
        }
    }

    /** What could not be sent is not lost. */
    void giveBack(String value) {
        if (text.isEmpty()) {
            text.setValue(value);
        }
    }

    private void offer(String typed) {
        canned.removeAll();
        List<CannedReply> matches = matching(typed);
        if (matches.isEmpty()) {
            Span nothing = new Span(getTranslation(all().isEmpty() ? "inbox.canned.none" : "inbox.canned.no-match"));
            nothing.addClassName("hint");
            canned.add(nothing);
            return;
        }
        matches.stream().limit(CANNED_SHOWN).forEach(reply -> {
            Span shortcut = new Span("/" + reply.shortcut());
            shortcut.addClassName("inbox-shortcut");
            Span title = new Span(reply.title());
            title.addClassName("inbox-canned-title");
            Span words = new Span(reply.text());
            words.addClassNames("hint", "inbox-canned-text");
            Button choice = new Button(new Div(shortcut, title, words), click -> use(reply.text()));
            choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            canned.add(choice);
        });
    }

    private List<CannedReply> matching(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(reply -> reply.shortcut().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || reply.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /** Read once somebody wants one. */
    private List<CannedReply> all() {
        List<CannedReply> known = replies;
        if (known == null) {
            known = talk.canned();
            replies = known;
        }
        return known;
    }

    private void use(String words) {
        canned.removeAll();
        text.setValue(words);
        text.focus();
    }

    void suggest(List<SuggestedReply> replies) {
        suggestions.removeAll();
        if (replies.isEmpty()) {
            return;
        }
        Span lead = new Span(getTranslation("inbox.suggested"));
        lead.addClassName("hint");
        suggestions.add(lead);
        replies.forEach(reply -> {
            Button choice = new Button(reply.text(), click -> use(reply.text()));
            choice.addThemeVariants(ButtonVariant.LUMO_SMALL);
            choice.addClassName("inbox-suggestion");
            choice.setTooltipText(
                    getTranslation("inbox.suggested.from", reply.question(), Math.round(reply.probability() * 100)));
            suggestions.add(choice);
        });
    }
}

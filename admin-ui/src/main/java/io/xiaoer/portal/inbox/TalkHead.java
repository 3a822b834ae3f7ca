package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.xiaoer.conversations.Agent;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Mode;
import io.xiaoer.portal.frame.Notices;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Who it is, how the conversation stands, and what can be done with it. */
class TalkHead extends Header {

    private static final long serialVersionUID = 1L;

    private final Talk talk;
    private final H2 name = new H2();
    private final Div state = new Div();
    private final Button take = new Button();
    private final Button back = new Button();
    private final Button close = new Button();
    private final MenuBar more = new MenuBar();
    private transient @Nullable State before;

    /** What the buttons depend on. */
    private record State(Mode mode, boolean mine, @Nullable Agent agent) {}

    TalkHead(Talk talk, InboxView view) {
        this.talk = talk;
        addClassName("inbox-head");
        Button list = Talk.small(VaadinIcon.ARROW_LEFT.create(), getTranslation("inbox.to-list"));
        list.addClickListener(click -> view.go(null));
        list.addClassName("inbox-phone");
        list.setId("to-list");
        Button who = Talk.small(VaadinIcon.USER_CARD.create(), getTranslation("inbox.to-shopper"));
        who.addClickListener(click -> view.toggleSide());
        who.addClassName("inbox-narrow");
        who.setId("to-shopper");
        state.addClassName("inbox-state");
        Div words = new Div(name, state);
        words.addClassName("inbox-head-words");
        take.setId("take");
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        take.addClickListener(click -> talk.take());
        back.setId("back-to-bot");
        back.setText(getTranslation("inbox.back-to-bot"));
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        back.addClickListener(click -> talk.backToBot());
        close.setId("close");
        close.setText(getTranslation("inbox.close"));
        close.addThemeVariants(ButtonVariant.LUMO_SMALL);
        close.addClickListener(click -> talk.close());
        more.addThemeVariants(MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        more.setId("more");
        Div actions = new Div(take, back, close, more, who);
        actions.addClassName("inbox-head-actions");
        add(list, words, actions);
    }

    void show(DeskConversation conversation, boolean mine, OffsetDateTime now) {
        DeskLine line = conversation.line();
        name.setText(Names.of(this, line));
        state.removeAll();
        Span mode = new Span(Names.mode(this, line));
        mode.addClassNames("inbox-chip", "inbox-chip-" + Names.key(line.mode()));
        mode.setId("mode");
        state.add(mode);
        HandoverReason reason = line.reason();
        if (reason != null && conversation.conversation().isAtDesk()) {
            Span why = new Span(getTranslation("inbox.reason." + reason.key()));
            why.addClassNames("inbox-chip", "inbox-chip-reason");
            state.add(why);
        }
        OffsetDateTime since = line.waitingSince();
        if (line.mode() == Mode.WAITING && since != null) {
            Span waits = new Span(Names.waiting(this, since, now));
            waits.addClassName("hint");
            state.add(waits);
        }
        State fresh = new State(line.mode(), mine, line.agent());
        if (!fresh.equals(before)) {
            before = fresh;
            offer(fresh);
        }
    }

    private void offer(State now) {
        boolean held = now.mode() == Mode.PERSON;
        take.setVisible(!now.mine());
        take.setText(
                getTranslation(held ? "inbox.take-over" : now.mode() == Mode.CLOSED ? "inbox.reopen" : "inbox.take"));
        back.setVisible(held || now.mode() == Mode.WAITING);
        close.setVisible(now.mode() != Mode.CLOSED);
        more.removeAll();
        MenuItem root = more.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        root.add(Notices.unseen(getTranslation("inbox.more-actions")));
        root.getSubMenu()
                .addItem(getTranslation("inbox.assign"), click -> new AssignDialog(talk).open())
                .setId("assign");
        if (held) {
            root.getSubMenu()
                    .addItem(getTranslation("inbox.requeue"), click -> talk.requeue())
                    .setId("requeue");
        }
        if (now.mode() == Mode.CLOSED) {
            root.getSubMenu().addItem(getTranslation("inbox.back-to-bot"), click -> talk.backToBot());
        }
    }
}

package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Trace;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Agent;
import io.xiaoer.conversations.CannedReply;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskConversation;
import io.xiaoer.conversations.DeskMessage;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Mode;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Permission;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation that is open: how it stands, what was said, and what can be said and done. */
class Talk extends Section {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    private static final int EARLIER = 100;

    private final InboxView view;
    private final transient ShopContext shop;
    private final transient InboxServices services;
    private final UUID me;
    private final TalkHead head;
    private final Div others = new Div();
    private final Timeline timeline;
    private final Composer composer;
    private final Map<String, String> drafts = new HashMap<>();
    private transient @Nullable DeskConversation shown;
    private transient List<DeskMessage> earlier = new ArrayList<>();
    private int suggestedFor = -1;

    Talk(InboxView view, ShopContext shop, InboxServices services, ZoneId zone) {
        this.view = view;
        this.shop = shop;
        this.services = services;
        this.me = shop.user().memberId();
        this.head = new TalkHead(this, view);
        this.timeline = new Timeline(view, this, new Pictures(view, shop, services.images()), zone);
        this.composer = new Composer(this);
        addClassName("inbox-talk");
        setId("inbox-talk");
        others.addClassName("inbox-others");
        others.getElement().setAttribute("role", "status");
        show(null);
    }

    /** Shows another conversation; null for none. */
    void show(@Nullable DeskConversation conversation) {
        DeskConversation before = shown;
        if (before != null) {
            drafts.put(before.line().id().toString(), composer.text());
        }
        shown = conversation;
        earlier = new ArrayList<>();
        suggestedFor = -1;
        removeAll();
        if (conversation == null) {
            Div nothing =
                    Notices.empty("💬", getTranslation("inbox.choose.title"), getTranslation("inbox.choose.text"));
            nothing.addClassName("inbox-choose");
            add(nothing);
            return;
        }
        add(head, others, timeline, composer);
        timeline.clear();
        composer.begin(drafts.getOrDefault(conversation.line().id().toString(), ""));
        update(conversation);
        timeline.toEnd(true);
    }

    /** Shows how the open conversation stands now. */
    void update(DeskConversation conversation) {
        DeskConversation before = shown;
        if (before == null || !before.line().id().equals(conversation.line().id())) {
            return;
        }
        shown = conversation;
        boolean mine = isMine(conversation);
        head.show(conversation, mine, view.now());
        others.setText(
                conversation.others().isEmpty()
                        ? ""
                        : getTranslation(
                                "inbox.others",
                                conversation.others().stream()
                                        .map(Agent::name)
                                        .collect(Collectors.joining(getTranslation("audit.comma")))));
        others.setVisible(!conversation.others().isEmpty());
        timeline.show(conversation, earlier);
        composer.show(conversation, mine, someoneElses(conversation));
        suggest(conversation);
    }

    /** Asks for what could be said, once for each thing that the shopper says. */
    private void suggest(DeskConversation conversation) {
        int newest = conversation.messages().stream()
                .filter(said -> said.message().author() == Author.SHOPPER)
                .mapToInt(said -> said.message().seq())
                .max()
                .orElse(-1);
        boolean answered = conversation.messages().stream()
                .anyMatch(said -> said.message().author() == Author.PERSON
                        && said.message().seq() > newest);
        if (newest < 0 || answered || !conversation.conversation().isAtDesk()) {
            composer.suggest(List.of());
            return;
        }
        if (newest == suggestedFor) {
            return;
        }
        suggestedFor = newest;
        ConversationId id = conversation.line().id();
        if (getUI().isPresent()) {
            BackgroundWork.begin(
                    this,
                    shop,
                    () -> services.desk().suggest(id),
                    replies -> {
                        if (suggestedFor == newest && isOpen(id)) {
                            composer.suggest(replies);
                            timeline.toEnd(false);
                        }
                    },
                    failure -> LOG.warn("Nothing could be suggested", failure));
        }
    }

    private boolean isOpen(ConversationId id) {
        DeskConversation open = shown;
        return open != null && open.line().id().equals(id);
    }

    private boolean isMine(DeskConversation conversation) {
        Agent agent = conversation.line().agent();
        return conversation.line().mode() == Mode.PERSON
                && agent != null
                && agent.id().equals(me);
    }

    private boolean someoneElses(DeskConversation conversation) {
        return conversation.line().mode() == Mode.PERSON && !isMine(conversation);
    }

    private @Nullable ConversationId open() {
        DeskConversation open = shown;
        return open == null ? null : open.line().id();
    }

    void take() {
        ConversationId id = open();
        DeskConversation conversation = shown;
        if (id == null || conversation == null || isMine(conversation)) {
            return;
        }
        if (someoneElses(conversation)) {
            Agent agent = conversation.line().agent();
            Dialogs.confirm(
                    this,
                    "inbox.take-over",
                    () -> view.act(() -> services.desk().assign(id, me), taken -> write(false)),
                    agent == null ? "" : agent.name());
            return;
        }
        view.act(() -> services.desk().take(id), taken -> write(false));
    }

    void assign(UUID member) {
        ConversationId id = open();
        if (id != null) {
            view.act(() -> services.desk().assign(id, member));
        }
    }

    void requeue() {
        ConversationId id = open();
        if (id != null) {
            view.act(() -> services.desk().requeue(id));
        }
    }

    void backToBot() {
        ConversationId id = open();
        DeskConversation conversation = shown;
        if (id != null
                && conversation != null
                && (conversation.conversation().isAtDesk()
                        || conversation.line().mode() == Mode.CLOSED)) {
            view.act(() -> services.desk().backToBot(id));
        }
    }

    void close() {
        ConversationId id = open();
        DeskConversation conversation = shown;
        if (id != null && conversation != null && conversation.line().mode() != Mode.CLOSED) {
            Dialogs.confirm(
                    this, "inbox.close", () -> view.act(() -> services.desk().close(id)));
        }
    }

    /** Puts the cursor where something is written: to the shopper, or a note to colleagues. */
    void write(boolean note) {
        if (open() != null) {
            composer.write(note);
        }
    }

    /** Says something to the shopper, taking the conversation over first if nobody has it. */
    void say(String text) {
        ConversationId id = open();
        DeskConversation conversation = shown;
        if (id == null || conversation == null || text.isBlank()) {
            return;
        }
        String messageId = Ids.next().toString();
        boolean mine = isMine(conversation);
        view.act(
                () -> {
                    if (!mine) {
                        services.desk().take(id);
                    }
                    services.desk().reply(id, messageId, text);
                },
                done -> {
                    if (done) {
                        composer.suggest(List.of());
                        timeline.toEnd(true);
                    } else {
                        composer.giveBack(text);
                    }
                });
    }

    void note(String text) {
        ConversationId id = open();
        if (id != null && !text.isBlank()) {
            view.act(() -> services.desk().note(id, text), done -> {
                if (done) {
                    timeline.toEnd(true);
                } else {
                    composer.giveBack(text);
                }
            });
        }
    }

    void typing() {
        ConversationId id = open();
        DeskConversation conversation = shown;
        if (id != null && conversation != null && isMine(conversation)) {
            view.beside(() -> services.desk().typing(id));
        }
    }

    void showEarlier() {
        ConversationId id = open();
        DeskConversation conversation = shown;
        if (id == null || conversation == null) {
            return;
        }
        int first = earlier.isEmpty()
                ? conversation.messages().getFirst().message().seq()
                : earlier.getFirst().message().seq();
        view.read(() -> services.desk().before(id, first, EARLIER), more -> {
            List<DeskMessage> all = new ArrayList<>(more);
            all.addAll(earlier);
            earlier = all;
            timeline.show(conversation, earlier);
        });
    }

    /** Makes a person's answer a draft of an entry. */
    void learn(int seq) {
        ConversationId id = open();
        if (id == null) {
            return;
        }
        view.read(() -> services.desk().draftFrom(id, seq), entry -> {
            String text = getTranslation("inbox.learned", entry.question());
            if (shop.may(Permission.EDIT)) {
                Messages.leading(
                        text,
                        getTranslation("inbox.learned.go"),
                        () -> getUI().ifPresent(ui -> ui.navigate("knowledge/" + entry.key())));
            } else {
                Messages.success(text + getTranslation("inbox.learned.later"));
            }
        });
    }

    boolean mayTeach() {
        return shop.may(Permission.EDIT);
    }

    /** Holds the bot to what it said. */
    void keepAsCase(int seq) {
        ConversationId id = open();
        if (id == null) {
            return;
        }
        view.read(() -> services.testCases().addFrom(id, seq), kept -> {
            DeskConversation conversation = shown;
            String bot = conversation == null ? "" : conversation.line().bot().toString();
            Messages.leading(
                    getTranslation(kept.isNew() ? "tests.kept" : "tests.kept.before"),
                    getTranslation("tests.kept.go"),
                    () -> getUI().ifPresent(ui -> ui.navigate(
                            "tests",
                            QueryParameters.simple(
                                    Map.of("case", kept.testCase().id().toString(), "bot", bot)))));
        });
    }

    /** Members to whom it may be given, as colleagues know them. */
    Map<UUID, String> team() {
        Map<UUID, String> team = new LinkedHashMap<>();
        view.read(
                () -> services.members().list().stream()
                        .filter(member -> member.role().permissions().contains(Permission.CONVERSE))
                        .toList(),
                members -> members.forEach(member -> {
                    String name = member.name();
                    team.put(member.id(), name == null || name.isBlank() ? member.email() : name);
                }));
        return team;
    }

    /** What the entries ask that a receipt names; none for those that are gone. */
    Map<String, String> questions(BotId bot, Receipt receipt) {
        Map<String, String> questions = new HashMap<>();
        receipt.candidates().forEach(candidate -> questions.put(candidate.entryKey(), candidate.question()));
        List<String> others = receipt.understanding().best().stream()
                .map(Trace.Match::entryKey)
                .filter(key -> !questions.containsKey(key))
                .toList();
        if (!others.isEmpty()) {
            view.beside(() -> services.knowledge()
                    .byKeys(bot, others)
                    .forEach(entry -> questions.put(entry.key(), entry.question())));
        }
        return questions;
    }

    List<Agent> present() {
        List<Agent> present = new ArrayList<>();
        view.read(() -> services.desk().present(), present::addAll);
        return present;
    }

    List<CannedReply> canned() {
        List<CannedReply> canned = new ArrayList<>();
        view.read(() -> services.canned().list(), canned::addAll);
        return canned;
    }

    /** A small button with an icon and a name. */
    static Button small(Component icon, String name) {
        Button button = new Button(icon);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }
}

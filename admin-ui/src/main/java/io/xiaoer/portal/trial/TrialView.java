package io.xiaoer.portal.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Reply;
import io.xiaoer.bots.Bot;
import io.xiaoer.conversations.Asks;
import io.xiaoer.conversations.Asks.Asked;
import io.xiaoer.conversations.Message;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.ChatBubble;
import io.xiaoer.portal.words.Links;
import io.xiaoer.portal.words.ReplyParts;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks as any shopper, of the draft or any release, and shows why the reply is what it is. Changes nothing; the address can be shared. */
@Route(value = "try", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/trial.css")
class TrialView extends ShopView<TrialView.Data> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TrialView.class);
    private static final int SUGGESTED = 3;

    private final transient Shops shops;
    private final transient Releases releases;
    private final transient Rollouts rollouts;
    private final transient Asks asks;
    private final transient TestCases testCases;
    private final transient Clock clock;
    /** Counts what was asked, so that a late answer to an earlier question is not shown. */
    private int turn;

    /** All that the view shows before anything is answered. */
    record Data(Bot bot, Shop shop, Rollout rollout, List<ReleaseSummary> releases, Trial trial) {}

    TrialView(
            ShopContext shop,
            Shops shops,
            Releases releases,
            Rollouts rollouts,
            Asks asks,
            TestCases testCases,
            Clock clock) {
        super(shop, "trial");
        this.shops = shops;
        this.releases = releases;
        this.rollouts = rollouts;
        this.asks = asks;
        this.testCases = testCases;
        this.clock = clock;
    }

    /** A release's name; {@code live} is the number of the live one. */
    static String name(Component place, String release, int live) {
        if (release == null || release.equals(ReleaseRef.DRAFT)) {
            return place.getTranslation("trial.release.draft");
        }
        return place.getTranslation(
                release.equals(String.valueOf(live)) ? "trial.release.live" : "trial.release.number", release);
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        return new Data(bot, shops.current(), rollouts.get(bot.id()), releases.all(bot.id()), Trial.of(place));
    }

    @Override
    protected void show(Data data) {
        turn++;
        Trial trial = data.trial();
        int live = data.rollout().liveRelease();
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("trial.lead"))));
        head.addClassName("view-head");
        add(head, new TrialForm(trial, data.releases(), live, data.shop().timeZone(), this::go));
        if (trial.text().isEmpty()) {
            add(trial.before().isEmpty() ? examples() : new Div());
            return;
        }
        Set<ReleaseRef> asked = new LinkedHashSet<>(List.of(trial.release()));
        if (trial.compare()) {
            asked.add(ReleaseRef.of(live));
        }
        Div results = new Div(Notices.loading(getTranslation("trial.asking")));
        results.addClassNames("results", "results-" + asked.size());
        results.setId("results");
        add(results);
        if (trial.compare() && asked.size() == 1) {
            Paragraph same = new Paragraph(getTranslation("trial.compare.same"));
            same.addClassName("hint");
            add(same);
        }
        ask(data, asked, results);
    }

    private void ask(Data data, Set<ReleaseRef> asked, Div results) {
        int mine = turn;
        BackgroundWork.begin(
                this,
                shop,
                () -> {
                    Map<ReleaseRef, Asked> answers = new LinkedHashMap<>();
                    for (ReleaseRef release : asked) {
                        answers.put(
                                release,
                                asks.ask(
                                        data.bot().id(),
                                        data.trial()
                                                .question(release, data.shop().timeZone())));
                    }
                    return answers;
                },
                answers -> {
                    if (mine == turn) {
                        results.removeAll();
                        answers.forEach((release, answer) -> results.add(result(data, release, answer)));
                    }
                },
                failure -> {
                    if (mine == turn) {
                        results.removeAll();
                        if (failure instanceof Problem problem) {
                            results.add(Notices.empty("🔎", Messages.of(this, problem), ""));
                        } else {
                            LOG.error("A question could not be asked", failure);
                            results.add(Notices.failure(this, this::refresh));
                        }
                    }
                });
    }

    private void go(Trial trial) {
        getUI().ifPresent(ui -> ui.navigate("try", Links.with(place(), trial.parameters())));
    }

    private Component examples() {
        return Notices.empty("💬", getTranslation("trial.empty"), getTranslation("trial.empty.text"));
    }

    private Component result(Data data, ReleaseRef release, Asked asked) {
        Trial trial = data.trial();
        Section card =
                new Section(new H2(name(this, release.toString(), data.rollout().liveRelease())));
        card.addClassNames("card", "result");
        card.getElement().setAttribute("data-release", release.toString());
        Div chat = new Div();
        chat.addClassName("chat");
        trial.before().forEach(said -> chat.add(ChatBubble.shopper(said)));
        chat.add(ChatBubble.shopper(trial.text()));
        for (Message reply : asked.replies()) {
            chat.add(ChatBubble.clerk(reply.text()));
            chat.add(ReplyParts.of(reply.links(), reply.cards()));
            if (!reply.choices().isEmpty()) {
                chat.add(choices(trial, reply.choices()));
            }
        }
        Span kind = new Span(getTranslation("trial.kind." + asked.receipt().kind()));
        kind.addClassNames(
                "badge",
                asked.receipt().kind().equals("answer")
                        ? "badge-full"
                        : "badge-" + asked.receipt().kind());
        kind.setId("kind-" + release);
        Div verdict = new Div(kind);
        verdict.addClassName("verdict");
        if (release.equals(trial.release())) {
            Button on = new Button(getTranslation("trial.go-on"), click -> go(trial.continued()));
            on.setId("go-on");
            on.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            verdict.add(on);
        }
        if (shop.may(Permission.EDIT) && trial.choice().isEmpty()) {
            asked.replies().stream()
                    .filter(reply -> Expectation.KINDS.contains(reply.kind()))
                    .findFirst()
                    .ifPresent(reply -> verdict.add(keeping(data, release, reply)));
        }
        Div said = new Div(chat, verdict);
        said.addClassName("result-said");
        boolean matched = !asked.receipt().understanding().path().equals("chosen");
        if (matched && shop.may(Permission.EDIT) && release instanceof ReleaseRef.Draft) {
            said.add(suggestions(trial.text(), asked));
        }
        card.add(
                said,
                new Explanation(
                        asked.receipt(),
                        asked.questions(),
                        trial.before(),
                        this::entry,
                        OffsetDateTime.now(clock),
                        data.shop().timeZone()));
        return card;
    }

    private Component keeping(Data data, ReleaseRef release, Message reply) {
        Button keep = new Button(
                getTranslation("tests.keep"),
                click -> attempt(
                        () -> testCases.addTried(
                                data.bot().id(),
                                data.trial().toCase(reply, data.shop().timeZone())),
                        kept -> Messages.leading(
                                getTranslation(kept.isNew() ? "tests.kept" : "tests.kept.before"),
                                getTranslation("tests.kept.go"),
                                () -> getUI().ifPresent(ui -> ui.navigate(
                                        "tests",
                                        Links.with(
                                                place(),
                                                Map.of(
                                                        "case",
                                                        List.of(kept.testCase()
                                                                .id()
                                                                .toString()))))))));
        keep.setId("keep-" + release);
        keep.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return keep;
    }

    private Component choices(Trial trial, List<Reply.Choice> offered) {
        Div choices = new Div();
        choices.addClassName("said-choices");
        for (Reply.Choice choice : offered) {
            NativeButton press = new NativeButton(choice.label(), click -> go(trial.pressing(choice)));
            press.addClassName("said-choice");
            choices.add(press);
        }
        return choices;
    }

    private String entry(String key) {
        return Links.to(place(), "/knowledge/" + key);
    }

    /** What would have to be added for the question to be answered, each a way into the editor. */
    private Component suggestions(String text, Asked asked) {
        Receipt receipt = asked.receipt();
        boolean answered = receipt.outcome() == Outcome.ANSWERED;
        Div all = new Div(new H3(getTranslation(answered ? "trial.suggest.wrong" : "trial.suggest")));
        all.addClassName("suggestions");
        all.setId("suggestions");
        receipt.understanding().best().stream().limit(SUGGESTED).forEach(match -> {
            if (answered
                    && match.entryKey().equals(receipt.candidates().getFirst().entryKey())) {
                return;
            }
            String question = asked.questions().getOrDefault(match.entryKey(), match.entryKey());
            all.add(suggestion(
                    getTranslation("trial.suggest.similar", question),
                    Links.with("/knowledge/" + match.entryKey(), "similar", text)));
        });
        List<io.xiaoer.answering.Trace.Match> best = receipt.understanding().best();
        if (!answered && !best.isEmpty() && text.length() <= 30) {
            String question = asked.questions()
                    .getOrDefault(best.getFirst().entryKey(), best.getFirst().entryKey());
            all.add(suggestion(
                    getTranslation("trial.suggest.keyword", question),
                    Links.with("/knowledge/" + best.getFirst().entryKey(), "keyword", text)));
        }
        all.add(suggestion(getTranslation("trial.suggest.entry"), Links.with("/knowledge/new", "question", text)));
        return all;
    }

    private Component suggestion(String text, String href) {
        Anchor anchor = new Anchor(Links.to(place(), href), text);
        anchor.addClassName("suggestion");
        return anchor;
    }
}

package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.xiaoer.onboarding.PhraseProposal;
import io.xiaoer.onboarding.PhraseProposal.State;
import io.xiaoer.onboarding.PhraseProposals;
import io.xiaoer.onboarding.TemplateSummary;
import io.xiaoer.onboarding.Templates;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.OperatorContext;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What enough shops of a trade are asked in the same words, for the trade's pack. {@code ?state=} shows what was decided. */
@Route(value = "vendor-phrases", layout = MainLayout.class)
@RolesAllowed(Roles.OPERATOR)
@StyleSheet("context://css/vendor.css")
class PhrasesView extends VendorView<PhrasesView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 50;

    private final transient PhraseProposals proposals;
    private final transient Templates templates;

    PhrasesView(OperatorContext operators, PhraseProposals proposals, Templates templates) {
        super(operators, "vendor-phrases");
        this.proposals = proposals;
        this.templates = templates;
    }

    /**
     * All that the view shows.
     *
     * @param names of trades, by their packs' keys
     */
    record Data(State state, Map<State, Integer> counts, Page<PhraseProposal> page, Map<String, String> names) {}

    @Override
    protected Data read(Place place) {
        State state = State.parse(place.query("state").orElse(null));
        Map<String, String> names = new LinkedHashMap<>();
        for (TemplateSummary template : templates.all(getLocale().toLanguageTag())) {
            names.put(template.key(), template.name());
        }
        return new Data(state, proposals.counts(), proposals.list(state, null, null, AT_ONCE), names);
    }

    @Override
    protected void show(Data data) {
        Div words = new Div(
                new H1(title()), new Paragraph(getTranslation("vendor-phrases.lead", PhraseProposals.FEWEST_SHOPS)));
        Div head = new Div(words);
        head.addClassName("view-head");
        add(head);
        Div card = new Div(states(data));
        card.addClassNames("card", "vendor-list");
        add(card);
        if (data.page().items().isEmpty()) {
            card.add(Notices.empty(
                    "🌾",
                    getTranslation("vendor-phrases.none." + data.state().key()),
                    getTranslation("vendor-phrases.none.text", PhraseProposals.FEWEST_SHOPS)));
            return;
        }
        if (data.state() == State.TAKEN) {
            card.add(exports(data));
        }
        UnorderedList list = new UnorderedList();
        list.setId("phrases");
        list.addClassName("vendor-phrases-list");
        card.add(list);
        append(card, list, data, data.page());
    }

    private void append(Div card, UnorderedList list, Data data, Page<PhraseProposal> page) {
        page.items().forEach(proposal -> list.add(line(data, proposal)));
        String next = page.nextCursor();
        if (next != null) {
            Button more = new Button(getTranslation("vendor-phrases.more"));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.addClickListener(click -> attempt(() -> proposals.list(data.state(), null, next, AT_ONCE), found -> {
                card.remove(more);
                append(card, list, data, found);
            }));
            card.add(more);
        }
    }

    private Component states(Data data) {
        Nav states = new Nav();
        states.addClassName("vendor-groups");
        states.setAriaLabel(getTranslation("vendor-phrases.states"));
        for (State state : State.values()) {
            Anchor link = new Anchor(
                    state == State.OPEN ? "vendor-phrases" : "vendor-phrases?state=" + state.key(),
                    getTranslation(
                            "vendor-phrases.state." + state.key(),
                            Numbers.count(data.counts().getOrDefault(state, 0))));
            link.setId("phrases-" + state.key());
            if (state == data.state()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            states.add(link);
        }
        return states;
    }

    private ListItem line(Data data, PhraseProposal proposal) {
        Span text = new Span(proposal.text());
        text.addClassName("vendor-phrase");
        Span trade = new Span(data.names().getOrDefault(proposal.vertical(), proposal.vertical()));
        trade.addClassName("badge");
        Span shops = new Span(getTranslation("vendor-phrases.shops", proposal.shops()));
        Span since = new Span(
                getTranslation("vendor-phrases.since", proposal.firstOn().toString()));
        since.addClassName("hint");
        Div what = new Div(text, trade, shops, since);
        what.addClassName("vendor-phrase-what");
        String by = proposal.decidedBy();
        if (by != null) {
            Span decided = new Span(getTranslation("vendor-phrases.by", by));
            decided.addClassName("hint");
            what.add(decided);
        }
        Div ways = new Div();
        ways.addClassName("actions");
        if (proposal.state() == State.OPEN) {
            ways.add(
                    way(proposal, "take", State.TAKEN, ButtonVariant.LUMO_PRIMARY),
                    way(proposal, "dismiss", State.DISMISSED, null));
        } else {
            ways.add(way(proposal, "reopen", State.OPEN, null));
        }
        ListItem line = new ListItem(what, ways);
        line.getElement().setAttribute("data-phrase", proposal.text());
        return line;
    }

    private Button way(PhraseProposal proposal, String name, State state, @Nullable ButtonVariant variant) {
        Button button = new Button(getTranslation("vendor-phrases." + name));
        button.setAriaLabel(getTranslation("vendor-phrases." + name) + " " + proposal.text());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (variant != null) {
            button.addThemeVariants(variant);
        }
        State before = proposal.state();
        button.addClickListener(click -> attempt(() -> proposals.decide(proposal.id(), state), decided -> {
            Messages.undoable(
                    this,
                    getTranslation("vendor-phrases." + name + ".done", proposal.text()),
                    () -> attempt(() -> proposals.decide(proposal.id(), before), back -> refresh()));
            refresh();
        }));
        return button;
    }

    /** A file for each trade of which something was taken. */
    private Component exports(Data data) {
        Div exports = new Div(new Span(getTranslation("vendor-phrases.export")));
        exports.addClassNames("actions", "vendor-phrase-exports");
        List<String> verticals = data.page().items().stream()
                .map(PhraseProposal::vertical)
                .distinct()
                .toList();
        for (String vertical : verticals) {
            Supplier<byte[]> file = operators.bound(() -> proposals.skeletons(vertical));
            Anchor link = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        byte[] bytes = file.get();
                        return new DownloadResponse(
                                new ByteArrayInputStream(bytes),
                                vertical + "-entries.json",
                                "application/json",
                                bytes.length);
                    }),
                    data.names().getOrDefault(vertical, vertical) + " JSON");
            link.addClassName("action");
            exports.add(link);
        }
        return exports;
    }
}

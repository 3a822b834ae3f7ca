package io.xiaoer.portal.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.Source;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.rules.RuleWords;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of a receipt: what was told, how much could be, and from what. */
class FactsTold extends Div {

    private static final long serialVersionUID = 1L;

    private static final Set<String> ORIGINS = Set.of("push", "lookup", "webhook");
    /** Data that changed longer before it was heard than that is told with both times. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private final transient OffsetDateTime now;
    private final ZoneId zone;

    FactsTold(List<Fact> facts, OffsetDateTime now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        setId("facts");
        addClassName("facts");
        add(new H3(getTranslation("trial.facts")));
        facts.forEach(fact -> add(fact(fact)));
    }

    private Component fact(Fact fact) {
        Span name = new Span(getTranslation("entry.need." + fact.need().key()));
        name.addClassName("fact-name");
        boolean refused = fact.isKnown() && fact.refuses();
        Span state = new Span(getTranslation(
                "trial.fact." + (refused ? "refused" : fact.state().key())));
        state.addClassNames("badge", look(fact));
        Div head = new Div(name, state);
        head.addClassName("fact-head");
        Paragraph say = new Paragraph(fact.say());
        say.addClassName("fact-say");
        Div shown = new Div(head, say);
        shown.addClassName("fact");
        shown.getElement().setAttribute("data-need", fact.need().key());
        if (!fact.sources().isEmpty()) {
            UnorderedList sources = new UnorderedList();
            sources.addClassNames("fact-sources", "hint");
            fact.sources().stream().distinct().forEach(source -> sources.add(new ListItem(source(source))));
            shown.add(sources);
        }
        return shown;
    }

    private static String look(Fact fact) {
        return fact.isKnown() && !fact.refuses()
                ? "badge-full"
                : fact.isKnown() || fact.state().isQuestion() ? "badge-choices" : "badge-unknown";
    }

    private Component source(Source source) {
        return source.kind().equals("rule")
                ? rule(source.id(), source.version())
                : new Span(data(source, source.origin(), source.updatedAt(), source.receivedAt()));
    }

    /** @param id type and key */
    private Component rule(String id, @Nullable Integer version) {
        String type = id.substring(0, id.indexOf('/'));
        return new Anchor(
                "/rules/" + id,
                getTranslation("trial.fact.rule", RuleWords.title(this, type), version == null ? "" : version + ""));
    }

    private String data(
            Source source,
            @Nullable String origin,
            @Nullable OffsetDateTime updatedAt,
            @Nullable OffsetDateTime receivedAt) {
        String what = getTranslation("trial.source." + source.kind()) + " " + source.id();
        if (origin == null || receivedAt == null) {
            return what;
        }
        String heard = Ago.text(this, receivedAt, now, zone);
        String brought = ORIGINS.contains(origin)
                ? getTranslation("trial.origin." + origin, heard)
                : getTranslation("trial.origin.other", heard, origin);
        boolean older = updatedAt != null && updatedAt.plus(SOON).isBefore(receivedAt);
        return getTranslation("trial.fact.data", what, brought)
                + (older && updatedAt != null ? getTranslation("trial.fact.changed", Ago.time(updatedAt, zone)) : "");
    }
}

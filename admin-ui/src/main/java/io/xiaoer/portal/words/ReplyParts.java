package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes with a reply beside its words, as a chat shows it. */
public final class ReplyParts {

    private ReplyParts() {}

    /** Cards first, then links; nothing if there are none. */
    public static List<Component> of(List<Link> links, List<Card> cards) {
        List<Component> parts = new ArrayList<>();
        cards.forEach(card -> parts.add(card(card)));
        if (!links.isEmpty()) {
            Div row = new Div();
            row.addClassName("said-links");
            links.forEach(link -> row.add(address(link.url(), link.label(), "said-link")));
            parts.add(row);
        }
        return parts;
    }

    private static Component card(Card card) {
        Div shown = new Div();
        shown.addClassNames("said-card", "said-card-" + card.kind());
        Component title = address(card.url(), card.title(), "said-card-title");
        Div head = new Div(title);
        head.addClassName("said-card-head");
        String status = card.status();
        if (status != null) {
            Span badge = new Span(status);
            badge.addClassName("badge");
            head.add(badge);
        }
        shown.add(head);
        String text = card.text();
        if (text != null) {
            Span more = new Span(text);
            more.addClassName("hint");
            shown.add(more);
        }
        return shown;
    }

    /** Shops write these addresses, so only the web's own are followed. */
    private static Component address(@Nullable String url, String label, String look) {
        if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
            Span plain = new Span(label);
            plain.addClassName(look);
            return plain;
        }
        Anchor anchor = new Anchor(url, label, AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        anchor.addClassName(look);
        return anchor;
    }
}

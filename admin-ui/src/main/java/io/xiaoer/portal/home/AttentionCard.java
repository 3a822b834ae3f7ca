package io.xiaoer.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.conversations.UnansweredQuestion;
import java.util.List;
import java.util.Locale;

/** What needs somebody's attention, each with the way to where it is dealt with; honest when there is nothing. */
class AttentionCard extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Links links;
    private final boolean mayEdit;

    AttentionCard(Overview overview, boolean mayEdit) {
        this.links = Links.of(overview.bot(), overview.bots());
        this.mayEdit = mayEdit;
        setId("attention");
        addClassNames("card", "attention");
        add(new H2(getTranslation("home.attention.title")));
        List<Concern> concerns = Concern.of(overview);
        if (concerns.isEmpty()) {
            add(allGood());
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("concerns");
        for (Concern concern : concerns) {
            list.add(item(concern, overview));
        }
        add(list);
    }

    private Component allGood() {
        Span sign = new Span("✓");
        sign.addClassName("attention-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Div good = new Div(sign, new Paragraph(getTranslation("home.attention.none")));
        good.setId("all-good");
        good.addClassName("attention-none");
        return good;
    }

    private ListItem item(Concern concern, Overview overview) {
        String name = concern.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Div text = new Div(getTranslation("home.attention." + name, concern.count()));
        text.addClassName("concern-text");
        Div head = new Div(text);
        head.addClassName("concern-head");
        Anchor go = new Anchor(address(concern.kind()), getTranslation("home.attention." + name + ".go"));
        go.addClassName("concern-go");
        head.add(go);
        ListItem item = new ListItem(head);
        item.setId("concern-" + name);
        item.addClassName("concern");
        if (concern.kind() == Concern.Kind.UNANSWERED) {
            item.add(questions(overview.unanswered()));
        }
        return item;
    }

    private String address(Concern.Kind kind) {
        return switch (kind) {
            case NO_STAFF -> "#try-it";
            case EXPIRED -> links.to("knowledge", "state", "expired");
            case NEVER_HIT -> links.to("knowledge", "state", "never-hit");
            case UNPUBLISHED -> links.to("releases");
            case UNANSWERED -> links.to("questions");
        };
    }

    private UnorderedList questions(List<UnansweredQuestion> unanswered) {
        UnorderedList list = new UnorderedList();
        list.addClassName("questions");
        for (UnansweredQuestion question : unanswered) {
            Span text = new Span(question.text());
            text.addClassName("question-text");
            Span count = new Span(getTranslation("home.attention.times", question.count()));
            count.addClassName("hint");
            Anchor look = new Anchor(links.to("try", "q", question.text()), getTranslation("home.attention.try"));
            Div ways = new Div(look);
            ways.addClassName("question-ways");
            if (mayEdit) {
                ways.add(new Anchor(
                        links.to("knowledge/new", "question", question.text()),
                        getTranslation("home.attention.answer")));
            }
            list.add(new ListItem(text, count, ways));
        }
        return list;
    }
}

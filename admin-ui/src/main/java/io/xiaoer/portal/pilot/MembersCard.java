package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.MemberLine;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.shared.Page;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Who takes part, without their names in full, each with the way to what they said. */
class MembersCard extends Section {

    private static final long serialVersionUID = 1L;

    private final PilotView view;
    private final transient PilotView.Data data;
    private final UnorderedList list = new UnorderedList();
    private final Div more = new Div();

    MembersCard(PilotView view, PilotView.Data data, Page<MemberLine> first) {
        this.view = view;
        this.data = data;
        setId("members");
        addClassNames("card", "pilot-members");
        add(new H2(getTranslation("pilot.people")));
        if (first.items().isEmpty()) {
            add(new Paragraph(getTranslation("pilot.people.none")));
            return;
        }
        if (!view.mayRead()) {
            Paragraph why = new Paragraph(getTranslation("pilot.people.closed"));
            why.addClassName("hint");
            add(why);
        }
        list.addClassName("pilot-list");
        add(list, more);
        append(first);
    }

    private void append(Page<MemberLine> page) {
        page.items().forEach(line -> list.add(item(line)));
        more.removeAll();
        String cursor = page.nextCursor();
        if (cursor != null) {
            Button button = new Button(getTranslation("pilot.more"), click -> view.members(data, cursor, this::append));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            more.add(button);
        }
    }

    private ListItem item(MemberLine line) {
        ZoneId zone = data.shop().timeZone();
        Span name = new Span(line.maskedName());
        name.addClassName("member-name");
        OffsetDateTime last = line.lastAt();
        Span when = new Span(
                last == null
                        ? getTranslation(
                                "pilot.people.quiet", Ago.time(line.member().since(), zone))
                        : Ago.text(this, last, data.readAt(), zone));
        when.addClassName("hint");
        Div who = new Div(name, when);
        who.addClassName("member-who");
        Div facts = new Div(chip(getTranslation("pilot.people.asked", line.conversations(), line.questions()), ""));
        facts.addClassName("member-facts");
        if (line.unknown() > 0) {
            facts.add(chip(getTranslation("pilot.people.unknown", line.unknown()), "chip-warn"));
        }
        if (line.handedOver()) {
            facts.add(chip(getTranslation("pilot.people.handed-over"), "chip-warn"));
        }
        ListItem item = new ListItem(who, facts);
        item.addClassName("member");
        ConversationId conversation = line.lastConversation();
        if (conversation != null && view.mayRead()) {
            item.add(view.readButton(conversation, line.maskedName()));
        }
        return item;
    }

    private static Span chip(String text, String look) {
        Span chip = new Span(text);
        chip.addClassName("chip");
        if (!look.isEmpty()) {
            chip.addClassName(look);
        }
        return chip;
    }
}

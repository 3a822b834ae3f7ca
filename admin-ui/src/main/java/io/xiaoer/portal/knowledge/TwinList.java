package io.xiaoer.portal.knowledge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.server.Command;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryTwins;
import io.xiaoer.knowledge.EntryTwins.Merged;
import io.xiaoer.knowledge.EntryTwins.Pair;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pairs of entries that ask nearly the same, side by side, and what can be made of them. */
class TwinList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    private final UnorderedList list = new UnorderedList();
    private final Div more = new Div();
    private final boolean editable;
    private final SerializableFunction<String, String> address;
    private final transient BotId bot;
    private final transient EntryTwins twins;
    private final transient Changes changes;

    /** Makes a change that returns its way back, and says that it was made. */
    interface Changes extends Serializable {
        void make(String done, Supplier<Runnable> change);
    }

    /** @param address of an entry's editor, by its key */
    TwinList(
            BotId bot,
            EntryTwins twins,
            boolean editable,
            SerializableFunction<String, String> address,
            Changes changes) {
        this.bot = bot;
        this.twins = twins;
        this.editable = editable;
        this.address = address;
        this.changes = changes;
        setId("twins");
        addClassName("twins");
        add(new Paragraph(getTranslation("knowledge.twins.lead")), list, more);
    }

    /** @param next fetches and shows the pairs after these; null if these are the last */
    void append(List<Pair> pairs, @Nullable Command next) {
        pairs.forEach(pair -> list.add(line(pair)));
        more.removeAll();
        if (next != null) {
            more.add(new Button(getTranslation("knowledge.twins.more"), click -> next.execute()));
        }
    }

    private ListItem line(Pair pair) {
        Span alike = new Span(getTranslation("knowledge.twins.alike", Math.round(pair.similarity() * PERCENT)));
        alike.addClassName("badge");
        Div head = new Div(alike);
        head.addClassName("twins-head");
        if (editable) {
            Button different = new Button(getTranslation("knowledge.twins.dismiss"), click -> dismiss(pair));
            different.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            different.addClassName("twins-dismiss");
            head.add(different);
        }
        Div sides = new Div(
                side(pair.one(), pair.textOne(), pair.other()), side(pair.other(), pair.textOther(), pair.one()));
        sides.addClassName("twins-sides");
        ListItem line = new ListItem(head, sides);
        line.addClassName("card");
        line.getElement()
                .setAttribute("data-pair", pair.one().key() + " " + pair.other().key());
        return line;
    }

    private Component side(Entry entry, String text, Entry other) {
        Anchor question = new Anchor(address.apply(entry.key()), entry.question());
        question.setRouterIgnore(false);
        question.addClassName("entry-question");
        Div side = new Div(question);
        side.addClassName("twins-side");
        side.getElement().setAttribute("data-key", entry.key());
        if (!text.equals(entry.question())) {
            Span through = new Span(getTranslation("knowledge.twins.through", text));
            through.addClassName("hint");
            side.add(through);
        }
        Paragraph answer = new Paragraph(entry.answer());
        answer.addClassName("twins-answer");
        Span facts =
                new Span(getTranslation("knowledge.similar", entry.similar().size())
                        + (entry.enabled() ? "" : " · " + getTranslation("knowledge.badge.disabled")));
        facts.addClassName("hint");
        side.add(answer, facts);
        if (editable) {
            Button keep = new Button(getTranslation("knowledge.twins.merge"), click -> merge(entry, other));
            keep.addThemeVariants(ButtonVariant.LUMO_SMALL);
            keep.addClassName("twins-merge");
            side.add(keep);
        }
        return side;
    }

    private void merge(Entry kept, Entry gone) {
        changes.make("knowledge.twins.merged", () -> {
            Merged merged = twins.merge(bot, kept, gone);
            return () -> twins.undo(bot, merged);
        });
    }

    private void dismiss(Pair pair) {
        String one = pair.one().key();
        String other = pair.other().key();
        changes.make("knowledge.twins.dismissed", () -> {
            twins.dismiss(bot, one, other);
            return () -> twins.undismiss(bot, one, other);
        });
    }
}

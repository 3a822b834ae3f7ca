package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.portal.effects.DifferenceCard;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.rehearsal.ReplayView.Data;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What was said to each question then and what would be said now, side by side. */
class ReplayDifferences extends Section {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final ReplayView view;
    private final transient Data data;
    private final transient Replay replay;
    private final UnorderedList list = new UnorderedList();

    ReplayDifferences(ReplayView view, Data data, Replay replay) {
        this.view = view;
        this.data = data;
        this.replay = replay;
        addClassNames("card", "replay-differences");
        setId("differences");
        add(new H2(view.getTranslation("replay.differences")));
        int all = replay.newlyAnswered() + replay.changed() + replay.lost();
        if (all == 0) {
            add(hint(replay.done() == 0 ? "replay.nobody-asked" : "replay.all-same"));
            return;
        }
        Div filters = new Div(
                filter(null, all),
                filter(Group.LOST, replay.lost()),
                filter(Group.CHANGED, replay.changed()),
                filter(Group.NEWLY_ANSWERED, replay.newlyAnswered()));
        filters.addClassName("tests-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", view.getTranslation("replay.filter"));
        list.addClassName("effect-list");
        add(filters, list);
        if (data.differences().items().isEmpty()) {
            add(hint("replay.forgotten"));
        }
        append(data.differences());
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(view.getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    /** @param group null for all that differ */
    private Component filter(@Nullable Group group, int count) {
        String key = group == null ? "all" : ReplayView.key(group);
        NativeButton filter = new NativeButton(
                view.getTranslation("replay.show", view.getTranslation("replay.group." + key), count),
                click -> view.go(replay, group));
        filter.addClassName("tests-filter");
        filter.setId("show-" + key);
        filter.setEnabled(count > 0);
        filter.getElement()
                .setAttribute("aria-pressed", String.valueOf(view.group().orElse(null) == group));
        return filter;
    }

    private void append(Page<Difference> page) {
        page.items().forEach(one -> list.add(line(one)));
        String next = page.nextCursor();
        if (next == null) {
            return;
        }
        Button more = new Button(view.getTranslation("replay.more"));
        more.setId("more-differences");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        more.addClickListener(click -> {
            try {
                Page<Difference> later = view.more(replay, next);
                remove(more);
                append(later);
            } catch (Problem problem) {
                Messages.failure(Messages.of(this, problem));
            }
        });
        add(more);
    }

    private DifferenceCard line(Difference one) {
        Span badge = new Span(view.getTranslation("replay.group." + ReplayView.key(one.group())));
        badge.addClassNames("badge", "replay-badge", "replay-" + ReplayView.key(one.group()));
        Span when = new Span(TIME.format(one.at().atZoneSameInstant(data.zone())));
        when.addClassName("hint");
        ConversationId conversation = one.conversation();
        if (!view.mayReadConversations() || conversation == null) {
            return new DifferenceCard(one, badge, when);
        }
        Anchor open =
                new Anchor(view.link("/inbox/" + conversation.value()), view.getTranslation("replay.conversation"));
        open.addClassNames("hint", "replay-open");
        return new DifferenceCard(one, badge, when, open);
    }
}

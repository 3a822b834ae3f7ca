package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.FailedQuestion;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members asked and were not answered well, by cause, each with the way to mend it. */
class FailedCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 8;

    private final PilotView view;
    private final transient PilotView.Data data;
    private final transient List<FailedQuestion> read = new ArrayList<>();
    private final Div bar = new Div();
    private final Div causes = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Div more = new Div();
    private @Nullable Cause chosen;
    private int shown = AT_ONCE;
    private @Nullable String cursor;

    FailedCard(PilotView view, PilotView.Data data, Page<FailedQuestion> first) {
        this.view = view;
        this.data = data;
        setId("failed");
        addClassNames("card", "pilot-failed");
        add(new H2(getTranslation("pilot.failed")));
        if (first.items().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("pilot.failed.none"));
            none.addClassName("gates-met");
            add(none);
            return;
        }
        bar.addClassName("causes-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        causes.addClassName("causes");
        causes.getElement().setAttribute("role", "group");
        causes.getElement().setAttribute("aria-label", getTranslation("pilot.failed.causes"));
        list.addClassName("pilot-list");
        add(bar, causes, list, more);
        append(first);
    }

    private void append(Page<FailedQuestion> page) {
        read.addAll(page.items());
        cursor = page.nextCursor();
        show();
    }

    private void show() {
        Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
        read.forEach(question -> counts.merge(question.cause(), 1, Integer::sum));
        bar.removeAll();
        causes.removeAll();
        for (Cause cause : Cause.values()) {
            int count = counts.getOrDefault(cause, 0);
            if (count > 0) {
                Span part = new Span();
                part.addClassName("cause-" + cause.key());
                part.getStyle().set("flex-grow", String.valueOf(count));
                bar.add(part);
            }
            causes.add(button(cause, count));
        }
        list.removeAll();
        List<FailedQuestion> wanted = read.stream()
                .filter(question -> chosen == null || question.cause() == chosen)
                .toList();
        wanted.stream().limit(shown).forEach(question -> list.add(item(question)));
        more.removeAll();
        if (wanted.size() > shown || cursor != null) {
            Button button = new Button(getTranslation("pilot.more"), click -> showMore(wanted.size()));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            more.add(button);
        }
    }

    private void showMore(int known) {
        shown += AT_ONCE;
        String next = cursor;
        if (shown > known && next != null) {
            view.failed(data, next, this::append);
        } else {
            show();
        }
    }

    /** Pressed, only what has this cause is shown; pressed again, everything is. */
    private NativeButton button(Cause cause, int count) {
        Span dot = new Span();
        dot.addClassNames("cause-dot", "cause-" + cause.key());
        Span name = new Span(getTranslation("pilot.cause." + cause.key()));
        Span number = new Span(String.valueOf(count));
        number.addClassName("cause-count");
        NativeButton button = new NativeButton();
        button.add(dot, name, number);
        button.addClassName("cause");
        button.getElement().setAttribute("title", getTranslation("pilot.cause." + cause.key() + ".help"));
        button.getElement().setAttribute("aria-pressed", String.valueOf(cause == chosen));
        button.getElement().setAttribute("data-cause", cause.key());
        button.addClickListener(click -> {
            chosen = cause == chosen ? null : cause;
            shown = AT_ONCE;
            show();
        });
        return button;
    }

    private ListItem item(FailedQuestion question) {
        Span dot = new Span();
        dot.addClassNames("cause-dot", "cause-" + question.cause().key());
        dot.getElement().setAttribute("aria-hidden", "true");
        Span text = new Span(question.text());
        text.addClassName("failed-text");
        Span why = new Span(getTranslation("pilot.cause." + question.cause().key()) + " · "
                + (question.why().isBlank() ? "" : question.why() + " · ")
                + Ago.text(this, question.at(), data.readAt(), data.shop().timeZone()));
        why.addClassName("hint");
        Div words = new Div(text, why);
        words.addClassName("failed-words");
        Div ways = new Div();
        ways.addClassName("failed-ways");
        if (view.mayRead()) {
            ways.add(view.readButton(question.conversation(), question.text()));
        }
        if (view.mayEdit()) {
            String entry = question.entryKey();
            Anchor mend = entry == null
                    ? new Anchor(
                            Links.to(view.entered(), Links.with("/knowledge/new", "question", question.text())),
                            getTranslation("pilot.failed.teach"))
                    : new Anchor(Links.to(view.entered(), "/knowledge/" + entry), getTranslation("pilot.failed.mend"));
            mend.addClassName("failed-mend");
            ways.add(mend);
        }
        ListItem item = new ListItem(dot, words, ways);
        item.addClassName("failed-question");
        item.getElement().setAttribute("data-cause", question.cause().key());
        return item;
    }
}

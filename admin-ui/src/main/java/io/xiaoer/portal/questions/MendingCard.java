package io.xiaoer.portal.questions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.xiaoer.insights.Mending;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.portal.frame.Ago;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done about a question, how far that has come, and whether it helped. */
class MendingCard extends Section {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 3;
    /** Wordings that are drawn one by one. */
    private static final int DRAWN = 30;

    private final QuestionsView view;
    private final transient Mender mender;
    private final transient QuestionCluster question;

    /** @param judging whether its wordings are being asked again right now */
    MendingCard(QuestionsView view, Mender mender, QuestionsView.Data data, Detail detail, boolean judging) {
        this.view = view;
        this.mender = mender;
        this.question = detail.question();
        setId("mending");
        addClassNames(
                "card",
                "fix-card",
                "fix-mending",
                "fix-mending-" + question.state().key());
        Mending mending = question.mending();
        H3 title = new H3(title(mending, judging));
        title.setId("mending-title");
        title.getElement().setAttribute("role", "status");
        add(title);
        if (mending != null && mending.of() > 0) {
            add(share(mending));
        }
        if (judging && question.state() == State.DRAFTED) {
            ProgressBar bar = new ProgressBar();
            bar.setIndeterminate(true);
            add(bar);
        }
        if (mending != null) {
            add(done(mending, detail, data));
            if (mending.since() > 0 && question.state() == State.WATCHED) {
                add(new Paragraph(getTranslation("fixing.mending.since", mending.since())));
            }
        }
        if (view.mayEdit()) {
            Component ways = ways(judging);
            if (ways != null) {
                add(ways);
            }
        }
    }

    private String title(@Nullable Mending mending, boolean judging) {
        return switch (question.state()) {
            case OPEN -> getTranslation("fixing.mending.again");
            case DRAFTED -> getTranslation(judging ? "fixing.mending.judging" : "fixing.mending.drafted");
            case WATCHED ->
                mending == null || mending.of() == 0
                        ? getTranslation("fixing.mending.watched")
                        : getTranslation(
                                "fixing.mending.short",
                                mending.of(),
                                mending.answered(),
                                mending.of() - mending.answered());
            case CLOSED ->
                mending == null || mending.of() == 0
                        ? getTranslation("fixing.mending.closed")
                        : getTranslation("fixing.mending.closed.share", mending.of(), mending.answered());
            case IGNORED -> getTranslation("fixing.mending.ignored");
        };
    }

    private Component share(Mending mending) {
        Div bar = new Div();
        bar.addClassName("fix-share");
        bar.getElement().setAttribute("aria-hidden", "true");
        if (mending.of() <= DRAWN) {
            for (int i = 0; i < mending.of(); i++) {
                bar.add(part(i < mending.answered(), 1));
            }
        } else {
            bar.add(part(true, mending.answered()), part(false, mending.of() - mending.answered()));
        }
        return bar;
    }

    private static Span part(boolean answered, int size) {
        Span part = new Span();
        part.addClassName(answered ? "fix-share-answered" : "fix-share-not");
        part.getStyle().set("flex-grow", String.valueOf(size));
        return part;
    }

    /** What was done, by whom and when. */
    private Component done(Mending mending, Detail detail, QuestionsView.Data data) {
        Div done = new Div(new Span(what(mending, detail)));
        String key = mending.entryKey();
        if (key != null && detail.mended() != null) {
            Anchor entry = new Anchor(view.address("/knowledge/" + key), getTranslation("fixing.mending.entry"));
            done.add(entry);
        }
        Span who = new Span(getTranslation(
                "fixing.mending.by",
                mending.by(),
                Ago.text(this, mending.at(), data.now(), data.shop().timeZone())));
        who.addClassName("hint");
        done.add(who);
        Integer release = mending.release();
        if (release != null) {
            Anchor live = new Anchor(
                    view.address("/releases/" + release),
                    getTranslation("fixing.mending.release", String.valueOf(release)));
            live.addClassName("hint");
            done.add(live);
        }
        done.addClassName("fix-done");
        return done;
    }

    private String what(Mending mending, Detail detail) {
        String entry = detail.mended() == null ? "…" : detail.mended();
        return switch (mending.as()) {
            case KEYWORD -> getTranslation("fixing.mending.keyword", texts(mending), entry);
            case SIMILAR ->
                getTranslation("fixing.mending.similar", mending.texts().size(), entry);
            case ENTRY -> getTranslation("fixing.mending.answer", entry);
            case CONNECT -> getTranslation("fixing.mending.connect");
            case IGNORE -> getTranslation("fixing.mending.ignore");
        };
    }

    private String texts(Mending mending) {
        String named = mending.texts().stream()
                .limit(NAMED)
                .map(text -> "「" + text + "」")
                .collect(Collectors.joining());
        return mending.texts().size() > NAMED ? named + "…" : named;
    }

    private @Nullable Component ways(boolean judging) {
        Div ways = new Div();
        ways.addClassName("actions");
        if (question.state() == State.DRAFTED && !judging) {
            Button publish = new Button(getTranslation("released.publish"), VaadinIcon.PACKAGE.create());
            publish.addClickListener(click -> mender.publish(question));
            publish.setId("publish");
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            ways.add(publish);
        }
        if (question.state() != State.OPEN && question.state() != State.WATCHED && !judging) {
            Button again = new Button(getTranslation("fixing.reopen"), click -> mender.reopen(question));
            again.setId("reopen");
            ways.add(again);
        }
        return ways.getComponentCount() == 0 ? null : ways;
    }
}

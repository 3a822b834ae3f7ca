package io.xiaoer.portal.questions;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.insights.NearEntry;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.portal.frame.Notices;
import java.util.List;

/** The entries that may be what is meant, with how near they are; sought once the rest is shown. */
class NearCard extends Section {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    private final QuestionsView view;
    private final transient Mender mender;
    private final transient QuestionsView.Data data;
    private final transient QuestionCluster question;
    private final Div room = new Div();
    private transient List<NearEntry> found = List.of();
    private boolean begun;

    NearCard(QuestionsView view, Mender mender, QuestionsView.Data data, QuestionCluster question) {
        this.view = view;
        this.mender = mender;
        this.data = data;
        this.question = question;
        addClassNames("card", "fix-card");
        setId("near");
        room.add(Notices.loading(getTranslation("fixing.near.seeking")));
        add(new H3(getTranslation("fixing.near")), room);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (!begun) {
            begun = true;
            mender.seekNear(data.bot().id(), question, this::show, () -> say("fixing.near.failed"));
        }
    }

    /** Nearest first; none until they are found. */
    List<NearEntry> found() {
        return found;
    }

    private void show(List<NearEntry> entries) {
        found = entries;
        if (found.isEmpty()) {
            say("fixing.near.none");
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("fix-near");
        found.forEach(entry -> list.add(line(entry)));
        room.removeAll();
        room.add(list);
    }

    private void say(String text) {
        Paragraph hint = new Paragraph(getTranslation(text));
        hint.addClassName("hint");
        room.removeAll();
        room.add(hint);
    }

    private ListItem line(NearEntry entry) {
        long percent = Math.round(PERCENT * Math.clamp(entry.likeness(), 0, 1));
        Anchor name = new Anchor(view.address("/knowledge/" + entry.entryKey()), entry.question());
        name.addClassName("fix-near-question");
        Span fill = new Span();
        fill.addClassName("fix-near-fill");
        fill.getStyle().set("inline-size", percent + "%");
        Div track = new Div(fill);
        track.addClassName("fix-near-track");
        track.getElement().setAttribute("aria-hidden", "true");
        Span likeness = new Span(getTranslation("fixing.near.likeness", percent));
        likeness.addClassName("hint");
        ListItem line = new ListItem(name, track, likeness);
        line.getElement().setAttribute("data-key", entry.entryKey());
        if (view.mayEdit() && (question.state() == State.OPEN || question.state() == State.WATCHED)) {
            Button that = new Button(
                    getTranslation("fixing.near.that"), click -> mender.teach(question, found, entry.entryKey()));
            that.addThemeVariants(ButtonVariant.LUMO_SMALL);
            that.addClassName("fix-near-that");
            line.add(that);
        }
        return line;
    }
}

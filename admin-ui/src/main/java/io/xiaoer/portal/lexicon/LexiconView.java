package io.xiaoer.portal.lexicon;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.knowledge.VersionedLexicon;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.lexicon.GroupLines.Mistake;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.UnsavedGuard;
import io.xiaoer.tenancy.Permission;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words that mean the same, and those that are kept whole. */
@Route(value = "lexicon", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/lexicon.css")
class LexiconView extends ShopView<LexiconView.Data> implements BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    private final transient KnowledgeDrafts drafts;
    private final UnsavedGuard guard = new UnsavedGuard(this);
    private final TextArea groups = new TextArea();
    private final TextArea words = new TextArea();
    private transient @Nullable Data shown;

    /** All that the view shows. */
    record Data(BotId bot, VersionedLexicon lexicon) {}

    LexiconView(ShopContext shop, KnowledgeDrafts drafts) {
        super(shop, "lexicon");
        this.drafts = drafts;
        groups.setId("groups");
        words.setId("words");
        for (TextArea area : List.of(groups, words)) {
            area.setWidthFull();
            area.setMinRows(8);
            area.setMaxRows(24);
            area.setManualValidation(true);
            area.setValueChangeMode(ValueChangeMode.LAZY);
            area.addValueChangeListener(change -> changed(change.isFromClient()));
        }
    }

    @Override
    protected Data read(Place place) {
        BotId bot = shop.bot(place).id();
        return new Data(bot, drafts.versionedLexicon(bot));
    }

    @Override
    protected void show(Data data) {
        shown = data;
        boolean mayEdit = shop.may(Permission.EDIT);
        groups.setReadOnly(!mayEdit);
        words.setReadOnly(!mayEdit);
        groups.setValue(GroupLines.of(data.lexicon().lexicon().synonyms()));
        words.setValue(String.join("，", data.lexicon().lexicon().words()));
        groups.setPlaceholder(getTranslation("lexicon.groups.example"));
        words.setPlaceholder(getTranslation("lexicon.words.example"));
        guard.setUnsaved(false);
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("lexicon.lead"))));
        head.addClassName("view-head");
        if (mayEdit) {
            Button save = new Button(getTranslation("common.save"), click -> save());
            save.setId("save-lexicon");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.add(save);
        }
        Div cards = new Div(card("lexicon.groups", groups), card("lexicon.words", words));
        cards.addClassName("lexicon-cards");
        add(head, cards);
        changed(false);
    }

    private Component card(String key, TextArea area) {
        H2 title = new H2(getTranslation(key));
        Paragraph lead = new Paragraph(getTranslation(key + ".lead"));
        lead.addClassName("hint");
        area.setAriaLabel(getTranslation(key));
        Section card = new Section(title, lead, area);
        card.addClassName("card");
        return card;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            guard.setUnsaved(true);
        }
        String lines = groups.getValue();
        Mistake mistake = GroupLines.mistakeIn(lines);
        groups.setInvalid(mistake != null);
        groups.setErrorMessage(mistake == null ? "" : text(mistake));
        groups.setHelperText(
                getTranslation("lexicon.groups.count", GroupLines.parse(lines).size()));
        words.setHelperText(getTranslation(
                "lexicon.words.count", Chips.parse(words.getValue()).size()));
    }

    private String text(Mistake mistake) {
        return switch (mistake) {
            case Mistake.Alone(int line, String word) -> getTranslation("lexicon.groups.alone", line, word);
            case Mistake.Twice(int line, int other, String word) ->
                getTranslation("lexicon.groups.twice", word, other, line);
        };
    }

    private boolean save() {
        Mistake mistake = GroupLines.mistakeIn(groups.getValue());
        if (mistake != null) {
            Messages.failure(text(mistake));
            groups.focus();
            return false;
        }
        Data before = Objects.requireNonNull(shown, "saved before it was shown");
        Lexicon lexicon = new Lexicon(GroupLines.parse(groups.getValue()), Chips.parse(words.getValue()));
        boolean[] saved = new boolean[1];
        attempt(() -> drafts.saveLexicon(before.bot(), lexicon, before.lexicon().version()), version -> {
            saved[0] = true;
            guard.setUnsaved(false);
            shown = new Data(before.bot(), new VersionedLexicon(lexicon, version));
            Messages.undoable(this, getTranslation("lexicon.saved"), () -> undo(before, version));
        });
        return saved[0];
    }

    private void undo(Data before, int version) {
        attempt(() -> drafts.saveLexicon(before.bot(), before.lexicon().lexicon(), version), back -> refresh());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        guard.ask(event, this::save);
    }
}

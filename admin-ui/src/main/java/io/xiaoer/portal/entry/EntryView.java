package io.xiaoer.portal.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.xiaoer.answering.SampleCase;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.bots.Bot;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.EntryVersion;
import io.xiaoer.knowledge.EntryVersions;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.portal.entry.Words.Field;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.ChatBubble;
import io.xiaoer.portal.words.Links;
import io.xiaoer.portal.words.ReplyParts;
import io.xiaoer.portal.words.SaveKeys;
import io.xiaoer.portal.words.UnsavedGuard;
import io.xiaoer.portal.words.Versus;
import io.xiaoer.rules.Rules;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.Tones;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one entry, or a new one, and shows at once how it will sound. {@code ?question=}, {@code ?similar=} and {@code ?keyword=} bring along
 * what another view suggests.
 */
@Route(value = "knowledge/:key", layout = MainLayout.class)
@RouteAlias(value = "knowledge/new", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/entry.css")
class EntryView extends ShopView<EntryView.Data> implements BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    private static final int HISTORY = 10;

    private final transient Shops shops;
    private final transient KnowledgeDrafts drafts;
    private final transient EntryVersions versions;
    private final transient Tones tones;
    private final transient Rules rules;
    private final transient Clock clock;
    private final UnsavedGuard guard = new UnsavedGuard(this);

    private transient @Nullable Data data;
    private transient @Nullable EntryDraft base;
    private @Nullable EntryForm form;
    private @Nullable HistoryPanel history;
    private List<String> compared = List.of();
    private final ChatBubble asked = ChatBubble.shopper("");
    private final ChatBubble answered = ChatBubble.clerk("");
    private final Div parts = new Div();
    private final RadioButtonGroup<SampleCase> cases = new RadioButtonGroup<>();
    private final Div previewNotes = new Div();
    private final H1 heading = new H1();
    private final Button save = new Button();
    private final Span unsaved = new Span();

    /** All that the view shows. Without a key it is a new entry; with a key and no entry, one that was deleted. */
    record Data(
            Bot bot,
            Shop shop,
            ToneProfile tone,
            @Nullable String key,
            @Nullable Entry entry,
            Page<EntryVersion> history,
            RulesInForce rules) {}

    EntryView(
            ShopContext shop,
            Shops shops,
            KnowledgeDrafts drafts,
            EntryVersions versions,
            Tones tones,
            Rules rules,
            Clock clock) {
        super(shop, "entry");
        this.shops = shops;
        this.drafts = drafts;
        this.versions = versions;
        this.tones = tones;
        this.rules = rules;
        this.clock = clock;
        cases.setId("preview-case");
        cases.setItems(SampleCase.values());
        cases.setValue(SampleCase.KNOWN);
        cases.addValueChangeListener(event -> changed());
        parts.addClassName("preview-parts");
        asked.setId("preview-question");
        answered.setId("preview-answer");
        heading.setId("entry-heading");
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        unsaved.addClassName("badge");
        unsaved.setId("unsaved");
        SaveKeys.on(this, this::save);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!turnsAway(event)) {
            super.beforeEnter(event);
        }
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Optional<String> key = place.path("key");
        Page<EntryVersion> past =
                key.map(known -> versions.list(bot.id(), known, null, HISTORY)).orElse(new Page<>(List.of(), null));
        boolean deleted = !past.items().isEmpty() && past.items().getFirst().change() == EntryVersion.Change.DELETED;
        Entry entry = key.isEmpty() || deleted ? null : drafts.get(bot.id(), key.get());
        return new Data(
                bot, shops.current(), tones.of(bot.id()), key.orElse(null), entry, past, rules.at(clock.instant()));
    }

    @Override
    protected void show(Data read) {
        EntryDraft typed = guard.isUnsaved() && form != null && sameEntry(read) ? current() : null;
        EntryDraft typedOn = base;
        data = read;
        if (read.key() != null && read.entry() == null) {
            showDeleted(read);
            return;
        }
        EntryForm fresh = new EntryForm(read.shop(), read.rules(), this::changed);
        form = fresh;
        compared = List.of();
        boolean mayEdit = shop.may(Permission.EDIT);
        fresh.setReadOnly(!mayEdit);
        fresh.write(begin(read));
        base = current();

        Div side = new Div(preview());
        side.addClassName("entry-side");
        if (read.entry() != null) {
            HistoryPanel past = new HistoryPanel(read.shop().timeZone(), this::look);
            past.show(read.history(), this::moreHistory);
            history = past;
            side.add(past);
        }
        Div columns = new Div(fresh, side);
        columns.addClassName("entry-columns");
        add(head(read, mayEdit));
        if (!mayEdit) {
            Paragraph note = new Paragraph(getTranslation("entry.read-only"));
            note.addClassName("hint");
            add(note);
        }
        add(columns);
        if (typed != null && typedOn != null) {
            // another language was chosen in the middle of writing
            fresh.write(typed);
            base = typedOn;
        } else if (mayEdit) {
            bringAlong(fresh);
        }
        changed();
        if (read.entry() == null) {
            fresh.focusQuestion();
        }
    }

    private boolean sameEntry(Data read) {
        Data before = data;
        return before != null && java.util.Objects.equals(before.key(), read.key());
    }

    private static EntryDraft begin(Data read) {
        return read.entry() == null
                ? new EntryDraft(null, "", List.of(), List.of(), "", List.of(), null, null, true, null)
                : read.entry().toDraft();
    }

    /** What the address suggests, for the writer to look at and save. */
    private void bringAlong(EntryForm fresh) {
        if (place().path("key").isEmpty()) {
            place().query("question").ifPresent(fresh::setQuestion);
        }
        place().query("similar").ifPresent(fresh::addSimilar);
        place().query("keyword").ifPresent(fresh::addKeyword);
        if (place().query("similar").isPresent() || place().query("keyword").isPresent()) {
            Messages.success(getTranslation("entry.brought-along"));
        }
    }

    private void showDeleted(Data read) {
        form = null;
        history = null;
        guard.setUnsaved(false);
        EntryVersion last = read.history().items().getFirst();
        H1 title = new H1(last.entry().question());
        Div head = new Div(title);
        head.addClassName("view-head");
        Button back = new Button(getTranslation("entry.deleted.restore"), click -> restore(last.number(), 0));
        back.setId("restore-deleted");
        back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        back.setVisible(shop.may(Permission.EDIT));
        HistoryPanel past = new HistoryPanel(read.shop().timeZone(), this::look);
        past.show(read.history(), this::moreHistory);
        history = past;
        add(
                head,
                Notices.empty(
                        "📭",
                        getTranslation("entry.deleted.title"),
                        getTranslation(
                                "entry.deleted.text",
                                HistoryPanel.who(this, last),
                                Shown.TIME.format(
                                        last.at().atZoneSameInstant(read.shop().timeZone()))),
                        back),
                past);
    }

    private Component head(Data read, boolean mayEdit) {
        heading.setText(title());
        Div names = new Div(heading);
        names.addClassName("entry-names");
        if (read.key() != null) {
            Span key = new Span(getTranslation("entry.key", read.key()));
            key.addClassName("hint");
            names.add(key);
        }
        Div actions = new Div();
        actions.addClassName("actions");
        unsaved.setText(getTranslation("entry.unsaved"));
        actions.add(unsaved);
        if (read.entry() != null) {
            Anchor tryIt = new Anchor(
                    Links.to(place(), Links.with("/try", "q", read.entry().question())), getTranslation("entry.try"));
            tryIt.addClassName("action-quiet");
            actions.add(tryIt);
        }
        if (mayEdit) {
            if (read.entry() != null) {
                Button delete = new Button(VaadinIcon.TRASH.create(), click -> delete());
                delete.setId("delete");
                delete.setAriaLabel(getTranslation("common.delete"));
                delete.setTooltipText(getTranslation("common.delete"));
                delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
                actions.add(delete);
            }
            save.setText(getTranslation("common.save"));
            save.setTooltipText(getTranslation("entry.save.help"));
            actions.add(save);
        }
        Div head = new Div(names, actions);
        head.addClassNames("view-head", "entry-head");
        return head;
    }

    /** Key of the text that names a case. */
    static String text(SampleCase kind) {
        return "entry.preview.case." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Component preview() {
        previewNotes.addClassName("preview-notes");
        cases.setLabel(getTranslation("entry.preview.case"));
        cases.setItemLabelGenerator(kind -> getTranslation(text(kind)));
        Div chat = new Div(asked, answered, parts);
        chat.addClassName("chat");
        Paragraph lead = new Paragraph(getTranslation("entry.preview.lead"));
        lead.addClassName("hint");
        Section card = new Section(new H2(getTranslation("entry.preview")), cases, chat, previewNotes, lead);
        card.addClassNames("card", "entry-preview");
        return card;
    }

    /** Something was typed: says how it would sound, what is wrong with it, and that it is not saved. */
    private void changed() {
        EntryForm fields = form;
        EntryDraft before = base;
        Data read = data;
        if (fields == null || before == null || read == null) {
            return;
        }
        boolean differs = !Words.same(current(), before);
        guard.setUnsaved(differs);
        unsaved.setVisible(differs);
        hear(fields, read);
        List<String> questions = fields.asked();
        if (shop.may(Permission.EDIT) && !questions.equals(compared)) {
            compared = questions;
            fields.showAlike(
                    questions.isEmpty()
                            ? List.of()
                            : shop.call(() -> drafts.alike(read.bot().id(), read.key(), questions)));
        }
    }

    private void hear(EntryForm fields, Data read) {
        asked.say(fields.questionText().isEmpty() ? getTranslation("entry.preview.question") : fields.questionText());
        previewNotes.removeAll();
        parts.removeAll();
        String answer = fields.answerText();
        cases.setVisible(!fields.allNeeds().isEmpty());
        if (answer.isBlank()) {
            answered.say(getTranslation("entry.preview.answer"));
            answered.addClassName("said-nothing");
            fields.showAnswerProblem(null);
            return;
        }
        answered.removeClassName("said-nothing");
        String key = read.key() == null ? "new" : read.key();
        switch (VoicePreview.sound(
                read.tone(),
                read.shop().locale(),
                read.shop().name(),
                key,
                answer,
                new VoicePreview.Hearer(fields.chosenNeeds(), cases.getValue(), read.rules()),
                getLocale().toLanguageTag())) {
            case VoicePreview.Said said -> {
                answered.say(said.text());
                parts.add(ReplyParts.of(said.links(), said.cards()));
                fields.showAnswerProblem(null);
                if (!said.banned().isEmpty()) {
                    note("warning", getTranslation("entry.preview.banned", String.join("、", said.banned())));
                }
            }
            case VoicePreview.Broken broken -> {
                answered.say(getTranslation("entry.preview.broken"));
                answered.addClassName("said-nothing");
                fields.showAnswerProblem(broken.problem());
            }
        }
    }

    private void note(String look, String text) {
        Div note = new Div(text);
        note.addClassName(look);
        previewNotes.add(note);
    }

    /** What the fields say, on the version they began with. */
    private EntryDraft current() {
        EntryForm fields = form;
        Data read = data;
        if (fields == null || read == null) {
            throw new IllegalStateException("Nothing is shown");
        }
        return fields.read(
                read.key(), read.entry() == null ? null : read.entry().version());
    }

    private boolean save() {
        Data read = data;
        EntryForm fields = form;
        if (read == null || fields == null || !shop.may(Permission.EDIT)) {
            return false;
        }
        EntryDraft mine = current();
        if (read.entry() != null && !guard.isUnsaved()) {
            Messages.success(getTranslation("entry.nothing-to-save"));
            return true;
        }
        boolean[] saved = {false};
        attempt(
                () -> read.key() == null
                        ? drafts.add(read.bot().id(), mine)
                        : drafts.put(read.bot().id(), read.key(), mine),
                entry -> {
                    saved[0] = true;
                    saved(read, entry);
                },
                problem -> handle(problem, read, fields, mine));
        return saved[0];
    }

    private void saved(Data read, Entry entry) {
        guard.setUnsaved(false);
        Messages.success(getTranslation("entry.saved"));
        if (read.key() == null) {
            getUI().ifPresent(ui -> ui.navigate("knowledge/" + entry.key(), Links.with(place(), Map.of())));
            return;
        }
        Page<EntryVersion> past = shop.call(() -> versions.list(read.bot().id(), entry.key(), null, HISTORY));
        data = new Data(read.bot(), read.shop(), read.tone(), read.key(), entry, past, read.rules());
        base = current();
        heading.setText(entry.question());
        HistoryPanel panel = history;
        if (panel != null) {
            panel.show(past, this::moreHistory);
        }
        changed();
    }

    private boolean handle(Problem problem, Data read, EntryForm fields, EntryDraft mine) {
        return switch (problem.code()) {
            case INVALID_INPUT -> {
                hear(fields, read);
                fields.showProblems(translated(problem.errors(), fields));
                Messages.failure(getTranslation("entry.invalid"));
                yield true;
            }
            case VERSION_CONFLICT -> {
                conflict(read, mine);
                yield true;
            }
            case NOT_FOUND -> {
                Dialogs.confirm(this, "entry.gone", () -> again(read, mine));
                yield true;
            }
            default -> isFull(problem);
        };
    }

    private boolean isFull(Problem problem) {
        boolean full = problem.code() == Problem.Code.QUOTA_EXCEEDED;
        if (full) {
            Messages.failure(getTranslation("entry.full", KnowledgeDrafts.MAX_ENTRIES));
        }
        return full;
    }

    /** The template's problem in the reader's language; the rest as it is. */
    private List<Problem.FieldError> translated(List<Problem.FieldError> errors, EntryForm fields) {
        String language = getLocale().toLanguageTag();
        return errors.stream()
                .map(error -> error.field().equals("answer")
                        ? VoicePreview.problemOf(fields.answerText(), language)
                                .map(text -> new Problem.FieldError("answer", text))
                                .orElse(error)
                        : error)
                .toList();
    }

    /** Someone deleted the entry while it was being written: it can be made again. */
    private void again(Data read, EntryDraft mine) {
        EntryDraft anew = new EntryDraft(
                mine.key(),
                mine.question(),
                mine.similar(),
                mine.keywords(),
                mine.answer(),
                mine.needs(),
                mine.validFrom(),
                mine.validTo(),
                mine.enabled(),
                null);
        attempt(() -> drafts.add(read.bot().id(), anew), entry -> saved(read, entry), this::isFull);
    }

    private void conflict(Data read, EntryDraft mine) {
        String key = read.key();
        EntryDraft before = base;
        if (key == null || before == null) {
            return;
        }
        Page<EntryVersion> past = shop.call(() -> versions.list(read.bot().id(), key, null, HISTORY));
        if (past.items().isEmpty() || past.items().getFirst().change() == EntryVersion.Change.DELETED) {
            Dialogs.confirm(this, "entry.gone", () -> again(read, mine));
            return;
        }
        Entry theirs = shop.call(() -> drafts.get(read.bot().id(), key));
        EntryDraft others = theirs.toDraft();
        Shown shown = new Shown(this, read.shop().timeZone());
        List<Versus.Row<Field>> rows = Words.differing(mine, others).stream()
                .map(field -> new Versus.Row<>(
                        field,
                        shown.label(field),
                        shown.value(field, others),
                        shown.value(field, mine),
                        Words.suggested(field, before, mine, others),
                        field.isList()))
                .toList();
        new Versus<>(
                        past.items().getFirst().actor(),
                        rows,
                        choices -> settle(read, mine, theirs, past, Words.merged(before, mine, others, choices)))
                .open();
    }

    /** Goes on from their version with what was decided; what was mine can be had back. */
    private void settle(Data read, EntryDraft mine, Entry theirs, Page<EntryVersion> past, EntryDraft decided) {
        EntryForm fields = form;
        if (fields == null) {
            return;
        }
        data = new Data(read.bot(), read.shop(), read.tone(), read.key(), theirs, past, read.rules());
        fields.write(theirs.toDraft());
        base = current();
        fields.write(decided);
        changed();
        if (guard.isUnsaved()) {
            save();
        } else {
            HistoryPanel panel = history;
            if (panel != null) {
                panel.show(past, this::moreHistory);
            }
            heading.setText(theirs.question());
            Messages.undoable(this, getTranslation("entry.theirs-kept"), () -> {
                fields.write(mine);
                changed();
            });
        }
    }

    private void delete() {
        Data read = data;
        Entry entry = read == null ? null : read.entry();
        if (read == null || entry == null) {
            return;
        }
        attempt(
                () -> {
                    drafts.delete(read.bot().id(), entry.key());
                    return entry;
                },
                gone -> {
                    guard.setUnsaved(false);
                    UI ui = UI.getCurrent();
                    ui.navigate("knowledge");
                    Messages.undoable(this, getTranslation("entry.deleted", entry.question()), () -> {
                        shop.call(() -> drafts.restore(read.bot().id(), entry.key(), entry.version(), null));
                        ui.navigate("knowledge/" + entry.key());
                    });
                });
    }

    private void look(EntryVersion version) {
        Data read = data;
        if (read == null) {
            return;
        }
        Optional<EntryVersion> before =
                shop.call(() -> versions.before(read.bot().id(), version.entry().key(), version.number()));
        Entry entry = read.entry();
        boolean isNow = entry != null && entry.version() == version.number();
        int current = entry == null ? 0 : entry.version();
        new VersionDialog(
                        version,
                        before,
                        isNow ? Optional.empty() : Optional.ofNullable(entry).map(Entry::toDraft),
                        read.shop().timeZone(),
                        isNow || !shop.may(Permission.EDIT) ? null : () -> restore(version.number(), current))
                .open();
    }

    private void restore(int number, int current) {
        if (guard.isUnsaved()) {
            Dialogs.confirm(this, "entry.restore-over", () -> {
                guard.setUnsaved(false);
                restore(number, current);
            });
            return;
        }
        Data read = data;
        String key = read == null ? null : read.key();
        if (read == null || key == null) {
            return;
        }
        attempt(
                () -> drafts.restore(read.bot().id(), key, number, current),
                entry -> {
                    refresh();
                    if (current == 0) {
                        Messages.success(getTranslation("entry.restored", String.valueOf(number)));
                    } else {
                        Messages.undoable(
                                this,
                                getTranslation("entry.restored", String.valueOf(number)),
                                () -> attempt(
                                        () -> drafts.restore(read.bot().id(), key, current, entry.version()),
                                        undone -> refresh()));
                    }
                },
                this::isFull);
    }

    private void moreHistory(String cursor) {
        Data read = data;
        HistoryPanel panel = history;
        String key = read == null ? null : read.key();
        if (read != null && panel != null && key != null) {
            panel.append(shop.call(() -> versions.list(read.bot().id(), key, cursor, HISTORY)), this::moreHistory);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        guard.ask(event, this::save);
    }

    @Override
    protected String title() {
        Data read = data;
        if (read == null || read.key() == null) {
            return getTranslation("entry.title");
        }
        return read.entry() != null
                ? read.entry().question()
                : read.history().items().stream()
                        .findFirst()
                        .map(version -> version.entry().question())
                        .orElse(read.key());
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("frame.nav.knowledge"), "/knowledge"), new Crumb(title(), null));
    }
}

package io.xiaoer.portal.tone;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import io.xiaoer.answering.VoiceCheck;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.bots.Bot;
import io.xiaoer.conversations.AnsweredEntries;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.ChatBubble;
import io.xiaoer.portal.words.Links;
import io.xiaoer.portal.words.SaveKeys;
import io.xiaoer.portal.words.UnsavedGuard;
import io.xiaoer.portal.words.Versus;
import io.xiaoer.portal.words.Versus.Choice;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.releases.Releases;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.Tone;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.Tones;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the clerk speaks: the same answers, voiced anew with every choice. */
@Route(value = "tone", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/tone.css")
class ToneView extends ShopView<ToneView.Data> implements BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    private static final int SAMPLES = 4;
    private static final int MOST_BANNED_SHOWN = 8;
    /** A sample that is read at a glance. */
    private static final int READABLE = 90;

    private final transient Shops shops;
    private final transient Tones tones;
    private final transient Releases releases;
    private final transient AnsweredEntries answered;
    private final transient Rules rules;
    private final transient Clock clock;
    private final UnsavedGuard guard = new UnsavedGuard(this);

    private transient @Nullable Data data;
    private @Nullable ToneForm form;
    private transient @Nullable ToneProfile base;
    private transient Map<String, List<String>> bannedNow = Map.of();
    private final Div chat = new Div();
    private final Section banned = new Section();
    private final Span unsaved = new Span();

    /** @param questions of the entries whose answers say a banned word */
    record Data(Bot bot, Shop shop, Tone tone, List<ReleasedEntry> samples, Banned banned) {}

    /**
     * Entries that say what they must not.
     *
     * @param words by the entry's key
     * @param questions by the entry's key
     */
    record Banned(Map<String, List<String>> words, Map<String, String> questions) {

        static Banned in(ReleaseContent content, List<String> banned) {
            Map<String, List<String>> words =
                    VoicePreview.banned(content.entries(), banned, content.shopName(), content.locale());
            Map<String, String> questions = new LinkedHashMap<>();
            content.entries().stream()
                    .filter(entry -> words.containsKey(entry.key()))
                    .forEach(entry -> questions.put(entry.key(), entry.question()));
            return new Banned(words, questions);
        }
    }

    /** The fields of a voice, in the order of the form; a name in lower case ends the key of its text. */
    private enum Field {
        SELFNAME,
        ADDRESS,
        PARTICLES,
        EMOJI,
        GREETING,
        SIGNOFF,
        BANNED;

        Object of(ToneProfile profile) {
            return switch (this) {
                case SELFNAME -> profile.selfName();
                case ADDRESS -> profile.address();
                case PARTICLES -> profile.particles();
                case EMOJI -> profile.emoji();
                case GREETING -> profile.greeting();
                case SIGNOFF -> profile.signOff();
                case BANNED -> profile.banned();
            };
        }
    }

    ToneView(
            ShopContext shop,
            Shops shops,
            Tones tones,
            Releases releases,
            AnsweredEntries answered,
            Rules rules,
            Clock clock) {
        super(shop, "tone");
        this.shops = shops;
        this.tones = tones;
        this.releases = releases;
        this.answered = answered;
        this.rules = rules;
        this.clock = clock;
        chat.addClassName("chat");
        chat.setId("samples");
        banned.setId("banned-answers");
        banned.addClassNames("card", "tone-banned");
        unsaved.addClassName("badge");
        unsaved.setId("unsaved");
        SaveKeys.on(this, this::save);
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Tone tone = tones.get(bot.id());
        ReleaseContent draft = releases.content(bot.id(), ReleaseRef.draft());
        return new Data(
                bot,
                shops.current(),
                tone,
                samples(draft, answered.mostOften(bot.id(), 10)),
                Banned.in(draft, tone.profile().banned()));
    }

    /** What shoppers hear most; a new shop's first answers that are short enough to compare. */
    private static List<ReleasedEntry> samples(ReleaseContent draft, List<String> often) {
        Set<ReleasedEntry> samples = new LinkedHashSet<>();
        for (String key : often) {
            draft.entries().stream().filter(entry -> entry.key().equals(key)).forEach(samples::add);
        }
        draft.entries().stream()
                .filter(entry -> entry.answer().length() <= READABLE)
                .limit(SAMPLES)
                .forEach(samples::add);
        samples.addAll(draft.entries().stream().limit(SAMPLES).toList());
        return samples.stream().limit(SAMPLES).toList();
    }

    @Override
    protected void show(Data read) {
        ToneProfile typed = guard.isUnsaved() && form != null ? form.profile() : null;
        ToneProfile typedOn = base;
        data = read;
        bannedNow = read.banned().words();
        boolean mayEdit = shop.may(Permission.EDIT);
        ToneForm fresh = new ToneForm(this::changed);
        form = fresh;
        fresh.write(read.tone().profile());
        base = fresh.profile();
        fresh.setReadOnly(!mayEdit);

        H1 title = new H1(title());
        Paragraph lead = new Paragraph(getTranslation(mayEdit ? "tone.lead" : "tone.read-only"));
        Div actions = new Div();
        actions.addClassName("actions");
        unsaved.setText(getTranslation("words.unsaved.badge"));
        actions.add(unsaved);
        if (mayEdit) {
            Button save = new Button(getTranslation("common.save"), click -> save());
            save.setId("save");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(save);
        }
        Div head = new Div(new Div(title, lead), actions);
        head.addClassNames("view-head", "tone-head");

        Section samples = new Section(new H2(getTranslation("tone.samples")), chat);
        samples.addClassNames("card", "tone-samples");
        VoiceCheckCard check = new VoiceCheckCard(shop, () -> checking(read), path -> Links.to(place(), path));
        Div side = new Div(samples, check, banned);
        side.addClassName("tone-side");
        Div columns = new Div(fresh, side);
        columns.addClassName("tone-columns");
        add(head, columns);
        if (typed != null && typedOn != null) {
            fresh.write(typed);
            base = typedOn;
        }
        voice(fresh, read);
        showBanned(read.banned());
        mark(fresh);
    }

    private void changed() {
        ToneForm fields = form;
        Data read = data;
        if (fields == null || read == null) {
            return;
        }
        voice(fields, read);
        mark(fields);
        try {
            fields.read(null).validate();
            fields.showProblems(List.of());
        } catch (Problem problem) {
            fields.showProblems(problem.errors());
        }
        ToneProfile before = base;
        ToneProfile profile = fields.profile();
        if (before != null && !profile.banned().equals(before.banned())
                || !bannedNow.equals(read.banned().words())) {
            Banned found =
                    shop.call(() -> Banned.in(releases.content(read.bot().id(), ReleaseRef.draft()), profile.banned()));
            bannedNow = found.words();
            showBanned(found);
        }
    }

    /** All answers of the draft in every voice, and as the form is now. */
    private Supplier<VoiceCheck.Result> checking(Data read) {
        ToneProfile profile = form == null ? read.tone().profile() : form.profile();
        return () -> {
            ReleaseContent draft = releases.content(read.bot().id(), ReleaseRef.draft());
            return VoiceCheck.of(draft.entries(), profile, draft.shopName(), draft.locale(), rules.at(clock.instant()));
        };
    }

    private void mark(ToneForm fields) {
        boolean differs = !fields.profile().equals(base);
        guard.setUnsaved(differs);
        unsaved.setVisible(differs);
    }

    private void voice(ToneForm fields, Data read) {
        chat.removeAll();
        ToneProfile profile = fields.profile();
        if (!profile.greeting().isEmpty()) {
            chat.add(ChatBubble.clerk(profile.greeting()));
        }
        for (ReleasedEntry sample : read.samples()) {
            VoicePreview.Sound sound = VoicePreview.sound(
                    profile,
                    read.shop().locale(),
                    read.shop().name(),
                    sample.key(),
                    sample.answer(),
                    getLocale().toLanguageTag());
            chat.add(
                    ChatBubble.shopper(sample.question()),
                    ChatBubble.clerk(
                            switch (sound) {
                                case VoicePreview.Said said -> said.text();
                                case VoicePreview.Broken broken -> broken.problem();
                            }));
        }
        if (!profile.signOff().isEmpty()) {
            chat.add(ChatBubble.clerk(profile.signOff()));
        }
    }

    private void showBanned(Banned found) {
        banned.removeAll();
        banned.add(new H2(getTranslation("tone.banned-answers")));
        if (found.words().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("tone.banned-answers.none"));
            none.addClassName("hint");
            banned.add(none);
            return;
        }
        banned.add(new Paragraph(getTranslation(
                "tone.banned-answers.some", String.valueOf(found.words().size()))));
        UnorderedList list = new UnorderedList();
        list.addClassName("tone-banned-list");
        found.words().entrySet().stream().limit(MOST_BANNED_SHOWN).forEach(entry -> {
            Span words = new Span(String.join("、", entry.getValue()));
            words.addClassName("badge");
            list.add(new ListItem(
                    new Anchor(
                            "/knowledge/" + entry.getKey(),
                            found.questions().getOrDefault(entry.getKey(), entry.getKey())),
                    words));
        });
        banned.add(list);
        int more = found.words().size() - MOST_BANNED_SHOWN;
        if (more > 0) {
            banned.add(new Paragraph(getTranslation("tone.banned-answers.more", String.valueOf(more))));
        }
    }

    private boolean save() {
        Data read = data;
        ToneForm fields = form;
        if (read == null || fields == null || !shop.may(Permission.EDIT)) {
            return false;
        }
        boolean[] saved = {false};
        attempt(
                () -> tones.save(read.bot().id(), fields.read(read.tone().version())),
                tone -> {
                    saved[0] = true;
                    data = new Data(read.bot(), read.shop(), tone, read.samples(), read.banned());
                    base = fields.profile();
                    mark(fields);
                    Messages.success(getTranslation("tone.saved"));
                },
                problem -> {
                    if (problem.code() == Code.INVALID_INPUT) {
                        fields.showProblems(problem.errors());
                        Messages.failure(getTranslation("tone.invalid"));
                        return true;
                    }
                    if (problem.code() == Code.VERSION_CONFLICT) {
                        conflict(read, fields);
                        return true;
                    }
                    return false;
                });
        return saved[0];
    }

    private void conflict(Data read, ToneForm fields) {
        Tone theirs = shop.call(() -> tones.get(read.bot().id()));
        ToneProfile mine = fields.profile();
        List<Versus.Row<Field>> rows = new ArrayList<>();
        for (Field field : Field.values()) {
            if (!field.of(mine).equals(field.of(theirs.profile()))) {
                boolean onlyTheirs = base != null && field.of(mine).equals(field.of(base));
                rows.add(new Versus.Row<>(
                        field,
                        getTranslation("tone.field." + field.name().toLowerCase(java.util.Locale.ROOT)),
                        value(field, theirs.profile()),
                        value(field, mine),
                        onlyTheirs ? Choice.THEIRS : Choice.MINE,
                        false));
            }
        }
        new Versus<>(getTranslation("words.versus.someone"), rows, choices -> {
                    data = new Data(read.bot(), read.shop(), theirs, read.samples(), read.banned());
                    fields.write(theirs.profile());
                    base = fields.profile();
                    fields.write(merged(mine, theirs.profile(), choices));
                    changed();
                    if (guard.isUnsaved()) {
                        save();
                    }
                })
                .open();
    }

    private static ToneProfile merged(ToneProfile mine, ToneProfile theirs, Map<Field, Choice> choices) {
        Map<Field, ToneProfile> from = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            from.put(field, choices.getOrDefault(field, Choice.MINE) == Choice.THEIRS ? theirs : mine);
        }
        return new ToneProfile(
                from.getOrDefault(Field.SELFNAME, mine).selfName(),
                from.getOrDefault(Field.ADDRESS, mine).address(),
                from.getOrDefault(Field.PARTICLES, mine).particles(),
                from.getOrDefault(Field.EMOJI, mine).emoji(),
                from.getOrDefault(Field.BANNED, mine).banned(),
                from.getOrDefault(Field.GREETING, mine).greeting(),
                from.getOrDefault(Field.SIGNOFF, mine).signOff());
    }

    private Component value(Field field, ToneProfile profile) {
        Object value = field.of(profile);
        return new Div(
                switch (value) {
                    case List<?> list ->
                        String.join("、", list.stream().map(String::valueOf).toList());
                    case ToneProfile.Emoji emoji ->
                        getTranslation("tone.emoji." + emoji.name().toLowerCase(java.util.Locale.ROOT));
                    default -> value.toString();
                });
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        guard.ask(event, this::save);
    }
}

package io.xiaoer.portal.imports;

import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.knowledge.EntryExports;
import io.xiaoer.knowledge.EntryImport;
import io.xiaoer.knowledge.EntryImport.State;
import io.xiaoer.knowledge.EntryImports;
import io.xiaoer.knowledge.RejectedRow;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.frame.Watching;
import io.xiaoer.portal.words.Downloads;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file on its way into the draft. {@code ?import=} names one; without it, the bot's last one is shown. */
@Route(value = "knowledge/import", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR})
@StyleSheet("context://css/imports.css")
class ImportView extends ShopView<ImportView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient EntryImports imports;
    private final transient EntryExports exports;
    private final Watching watching = new Watching(this, this::look);

    private transient @Nullable Data shown;
    private transient @Nullable ProgressCard progress;

    /** All that the view shows. */
    record Data(Bot bot, Optional<EntryImport> job, List<RejectedRow> rejected) {}

    ImportView(ShopContext shop, EntryImports imports, EntryExports exports) {
        super(shop, "imports");
        this.imports = imports;
        this.exports = exports;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("knowledge.title"), Links.to(place(), "knowledge")), new Crumb(title(), null));
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Optional<EntryImport> job = place.query("import")
                .map(id -> imports.get(bot.id(), Ids.parse(id).orElseThrow(() -> Problem.notFound("import"))))
                .or(() -> imports.last(bot.id()));
        return new Data(
                bot,
                job,
                job.map(one -> imports.rejected(bot.id(), one.id(), SHOWN)).orElse(List.of()));
    }

    /** Looks how far a running import is. */
    private void look() {
        Data before = shown;
        ProgressCard card = progress;
        if (before == null || before.job().isEmpty() || card == null) {
            return;
        }
        EntryImport now = shop.call(
                () -> imports.get(before.bot().id(), before.job().orElseThrow().id()));
        if (now.state() == State.RUNNING) {
            card.show(now);
        } else {
            refresh();
        }
    }

    @Override
    protected void show(Data data) {
        shown = data;
        progress = null;
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("imports.lead"))));
        head.addClassName("view-head");
        add(head);
        Optional<EntryImport> job = data.job();
        if (job.isPresent() && job.get().state() == State.READY) {
            add(checked(data, job.get()));
        } else if (job.isPresent() && job.get().state() == State.RUNNING) {
            ProgressCard card = new ProgressCard(() -> stop(data, job.get()));
            card.show(job.get());
            progress = card;
            add(card);
        } else {
            job.ifPresent(over -> add(result(data, over)));
            add(upload(data));
        }
        watching.goesOn(progress != null);
    }

    // --- choosing a file

    private Component upload(Data data) {
        Section card = new Section(new H2(getTranslation("imports.choose")));
        card.addClassNames("card", "imports-card");
        Div problem = new Div();
        problem.addClassName("failure");
        problem.setId("file-problem");
        problem.setVisible(false);
        FileUpload upload = new FileUpload((name, bytes) -> check(data, card, problem, name, bytes), text -> {
            problem.setText(text);
            problem.setVisible(true);
        });
        Paragraph columns = new Paragraph(getTranslation("imports.columns"));
        columns.addClassName("hint");
        Div examples = new Div(
                new Span(getTranslation("imports.examples")),
                export(data, SheetFormat.XLSX, "imports.examples.xlsx"),
                export(data, SheetFormat.CSV, "imports.examples.csv"));
        examples.addClassNames("hint", "imports-links");
        card.add(problem, upload, columns, examples);
        return card;
    }

    private Component export(Data data, SheetFormat format, String text) {
        String locale = getLocale().toLanguageTag();
        return Downloads.link(
                shop,
                getTranslation(text),
                getTranslation("imports.export.name") + "." + format.extension(),
                format.mediaType(),
                () -> exports.export(data.bot().id(), format, locale));
    }

    private void check(Data data, Section card, Div problem, String name, byte[] bytes) {
        String locale = getLocale().toLanguageTag();
        Div waiting = Notices.loading(getTranslation("imports.checking", name));
        card.setVisible(false);
        problem.setVisible(false);
        add(waiting);
        BackgroundWork.begin(
                this, shop, () -> imports.check(data.bot().id(), name, bytes, locale), this::open, failure -> {
                    remove(waiting);
                    card.setVisible(true);
                    problem.setText(
                            failure instanceof Problem known ? known.detail() : getTranslation("common.failed"));
                    problem.setVisible(true);
                });
    }

    private void open(EntryImport job) {
        getUI().ifPresent(ui -> ui.navigate(
                ImportView.class,
                Links.with(place(), Map.of("import", List.of(job.id().toString())))));
    }

    // --- what would become of it

    private Component checked(Data data, EntryImport job) {
        Section card = new Section(new H2(getTranslation("imports.checked", job.fileName())));
        card.addClassNames("card", "imports-card");
        card.setId("checked");
        card.add(
                new Paragraph(getTranslation("imports.checked.text", job.total())),
                Figures.of(
                        this, job.toCreate(), job.toUpdate(), job.unchanged(), job.rejected(), "imports.figure.to-"));
        if (!job.ignoredColumns().isEmpty()) {
            Div ignored = new Div(getTranslation("imports.ignored", String.join("、", job.ignoredColumns())));
            ignored.addClassName("warning");
            card.add(ignored);
        }
        rejected(card, data, job);
        Button confirm = new Button(
                getTranslation("imports.confirm", job.planned()),
                click -> attempt(() -> imports.confirm(data.bot().id(), job.id()), started -> refresh(), this::busy));
        confirm.setId("confirm-import");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setEnabled(job.planned() > 0);
        confirm.setDisableOnClick(true);
        Button other = new Button(getTranslation("imports.other"), click -> discard(data, job));
        other.setId("discard-import");
        Div actions = new Div(confirm, other);
        actions.addClassName("actions");
        card.add(actions);
        if (job.planned() == 0) {
            card.add(new Paragraph(getTranslation("imports.nothing")));
        }
        return card;
    }

    private void discard(Data data, EntryImport job) {
        attempt(
                () -> {
                    imports.discard(data.bot().id(), job.id());
                    return job;
                },
                gone -> leave());
    }

    /** Another import of the bot runs: that one is shown. */
    private boolean busy(Problem problem) {
        if (problem.code() != Problem.Code.VERSION_CONFLICT) {
            return false;
        }
        Messages.failure(getTranslation("imports.busy"));
        leave();
        return true;
    }

    private void leave() {
        if (place().query("import").isEmpty()) {
            refresh();
            return;
        }
        getUI().ifPresent(ui -> ui.navigate(ImportView.class, Links.with(place(), Map.of())));
    }

    private void rejected(Section card, Data data, EntryImport job) {
        if (data.rejected().isEmpty()) {
            return;
        }
        String locale = getLocale().toLanguageTag();
        Anchor all = Downloads.link(
                shop,
                getTranslation("imports.rejected.download"),
                getTranslation("imports.rejected.name") + ".csv",
                SheetFormat.CSV.mediaType(),
                () -> imports.rejectedFile(data.bot().id(), job.id(), locale));
        all.setId("download-rejected");
        card.add(new RejectedList(data.rejected(), job.rejected(), locale, all));
    }

    // --- what came of it

    private void stop(Data data, EntryImport job) {
        Dialogs.confirmForGood(
                this,
                "imports.stop",
                () -> attempt(() -> imports.cancel(data.bot().id(), job.id()), gone -> refresh()));
    }

    private Component result(Data data, EntryImport job) {
        String state = job.state().name().toLowerCase(java.util.Locale.ROOT);
        Section card = new Section(new H2(getTranslation("imports.result." + state, job.fileName())));
        card.addClassNames("card", "imports-card");
        card.setId("import-result");
        card.getElement().setAttribute("data-state", state);
        if (job.state() != State.DONE) {
            Div far = new Div(
                    getTranslation("imports.result.far", job.created() + job.updated(), job.planned(), job.mark()));
            far.addClassName("warning");
            card.add(far);
        }
        card.add(Figures.of(this, job.created(), job.updated(), job.unchanged(), job.rejected(), "imports.figure."));
        rejected(card, data, job);
        Anchor list = new Anchor(Links.to(place(), "knowledge"), getTranslation("imports.look"));
        list.setRouterIgnore(false);
        list.addClassNames("action", "action-primary");
        Div actions = new Div(list);
        actions.addClassName("actions");
        card.add(actions);
        return card;
    }
}

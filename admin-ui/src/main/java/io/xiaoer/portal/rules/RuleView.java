package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.SaveKeys;
import io.xiaoer.portal.words.UnsavedGuard;
import io.xiaoer.rehearsal.RuleImpact;
import io.xiaoer.rehearsal.RuleImpacts;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleDraft;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one rule, or a new one, and shows what it would mean before it is saved. */
@Route(value = "rules/:type/:key", layout = MainLayout.class)
@RouteAlias(value = "rules/new/:type", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/rules.css")
class RuleView extends ShopView<RuleScene> implements BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    private final transient Rules rules;
    private final transient RuleImpacts impacts;
    private final transient Shops shops;
    private final transient Clock clock;
    private final UnsavedGuard guard = new UnsavedGuard(this);
    private final Span unsaved = new Span();

    private transient @Nullable RuleScene scene;
    private @Nullable ParamsForm form;
    private @Nullable ValidityFields validity;
    private boolean filling;

    RuleView(ShopContext shop, Rules rules, RuleImpacts impacts, Shops shops, Clock clock) {
        super(shop, "rule");
        this.rules = rules;
        this.impacts = impacts;
        this.shops = shops;
        this.clock = clock;
        unsaved.addClassName("badge");
        unsaved.setId("unsaved");
        SaveKeys.on(this, this::check);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!turnsAway(event)) {
            super.beforeEnter(event);
        }
    }

    @Override
    protected RuleScene read(Place place) {
        RuleType type = place.path("type").flatMap(RuleType::of).orElseThrow(() -> Problem.notFound("rule"));
        String key = place.path("key").orElse(null);
        return RuleScene.read(rules, shops, clock, type, key);
    }

    @Override
    protected void show(RuleScene read) {
        Map<String, Object> typed = guard.isUnsaved() && form != null ? form.read() : null;
        scene = read;
        boolean mayEdit = shop.may(Permission.EDIT);
        ParamsForm fields = new ParamsForm(read.type(), this::changed);
        ValidityFields times = new ValidityFields(read.zone(), this::changed);
        form = fields;
        validity = times;
        filling = true;
        begin(read, fields, times);
        if (typed != null) {
            // another language was chosen in the middle of writing
            fields.write(typed);
        }
        fields.setReadOnly(!mayEdit);
        times.setReadOnly(!mayEdit);
        filling = false;
        unsaved.setVisible(guard.isUnsaved());

        Section card = new Section(new H2(getTranslation("rules.says")));
        card.addClassNames("card", "form");
        read.newestIsPlanned().ifPresent(from -> {
            Paragraph note = new Paragraph(getTranslation("rules.says.planned", from));
            note.addClassName("warning");
            card.add(note);
        });
        card.add(fields);
        Div main = new Div(card, times);
        main.addClassName("rule-main");
        Div side = new Div();
        side.addClassName("rule-side");
        if (!read.versions().isEmpty()) {
            side.add(new RuleNow(read), new RuleHistory(read.versions(), read.zone(), RuleScene.HISTORY));
        } else {
            side.add(tip(read.type()));
        }
        Div columns = new Div(main, side);
        columns.addClassName("rule-columns");
        add(head(read, mayEdit), columns);
    }

    private static void begin(RuleScene read, ParamsForm fields, ValidityFields times) {
        Rule newest = read.newest();
        RuleParams params = newest == null ? null : newest.params();
        fields.write(params == null ? Map.of() : RuleForm.write(params));
        if (newest != null && params != null) {
            times.write(newest.validFrom(), newest.validTo());
        }
    }

    private Component tip(RuleType type) {
        Section card = new Section(
                new H2(getTranslation("rules.tip.title")),
                new Paragraph(getTranslation("rules.about." + type.key())),
                new Paragraph(getTranslation("rules.tip.text")));
        card.addClassNames("card", "rule-tip");
        return card;
    }

    private Component head(RuleScene read, boolean mayEdit) {
        Div names = new Div(new H1(title()));
        if (read.versions().isEmpty()) {
            names.add(new Paragraph(getTranslation("rules.about." + read.type().key())));
        } else if (!read.key().equals(RuleScene.FIRST_KEY)) {
            Span key = new Span(getTranslation("rules.key", read.key()));
            key.addClassName("hint");
            names.add(key);
        }
        Div actions = new Div();
        actions.addClassName("actions");
        unsaved.setText(getTranslation("rules.unsaved"));
        actions.add(unsaved);
        if (mayEdit) {
            Rule newest = read.newest();
            if (newest != null && newest.params() != null) {
                Button withdraw = new Button(getTranslation("rules.withdraw"), click -> withdraw(read));
                withdraw.setId("withdraw");
                withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
                actions.add(withdraw);
            }
            Button save = new Button(getTranslation("rules.check"), click -> check());
            save.setId("save");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(save);
        } else {
            names.add(new Paragraph(getTranslation("rules.read-only")));
        }
        Div head = new Div(names, actions);
        head.addClassNames("view-head", "rule-head");
        return head;
    }

    private void changed() {
        if (!filling) {
            guard.setUnsaved(true);
            unsaved.setVisible(true);
            mark(List.of());
        }
    }

    /** Checks what was typed, and asks with what it would mean in view. */
    private void check() {
        RuleScene read = scene;
        ParamsForm fields = form;
        ValidityFields times = validity;
        if (read == null || fields == null || times == null || !shop.may(Permission.EDIT)) {
            return;
        }
        RuleDraft draft = RuleDraft.of(fields.read(), times.from(), times.to(), read.version());
        mark(List.of());
        attempt(
                () -> {
                    RuleParams params = draft.check(read.type(), read.key());
                    return new Checked(params, impacts.of(null, read.type(), read.key(), params));
                },
                checked -> new ImpactDialog(
                                this,
                                read.change(this, checked.params(), draft),
                                new ImpactPanel(read.type(), checked.impact()),
                                () -> save(read, draft))
                        .open(),
                this::shown);
    }

    private record Checked(RuleParams params, RuleImpact impact) {}

    private boolean shown(Problem problem) {
        return switch (problem.code()) {
            case INVALID_INPUT -> {
                mark(problem.errors());
                Messages.failure(getTranslation("rules.invalid"));
                yield true;
            }
            case QUOTA_EXCEEDED -> {
                Messages.failure(getTranslation("rules.full", String.valueOf(Rules.MAX_RULES)));
                yield true;
            }
            default -> false;
        };
    }

    private void mark(List<Problem.FieldError> errors) {
        ParamsForm fields = form;
        ValidityFields times = validity;
        if (fields != null && times != null) {
            Map<String, String> problems = RuleProblems.byPath(this, errors);
            fields.mark(problems);
            times.mark(problems);
        }
    }

    private void save(RuleScene read, RuleDraft draft) {
        attempt(
                () -> rules.put(read.type(), read.key(), draft),
                rule -> {
                    guard.setUnsaved(false);
                    boolean later = rule.validFrom() != null
                            && rule.validFrom().toInstant().isAfter(clock.instant());
                    Messages.success(getTranslation(later ? "rules.planned" : "rules.saved"));
                    if (read.versions().isEmpty()) {
                        getUI().ifPresent(
                                        ui -> ui.navigate("rules/" + read.type().key() + "/" + read.key()));
                    } else {
                        refresh();
                    }
                },
                this::shown);
    }

    private void withdraw(RuleScene read) {
        RuleImpact impact = shop.call(() -> impacts.of(null, read.type(), read.key(), null));
        Dialogs.confirmForGood(
                this,
                "rules.withdraw",
                () -> attempt(
                        () -> {
                            rules.withdraw(read.type(), read.key(), read.version());
                            return read;
                        },
                        gone -> {
                            guard.setUnsaved(false);
                            Messages.success(getTranslation("rules.withdrawn"));
                            getUI().ifPresent(ui -> ui.navigate("rules"));
                        }),
                impact.using().size());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        guard.ask(event, () -> {
            check();
            return false;
        });
    }

    @Override
    protected String title() {
        RuleScene read = scene;
        return read == null
                ? getTranslation("rules.title")
                : RuleWords.title(this, read.type().key());
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("rules.title"), "/rules"), new Crumb(title(), null));
    }
}

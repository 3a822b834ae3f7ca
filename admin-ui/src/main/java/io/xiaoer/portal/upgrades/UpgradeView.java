package io.xiaoer.portal.upgrades;

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
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrades;
import io.xiaoer.onboarding.PackUpgrades.Applied;
import io.xiaoer.onboarding.PackUpgrades.Left;
import io.xiaoer.onboarding.TemplateSummary;
import io.xiaoer.onboarding.Templates;
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
import io.xiaoer.portal.words.Count;
import io.xiaoer.portal.words.Count.Mood;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the newest version of the bot's pack would bring beside what the shop has made of it. */
@Route(value = "upgrade", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/upgrades.css")
class UpgradeView extends ShopView<UpgradeView.Data> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeView.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int NAMED = 3;

    private final transient PackUpgrades upgrades;
    private final transient Templates templates;
    private final transient Shops shops;

    /**
     * All that the view shows.
     *
     * @param offered null if there is nothing to take
     * @param last null if there is nothing to take back
     * @param names of packs, by their keys
     */
    record Data(
            Bot bot,
            @Nullable PackUpgrade offered,
            @Nullable Applied last,
            Map<String, String> names,
            ZoneId zone) {
        String name(String template) {
            return names.getOrDefault(template, template);
        }
    }

    UpgradeView(ShopContext shop, PackUpgrades upgrades, Templates templates, Shops shops) {
        super(shop, "upgrades");
        this.upgrades = upgrades;
        this.templates = templates;
        this.shops = shops;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        return new Data(
                bot,
                upgrades.offered(bot.id()).orElse(null),
                upgrades.last(bot.id()).orElse(null),
                templates.all(getLocale().toLanguageTag()).stream()
                        .collect(Collectors.toMap(TemplateSummary::key, TemplateSummary::name)),
                shops.current().timeZone());
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("upgrades.lead"))));
        head.addClassName("view-head");
        add(head);
        PackUpgrade offered = data.offered();
        if (offered == null) {
            add(Notices.empty("🌿", getTranslation("upgrades.none.title"), getTranslation("upgrades.none.text")));
        } else {
            add(summary(data, offered));
            if (shop.may(Permission.EDIT)) {
                TrialCard trial = new TrialCard(
                        offered,
                        key -> Links.to(place(), "/knowledge/" + key),
                        evenIfBroken -> take(data, offered, evenIfBroken));
                add(trial);
                tryOut(data, trial);
            }
            add(new UpgradeItems(offered.items(), path -> Links.to(place(), path)));
        }
        Applied last = data.last();
        if (last != null) {
            add(last(data, last));
        }
    }

    private Component summary(Data data, PackUpgrade offered) {
        Section card = new Section(new H2(getTranslation(
                "upgrades.versions",
                data.name(offered.template()),
                String.valueOf(offered.from()),
                String.valueOf(offered.to()))));
        card.setId("upgrade-summary");
        card.addClassName("card");
        card.add(Count.row(
                count("new", offered.count(Fate.NEW), Mood.GOOD),
                count("improved", offered.count(Fate.IMPROVED), Mood.GOOD),
                count("withdrawn", offered.count(Fate.WITHDRAWN), Mood.PLAIN),
                count(
                        "kept",
                        (int) offered.items().stream()
                                .filter(item -> item.keepsSome())
                                .count(),
                        Mood.PLAIN)));
        if (!shop.may(Permission.EDIT)) {
            Span hint = new Span(getTranslation("upgrades.look-only"));
            hint.addClassName("hint");
            card.add(hint);
        }
        return card;
    }

    private Count count(String name, int count, Mood mood) {
        return new Count(name, count, getTranslation("upgrades.count." + name), count > 0 ? mood : Mood.PLAIN);
    }

    private void tryOut(Data data, TrialCard trial) {
        trial.begin();
        BackgroundWork.begin(this, shop, () -> upgrades.preview(data.bot().id()), trial::show, failure -> {
            if (!(failure instanceof Problem)) {
                LOG.error("The upgrade could not be tried out", failure);
            }
            trial.fail(() -> tryOut(data, trial));
        });
    }

    private void take(Data data, PackUpgrade offered, boolean evenIfBroken) {
        BackgroundWork.begin(
                this,
                shop,
                () -> upgrades.apply(data.bot().id(), offered.token(), evenIfBroken),
                applied -> {
                    refresh();
                    if (offered.changesAnything()) {
                        Messages.leading(
                                getTranslation("upgrades.applied"),
                                getTranslation("upgrades.applied.go"),
                                () -> getUI().ifPresent(ui -> ui.navigate("releases", Links.with(place(), Map.of()))));
                    }
                },
                failure -> {
                    if (failure instanceof Problem problem && problem.code() == Code.VERSION_CONFLICT) {
                        Dialogs.conflict(this, this::refresh);
                        return;
                    }
                    if (failure instanceof Problem problem && problem.code() == Code.PUBLISH_BLOCKED) {
                        Messages.failure(getTranslation("upgrades.blocked"));
                    } else if (failure instanceof Problem problem) {
                        Messages.failure(Messages.of(this, problem));
                    } else {
                        LOG.error("The upgrade could not be taken", failure);
                        Messages.failure(getTranslation("common.failed"));
                    }
                    refresh();
                });
    }

    private Component last(Data data, Applied last) {
        Paragraph text = new Paragraph(getTranslation(
                "upgrades.last",
                last.by(),
                TIME.format(last.at().atZoneSameInstant(data.zone())),
                data.name(last.template()),
                String.valueOf(last.version())));
        Section card = new Section(text);
        card.setId("last-upgrade");
        card.addClassNames("card", "upgrade-last");
        if (shop.may(Permission.EDIT)) {
            Button undo = new Button(
                    getTranslation("upgrades.undo"),
                    click -> Dialogs.confirm(this, "upgrades.undo", () -> undo(data, last)));
            undo.setId("undo-upgrade");
            undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            card.add(undo);
        }
        return card;
    }

    private void undo(Data data, Applied last) {
        attempt(() -> upgrades.undo(data.bot().id(), last.number()), left -> {
            if (left.isEmpty()) {
                Messages.success(getTranslation("upgrades.undone"));
            } else {
                Messages.leading(
                        getTranslation("upgrades.undone.left", left.size(), named(left)),
                        getTranslation("upgrades.undone.look"),
                        () -> getUI().ifPresent(ui -> ui.navigate("knowledge", Links.with(place(), Map.of()))));
            }
            refresh();
        });
    }

    private String named(List<Left> left) {
        return left.stream()
                .limit(NAMED)
                .map(one -> switch (one.what()) {
                    case ENTRY, CASE -> "「" + one.title() + "」";
                    case SYNONYMS, WORDS -> getTranslation("upgrades.what.lexicon");
                    case TONE -> getTranslation("upgrades.what.tone");
                    case RULE -> getTranslation("upgrades.what.rule");
                })
                .collect(Collectors.joining(getTranslation("upgrades.comma")));
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("knowledge.title"), Links.to(place(), "knowledge")), new Crumb(title(), null));
    }
}

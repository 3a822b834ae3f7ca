package io.xiaoer.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.Stage;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bot at a glance: who meets it, with which words, and how to try it. {@code ?bot=} names another than the first. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HomeView.class);

    private final transient ShopContext shop;
    private final transient Shops shops;
    private final transient Bots bots;
    private final transient Rollouts rollouts;
    private final transient Releases releases;

    private @Nullable String botId;

    /** All that the view shows, read at once. */
    private record Overview(Shop shop, List<Bot> bots, Bot bot, Rollout rollout, List<ReleaseSummary> releases) {}

    HomeView(ShopContext shop, Shops shops, Bots bots, Rollouts rollouts, Releases releases) {
        this.shop = shop;
        this.shops = shops;
        this.bots = bots;
        this.rollouts = rollouts;
        this.releases = releases;
        addClassNames("view", "home");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        botId = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("bot")
                .orElse(null);
        if (isAttached()) {
            show();
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title") + " · 小二";
    }

    private void show() {
        removeAll();
        try {
            Overview overview = shop.call(this::read);
            if (overview == null) {
                add(notice("home.empty"));
                return;
            }
            add(heading(overview));
            if (overview.bots().size() > 1) {
                add(choice(overview));
            }
            add(stageCard(overview), tryCard(overview), releasesCard(overview));
        } catch (Problem problem) {
            add(notice("problem." + problem.code().key()));
        } catch (RuntimeException e) {
            LOG.error("The overview could not be read", e);
            add(notice("home.failed"));
        }
    }

    private @Nullable Overview read() {
        List<Bot> all = bots.all();
        if (all.isEmpty()) {
            return null;
        }
        String wanted = botId;
        Bot bot = wanted == null ? all.getFirst() : bots.get(wanted);
        return new Overview(shops.current(), all, bot, rollouts.get(bot.id()), releases.all(bot.id()));
    }

    private Component notice(String key) {
        Button again = new Button(getTranslation("common.again"), click -> show());
        Div notice = new Div(new Paragraph(getTranslation(key)), again);
        notice.addClassNames("card", "notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private Component heading(Overview overview) {
        Span stage = new Span(getTranslation(key("stage", overview.rollout().stage())));
        stage.setId("stage");
        stage.addClassNames("badge", key("badge", overview.rollout().stage()).replace('.', '-'));
        Div heading = new Div(new H1(overview.shop().name()), stage);
        heading.addClassName("home-heading");
        return heading;
    }

    private Component choice(Overview overview) {
        Div choice = new Div();
        choice.addClassName("home-choice");
        for (Bot bot : overview.bots()) {
            Anchor link = new Anchor("/?bot=" + bot.id(), bot.name());
            if (bot.id().equals(overview.bot().id())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            choice.add(link);
        }
        return choice;
    }

    private Component stageCard(Overview overview) {
        Stage stage = overview.rollout().stage();
        Section card = card("home.stage.title");
        Paragraph meaning = new Paragraph(getTranslation(key("home.stage", stage)));
        card.add(meaning);
        overview.releases().stream()
                .filter(release -> release.number() == overview.rollout().liveRelease())
                .findFirst()
                .ifPresentOrElse(
                        live -> card.add(
                                new Paragraph(getTranslation("home.live", String.valueOf(live.number()), live.note()))),
                        () -> card.add(new Paragraph(getTranslation("home.live.none"))));
        if (shop.may(Permission.EDIT)) {
            Button move = stage == Stage.FULL
                    ? new Button(
                            getTranslation("home.stage.back"),
                            click -> confirm("home.stage.back", () -> moveTo(overview, Stage.INTERNAL)))
                    : new Button(
                            getTranslation("home.stage.open"),
                            click -> confirm("home.stage.open", () -> moveTo(overview, Stage.FULL)));
            move.setId("move-stage");
            if (stage != Stage.FULL) {
                move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            card.add(move);
        }
        return card;
    }

    private Component tryCard(Overview overview) {
        Section card = card("home.try.title");
        card.add(new Paragraph(getTranslation("home.try.lead")));
        Div places = new Div();
        places.addClassName("form");
        card.add(places);
        getUI().ifPresent(ui -> ui.getPage().fetchCurrentURL(url -> {
            ChatLinks links = ChatLinks.of(
                    url, overview.bot().widgetKey(), overview.rollout().staffCode());
            Anchor open = new Anchor(links.staff(), getTranslation("home.try.open"), AnchorTarget.BLANK);
            open.setId("try-as-staff");
            open.addClassNames("action", "action-primary");
            Anchor page = new Anchor(links.shoppers(), getTranslation("home.chat.open"), AnchorTarget.BLANK);
            page.addClassName("action");
            Div actions = new Div(open, page);
            actions.addClassName("actions");
            places.add(
                    Messages.copyable(this, getTranslation("home.try.link"), links.staff()),
                    Messages.copyable(this, getTranslation("home.chat.link"), links.shoppers()),
                    actions);
        }));
        Paragraph later = new Paragraph(getTranslation("home.embed.later"));
        later.addClassName("hint");
        card.add(later);
        return card;
    }

    private Component releasesCard(Overview overview) {
        Section card = card("home.releases.title");
        card.addClassName("card-wide");
        if (shop.may(Permission.EDIT)) {
            Button publish = new Button(
                    getTranslation("home.publish"), click -> new PublishDialog(note -> publish(overview, note)).open());
            publish.setId("publish");
            card.add(publish);
        }
        card.add(new ReleaseList(
                overview.releases(),
                overview.rollout().liveRelease(),
                overview.shop().timeZone(),
                shop.may(Permission.EDIT),
                number -> confirm("home.roll-back", () -> rollBack(overview, number), String.valueOf(number))));
        return card;
    }

    private void moveTo(Overview overview, Stage stage) {
        attempt(
                () -> rollouts.moveTo(overview.bot().id(), stage, getTranslation("home.stage.reason")),
                rollout -> getTranslation(key("home.moved", rollout.stage())));
    }

    private void publish(Overview overview, String note) {
        attempt(
                () -> rollouts.publish(overview.bot().id(), note, true),
                number -> getTranslation("home.published", String.valueOf(number)));
    }

    private void rollBack(Overview overview, int number) {
        attempt(
                () -> rollouts.rollBack(overview.bot().id(), number),
                rollout -> getTranslation("home.rolled-back", String.valueOf(rollout.liveRelease())));
    }

    private <T> void attempt(Supplier<T> change, Function<T, String> success) {
        try {
            Messages.success(success.apply(shop.call(change)));
        } catch (Problem problem) {
            Messages.failure(Messages.of(this, problem));
        } catch (RuntimeException e) {
            LOG.error("A change failed", e);
            Messages.failure(getTranslation("common.failed"));
        }
        show();
    }

    private void confirm(String key, Runnable change, Object... parameters) {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation(key + ".confirm.title", parameters),
                getTranslation(key + ".confirm.text", parameters),
                getTranslation(key + ".confirm.yes", parameters),
                event -> change.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("common.cancel"));
        dialog.open();
    }

    private Section card(String title) {
        Section card = new Section(new H2(getTranslation(title)));
        card.addClassName("card");
        return card;
    }

    private static String key(String prefix, Stage stage) {
        return prefix + "." + stage.name().toLowerCase(Locale.ROOT);
    }
}

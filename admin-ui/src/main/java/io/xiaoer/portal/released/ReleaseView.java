package io.xiaoer.portal.released;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Links;
import io.xiaoer.releases.ReleaseDiff;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One release: what it changed, or how it differs from another. {@code ?against=} names the other, else it is the one before. */
@Route(value = "releases/:number", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/released.css")
class ReleaseView extends ShopView<ReleaseView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Shops shops;
    private final transient Releases releases;
    private final transient Rollouts rollouts;
    private String heading = "";

    /**
     * All that the view shows.
     *
     * @param against null for the first release, which came after none
     * @param diff from {@code against} to the release; null without it
     */
    record Data(
            Bot bot,
            Shop shop,
            Rollout rollout,
            ReleaseSummary release,
            List<ReleaseSummary> others,
            @Nullable ReleaseRef against,
            @Nullable ReleaseDiff diff) {}

    ReleaseView(ShopContext shop, Shops shops, Releases releases, Rollouts rollouts) {
        super(shop, "released");
        this.shops = shops;
        this.releases = releases;
        this.rollouts = rollouts;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        String named = place.path("number").orElse("");
        if (!(ReleaseRef.named(named) instanceof ReleaseRef.Number(int number))) {
            throw Problem.notFound("release");
        }
        heading = "#" + number;
        ReleaseSummary release = releases.get(bot.id(), number);
        ReleaseRef against = place.query("against")
                .map(ReleaseRef::named)
                .orElseGet(() -> number == 1 ? null : ReleaseRef.of(number - 1));
        // against the draft, the draft is what comes after
        ReleaseDiff diff = against == null
                ? null
                : against instanceof ReleaseRef.Draft
                        ? releases.diff(bot.id(), ReleaseRef.of(number), against)
                        : releases.diff(bot.id(), against, ReleaseRef.of(number));
        return new Data(bot, shops.current(), rollouts.get(bot.id()), release, releases.all(bot.id()), against, diff);
    }

    @Override
    protected void show(Data data) {
        ReleaseSummary release = data.release();
        boolean live = release.number() == data.rollout().liveRelease();
        H1 title = new H1(getTranslation("released.one", String.valueOf(release.number())));
        Div names = new Div(
                title,
                new Paragraph(release.note().isBlank() ? getTranslation("released.no-note") : release.note()),
                ReleasesView.detail(this, release, data.shop().timeZone()));
        Div actions = new Div();
        actions.addClassName("actions");
        Anchor tryIt =
                new Anchor(Links.to(place(), "/try?release=" + release.number()), getTranslation("released.try"));
        tryIt.addClassName("action-quiet");
        actions.add(tryIt);
        if (live) {
            actions.add(ReleasesView.liveBadge(this));
        } else if (shop.may(Permission.EDIT)) {
            Button back = new Button(getTranslation("released.roll-back"), click -> rollBack(data));
            back.setId("roll-back");
            back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(back);
        }
        Div head = new Div(names, actions);
        head.addClassName("view-head");
        add(head, difference(data));
    }

    private Section difference(Data data) {
        Section card = new Section(new H2(getTranslation("released.changes")));
        card.addClassName("card");
        ReleaseDiff diff = data.diff();
        ReleaseRef against = data.against();
        if (data.others().size() > 1 || against != null) {
            card.add(choice(data));
        }
        if (against == null || diff == null) {
            card.add(new Paragraph(getTranslation("released.first")));
        } else if (diff.isEmpty()) {
            Paragraph same = new Paragraph(getTranslation("released.same"));
            same.setId("no-differences");
            card.add(same);
        } else {
            Paragraph summary = new Paragraph(DiffPanel.summary(this, diff));
            summary.setId("summary");
            card.add(
                    summary,
                    new DiffPanel(diff, data.shop().timeZone(), key -> Links.to(place(), "/knowledge/" + key)));
        }
        return card;
    }

    private Select<String> choice(Data data) {
        Select<String> against = new Select<>();
        against.setId("against");
        against.setLabel(getTranslation("released.against"));
        List<String> items = new ArrayList<>(List.of(ReleaseRef.DRAFT));
        data.others().stream()
                .map(release -> String.valueOf(release.number()))
                .filter(number -> !number.equals(String.valueOf(data.release().number())))
                .forEach(items::add);
        ReleaseRef chosen = data.against();
        if (chosen != null && !items.contains(chosen.toString())) {
            items.add(chosen.toString());
        }
        against.setItems(items);
        against.setItemLabelGenerator(item -> {
            if (item == null || item.equals(ReleaseRef.DRAFT)) {
                return getTranslation("released.against.draft");
            }
            boolean live = item.equals(String.valueOf(data.rollout().liveRelease()));
            return getTranslation(live ? "released.against.live" : "released.against.number", item);
        });
        against.setPlaceholder(getTranslation("released.against.choose"));
        if (chosen != null) {
            against.setValue(chosen.toString());
        }
        against.addValueChangeListener(event -> getUI().ifPresent(ui -> ui.navigate(
                "releases/" + data.release().number(),
                Links.with(place(), Map.of("against", List.of(event.getValue()))))));
        return against;
    }

    private void rollBack(Data data) {
        int number = data.release().number();
        Dialogs.confirm(
                this,
                "released.roll-back",
                () -> attempt(() -> rollouts.rollBack(data.bot().id(), number), rollout -> {
                    Messages.success(getTranslation("released.rolled-back", String.valueOf(rollout.liveRelease())));
                    refresh();
                }),
                String.valueOf(number));
    }

    @Override
    protected String title() {
        return heading.isEmpty() ? getTranslation("released.title") : heading;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("released.title"), "/releases"), new Crumb(title(), null));
    }
}

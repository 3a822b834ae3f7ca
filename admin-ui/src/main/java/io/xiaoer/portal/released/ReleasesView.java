package io.xiaoer.portal.released;

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
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Links;
import io.xiaoer.releases.PublishCheck.Objection;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.releases.Releases.Pending;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What shoppers hear, what the draft would change about it, and every release there ever was. */
@Route(value = "releases", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/released.css")
class ReleasesView extends ShopView<ReleasesView.Data> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int AT_ONCE = 20;
    private static final int MOST_OBJECTIONS = 10;

    private final transient Shops shops;
    private final transient Releases releases;
    private final transient Rollouts rollouts;
    private final transient Publishing publishing;

    /** All that the view shows. */
    record Data(Bot bot, Shop shop, Rollout rollout, Pending pending, Page<ReleaseSummary> releases) {}

    ReleasesView(ShopContext shop, Shops shops, Releases releases, Rollouts rollouts, Publishing publishing) {
        super(shop, "released");
        this.shops = shops;
        this.releases = releases;
        this.rollouts = rollouts;
        this.publishing = publishing;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        Rollout rollout = rollouts.get(bot.id());
        return new Data(
                bot,
                shops.current(),
                rollout,
                releases.pending(bot.id(), rollout.liveRelease()),
                releases.list(bot.id(), null, AT_ONCE));
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("released.lead"))));
        head.addClassName("view-head");
        add(head, draft(data), list(data));
    }

    private Component draft(Data data) {
        Pending pending = data.pending();
        String live = String.valueOf(data.rollout().liveRelease());
        Section card = new Section();
        card.addClassNames("card", "draft");
        card.setId("draft");
        H2 title = new H2(getTranslation("released.draft"));
        if (pending.diff().isEmpty()) {
            Paragraph same = new Paragraph(getTranslation("released.draft.same", live));
            same.setId("no-differences");
            card.add(title, same);
            return card;
        }
        String summary = DiffPanel.summary(this, pending.diff());
        Paragraph what = new Paragraph(getTranslation("released.draft.differs", live, summary));
        what.setId("draft-summary");
        Div text = new Div(title, what);
        Div top = new Div(text);
        top.addClassName("draft-head");
        if (shop.may(Permission.EDIT)) {
            Button publish = new Button(
                    getTranslation("released.publish"),
                    click -> publishing.ask(
                            this,
                            place(),
                            data.bot().id(),
                            new Publishing.Waiting(data.rollout(), pending),
                            over -> refresh()));
            publish.setId("publish");
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            publish.setEnabled(pending.objections().isEmpty());
            top.add(publish);
        }
        card.add(top);
        if (!pending.objections().isEmpty()) {
            card.add(objections(pending));
        }
        card.add(new DiffPanel(pending.diff(), data.shop().timeZone(), this::entry));
        return card;
    }

    private Component objections(Pending pending) {
        List<Objection> objections = pending.objections();
        Div blocked = new Div(new Span(getTranslation("released.blocked", String.valueOf(objections.size()))));
        blocked.addClassNames("failure", "blocked");
        blocked.setId("blocked");
        UnorderedList list = new UnorderedList();
        objections.stream().limit(MOST_OBJECTIONS).forEach(objection -> {
            ListItem line = new ListItem(new Span(objection.message()));
            String key = objection.entryKey();
            if (key != null) {
                line.add(new Anchor(
                        entry(key),
                        getTranslation(
                                "released.blocked.mend", pending.questions().getOrDefault(key, key))));
            }
            list.add(line);
        });
        blocked.add(list);
        int more = objections.size() - MOST_OBJECTIONS;
        if (more > 0) {
            blocked.add(new Paragraph(getTranslation("released.blocked.more", String.valueOf(more))));
        }
        return blocked;
    }

    private String entry(String key) {
        return Links.to(place(), "/knowledge/" + key);
    }

    private Component list(Data data) {
        UnorderedList list = new UnorderedList();
        list.addClassName("release-list");
        list.setId("releases");
        Div more = new Div();
        append(data, list, more, data.releases());
        Section card = new Section(new H2(getTranslation("released.all")), list, more);
        card.addClassName("card");
        return card;
    }

    private void append(Data data, UnorderedList list, Div more, Page<ReleaseSummary> page) {
        page.items().forEach(release -> list.add(line(data, release)));
        more.removeAll();
        String cursor = page.nextCursor();
        if (cursor != null) {
            Button button = new Button(
                    getTranslation("released.older"),
                    click -> append(
                            data,
                            list,
                            more,
                            shop.call(() -> releases.list(data.bot().id(), cursor, AT_ONCE))));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            more.add(button);
        }
    }

    private ListItem line(Data data, ReleaseSummary release) {
        boolean live = release.number() == data.rollout().liveRelease();
        Anchor number = new Anchor(Links.to(place(), "/releases/" + release.number()), "#" + release.number());
        number.addClassName("release-number");
        Anchor note = new Anchor(
                Links.to(place(), "/releases/" + release.number()),
                release.note().isBlank() ? getTranslation("released.no-note") : release.note());
        note.addClassName("release-note");
        Div text = new Div(note, detail(this, release, data.shop().timeZone()));
        text.addClassName("release-text");
        ListItem line = new ListItem(number, text);
        line.getElement().setAttribute("data-release", String.valueOf(release.number()));
        Integer candidate = data.rollout().candidate();
        if (candidate != null && candidate == release.number()) {
            line.add(triedBadge(this));
        }
        if (live) {
            line.add(liveBadge(this));
        } else if (shop.may(Permission.EDIT)) {
            Button back = new Button(getTranslation("released.roll-back"), click -> rollBack(data, release.number()));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            line.add(back);
        }
        return line;
    }

    static Div detail(Component place, ReleaseSummary release, ZoneId timeZone) {
        Div detail = new Div(place.getTranslation(
                "released.detail",
                String.valueOf(release.entries()),
                release.createdBy(),
                TIME.format(release.createdAt().atZone(timeZone))));
        detail.addClassName("hint");
        return detail;
    }

    static Span liveBadge(Component place) {
        Span badge = new Span(place.getTranslation("released.live"));
        badge.addClassNames("badge", "badge-full");
        return badge;
    }

    static Span triedBadge(Component place) {
        Span badge = new Span(place.getTranslation("released.tried"));
        badge.addClassName("badge");
        return badge;
    }

    private void rollBack(Data data, int number) {
        Dialogs.confirm(
                this,
                "released.roll-back",
                () -> attempt(() -> rollouts.rollBack(data.bot().id(), number), rollout -> {
                    Messages.success(getTranslation("released.rolled-back", String.valueOf(rollout.liveRelease())));
                    refresh();
                }),
                String.valueOf(number));
    }
}

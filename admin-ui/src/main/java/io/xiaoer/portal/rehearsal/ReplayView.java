package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.frame.Watching;
import io.xiaoer.portal.words.Links;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.Replays;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What shoppers really asked, on the draft or a release: {@code ?replay=} names one, {@code ?show=} leaves out the other groups. */
@Route(value = "replay", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/rehearsal.css")
@StyleSheet("context://css/replay.css")
class ReplayView extends ShopView<ReplayView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int REPLAYS = 10;
    private static final int PAGE = 20;

    private final transient Replays replays;
    private final transient Releases releases;
    private final transient Rollouts rollouts;
    private final transient Shops shops;
    private final Watching watching = new Watching(this, this::look);

    private transient @Nullable Data shown;
    private @Nullable ReplayCard card;

    /**
     * All that the view shows.
     *
     * @param replays newest first
     * @param replay whose differences are shown; null if there is none
     */
    record Data(
            Bot bot,
            ZoneId zone,
            Rollout rollout,
            List<ReleaseSummary> releases,
            List<Replay> replays,
            @Nullable Replay replay,
            Page<Difference> differences) {

        /** The one that is running, or the first in line. */
        Optional<Replay> underWay() {
            return replays.stream().filter(one -> !one.isOver()).reduce((newer, older) -> older);
        }
    }

    ReplayView(ShopContext shop, Replays replays, Releases releases, Rollouts rollouts, Shops shops) {
        super(shop, "replay");
        this.replays = replays;
        this.releases = releases;
        this.rollouts = rollouts;
        this.shops = shops;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        List<Replay> newest = replays.newest(bot.id(), REPLAYS);
        Replay replay = place.query("replay")
                .map(id -> replays.get(bot.id(), id))
                .or(() -> newest.stream().filter(Replay::isOver).findFirst())
                .orElse(null);
        return new Data(
                bot,
                shops.current().timeZone(),
                rollouts.get(bot.id()),
                releases.all(bot.id()),
                newest,
                replay,
                replay == null
                        ? new Page<>(List.of(), null)
                        : replays.differences(replay, group(place).orElse(null), null, PAGE));
    }

    @Override
    protected void show(Data data) {
        shown = data;
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("replay.lead"))));
        head.addClassName("view-head");
        ReplayCard fresh = new ReplayCard(this, data);
        card = fresh;
        add(head, fresh);
        Replay replay = data.replay();
        if (replay != null) {
            add(new ReplayDifferences(this, data, replay));
        } else if (data.underWay().isEmpty()) {
            add(Notices.empty("⏪", getTranslation("replay.empty"), getTranslation("replay.empty.text")));
        }
        watching.goesOn(data.underWay().isPresent());
    }

    /** The differences after those that are shown. */
    Page<Difference> more(Replay replay, String cursor) {
        return shop.call(() -> replays.differences(replay, group().orElse(null), cursor, PAGE));
    }

    private void look() {
        Data before = shown;
        ReplayCard showing = card;
        if (before == null || showing == null) {
            return;
        }
        before.underWay().ifPresent(replay -> {
            Replay now = shop.call(() -> replays.get(replay.bot(), replay.id().toString()));
            if (now.isOver()) {
                go(now, null);
            } else {
                showing.show(now);
            }
        });
    }

    void begin(ReleaseRef release, int days) {
        Data data = shown;
        if (data != null) {
            attempt(() -> replays.start(data.bot().id(), release, days), started -> go(null, null));
        }
    }

    // --- where one goes

    /** @param replay whose differences are shown; null for the newest */
    void go(@Nullable Replay replay, @Nullable Group group) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (replay != null) {
            parameters.put("replay", List.of(replay.id().toString()));
        }
        if (group != null) {
            parameters.put("show", List.of(key(group)));
        }
        if (place().query()
                .getParameters()
                .equals(Links.with(place(), parameters).getParameters())) {
            refresh();
            return;
        }
        getUI().ifPresent(ui -> ui.navigate(ReplayView.class, Links.with(place(), parameters)));
    }

    /** The one group that is shown; empty for all. */
    Optional<Group> group() {
        return group(place());
    }

    private static Optional<Group> group(Place place) {
        return place.query("show")
                .flatMap(shown -> Stream.of(Group.values())
                        .filter(group -> key(group).equals(shown))
                        .findFirst());
    }

    /** As addresses, texts and styles name it. */
    static String key(Group group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String link(String path) {
        return Links.to(place(), path);
    }

    boolean mayEdit() {
        return shop.may(Permission.EDIT);
    }

    boolean mayReadConversations() {
        return shop.may(Permission.CONVERSE);
    }
}

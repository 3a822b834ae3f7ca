package io.xiaoer.portal.connect;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.xiaoer.connectors.ApiConnectors;
import io.xiaoer.connectors.BridgeEvent;
import io.xiaoer.connectors.BridgeGuide;
import io.xiaoer.connectors.BridgeStatus;
import io.xiaoer.connectors.BridgeStatus.Reading;
import io.xiaoer.connectors.BridgeStatus.State;
import io.xiaoer.connectors.Bridges;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.WayHealth;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One platform: how to connect it, how far reading is, what it told, how to leave. Its own page leads back here with {@code ?code=}. */
@Route(value = "data/bridge/:bridge", layout = MainLayout.class)
@RolesAllowed(Roles.OWNER)
@StyleSheet("context://css/connect.css")
class BridgeView extends ShopView<BridgeView.Data> {

    private static final long serialVersionUID = 1L;
    private static final int LOOK_MILLIS = 2000;
    private static final int PAGE = 20;

    private final transient Bridges bridges;
    private final transient ApiConnectors connectors;
    private final transient Shops shops;
    private final transient Clock clock;
    private transient @Nullable Data shown;
    private @Nullable BridgeProgress progress;
    private @Nullable Registration polls;
    private boolean entering;

    /** All that the view shows. */
    record Data(
            ZoneId zone,
            OffsetDateTime now,
            BridgeStatus status,
            BridgeGuide guide,
            WayHealth health,
            Page<BridgeEvent> events) {}

    BridgeView(ShopContext shop, Bridges bridges, ApiConnectors connectors, Shops shops, Clock clock) {
        super(shop, "connect");
        this.bridges = bridges;
        this.connectors = connectors;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected String title() {
        Data data = shown;
        return data == null ? getTranslation("connect.bridges") : data.guide().name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("connect.title"), "/data"), new Crumb(title(), null));
    }

    @Override
    protected Data read(Place place) {
        String bridge = bridge(place);
        return new Data(
                shops.current().timeZone(),
                OffsetDateTime.now(clock),
                bridges.get(bridge, getLocale()),
                bridges.guide(bridge, getLocale()),
                connectors.health().stream()
                        .filter(health -> health.way() == Way.BRIDGE)
                        .findFirst()
                        .orElseThrow(),
                bridges.events(bridge, null, PAGE));
    }

    @Override
    protected void show(Data data) {
        shown = data;
        progress = null;
        BridgeStatus status = data.status();
        Div head = new Div(
                new Div(new H1(data.guide().name()), new Paragraph(data.guide().lead())),
                BridgesCard.badge(this, status));
        head.addClassName("view-head");
        add(head);
        String code = place().query("code").orElse(null);
        if (code != null && status.state() != State.LEAVING) {
            if (place().query("state").filter(state -> !state.isBlank()).isPresent()) {
                add(new Paragraph(getTranslation("connect.bridge.entering")));
                // not while the way here is still being gone
                getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> enter()));
                return;
            }
            add(BridgeStart.confirmation(this, data));
            return;
        }
        switch (status.state()) {
            case NONE -> add(BridgeStart.of(this, data));
            case LEAVING -> add(BridgeStart.leaving(this));
            case LOST -> add(BridgeStart.lost(this, data), BridgeStart.of(this, data), leaving(data));
            case CONNECTED -> {
                BridgeProgress card = new BridgeProgress(this, data);
                progress = card;
                add(card, new BridgeFaults(this, data), new BridgeEvents(this, data), leaving(data));
            }
        }
        watch();
    }

    private Div leaving(Data data) {
        return BridgeStart.leavingOffer(this, data);
    }

    private static String bridge(Place place) {
        return place.path("bridge").orElse("");
    }

    // --- what can be done

    /** The owner goes to the platform's own page. */
    void agree() {
        attempt(
                () -> bridges.authorisationPage(bridge(place())),
                page -> getUI().ifPresent(ui -> ui.getPage().setLocation(page)));
    }

    /** The platform's page has led back. */
    void enter() {
        if (entering) {
            return;
        }
        entering = true;
        Place here = place();
        attempt(
                () -> {
                    bridges.authorise(
                            bridge(here),
                            here.query("code").orElse(""),
                            here.query("message").orElse(null),
                            here.query("state").orElse(null));
                    return true;
                },
                done -> entered(),
                problem -> {
                    Messages.failure(said(problem));
                    withoutCode();
                    return true;
                });
    }

    void connect(Map<String, String> keys, SerializableConsumer<Problem> wrong) {
        attempt(
                () -> {
                    bridges.connect(bridge(place()), keys);
                    return true;
                },
                done -> entered(),
                problem -> {
                    wrong.accept(problem);
                    return true;
                });
    }

    /** What a refused authorisation means. */
    String said(Problem problem) {
        String field =
                problem.errors().isEmpty() ? "" : problem.errors().getFirst().field();
        return switch (problem.code()) {
            case INVALID_INPUT ->
                switch (field) {
                    case "account" -> getTranslation("connect.bridge.wrong.account");
                    case "state" -> getTranslation("connect.bridge.wrong.state");
                    case "keys" -> getTranslation("connect.bridge.wrong.keys");
                    case "code" -> getTranslation("connect.bridge.wrong.code");
                    default -> wrongKey(field);
                };
            case UNAVAILABLE -> getTranslation("connect.bridge.wrong.down");
            default -> Messages.of(this, problem);
        };
    }

    private String wrongKey(String name) {
        Data data = shown;
        return data == null
                ? getTranslation("connect.bridge.wrong.keys")
                : data.guide().keys().stream()
                        .filter(key -> key.name().equals(name))
                        .findFirst()
                        .map(key -> getTranslation("connect.bridge.wrong.key", key.label()))
                        .orElseGet(() -> getTranslation("connect.bridge.wrong.keys"));
    }

    private void entered() {
        Messages.success(getTranslation("connect.bridge.connected"));
        withoutCode();
    }

    /** A code is good once, so its address is not one to stay at. */
    private void withoutCode() {
        entering = false;
        getUI().ifPresent(ui -> ui.navigate("data/bridge/" + bridge(place())));
        if (place().query("code").isEmpty()) {
            refresh();
        }
    }

    void readAgain() {
        attempt(() -> bridges.readAgain(bridge(place())), begun -> {
            Messages.success(getTranslation(begun ? "connect.bridge.reading" : "connect.bridge.reading.already"));
            refresh();
        });
    }

    void leave(boolean removeData, Runnable done) {
        attempt(
                () -> {
                    bridges.leave(bridge(place()), removeData);
                    return true;
                },
                left -> {
                    done.run();
                    Messages.success(getTranslation("connect.bridge.left"));
                    refresh();
                });
    }

    void replay(BridgeEvent event) {
        attempt(
                () -> {
                    bridges.replay(bridge(place()), event.id());
                    return true;
                },
                done -> {
                    Messages.success(getTranslation("connect.bridge.replayed"));
                    refresh();
                },
                problem -> {
                    boolean gone = problem.code() == Code.NOT_FOUND;
                    if (gone) {
                        Messages.failure(getTranslation("connect.bridge.replay.gone"));
                    }
                    return gone;
                });
    }

    void reload() {
        refresh();
    }

    void more(String cursor, SerializableConsumer<Page<BridgeEvent>> page) {
        attempt(() -> bridges.events(bridge(place()), cursor, PAGE), page::accept);
    }

    // --- watching a reading

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polls = event.getUI().addPollListener(poll -> look());
        watch();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polls != null) {
            polls.remove();
        }
        event.getUI().setPollInterval(-1);
        super.onDetach(event);
    }

    private void watch() {
        Data data = shown;
        boolean moving = data != null && (data.status().state() == State.LEAVING || isReading(data.status()));
        getUI().ifPresent(ui -> ui.setPollInterval(moving ? LOOK_MILLIS : -1));
    }

    private static boolean isReading(BridgeStatus status) {
        Reading reading = status.reading();
        return status.state() == State.CONNECTED && reading != null && reading.isRunning();
    }

    private void look() {
        BridgeProgress card = progress;
        attempt(() -> bridges.get(bridge(place()), getLocale()), now -> {
            if (card != null && isReading(now)) {
                card.show(now, OffsetDateTime.now(clock));
            } else {
                refresh();
            }
        });
    }
}

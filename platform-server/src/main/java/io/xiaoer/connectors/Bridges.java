package io.xiaoer.connectors;

import io.xiaoer.connectors.internal.Connections;
import io.xiaoer.connectors.internal.bridges.Bridge;
import io.xiaoer.connectors.internal.bridges.BridgeRows;
import io.xiaoer.connectors.internal.bridges.BridgeRows.Row;
import io.xiaoer.connectors.internal.bridges.BridgeViews;
import io.xiaoer.connectors.internal.bridges.Catalogue;
import io.xiaoer.connectors.internal.bridges.Entering;
import io.xiaoer.connectors.internal.bridges.Permit;
import io.xiaoer.connectors.internal.bridges.PushRows;
import io.xiaoer.connectors.internal.bridges.SyncRows;
import io.xiaoer.connectors.internal.bridges.Syncs;
import io.xiaoer.connectors.internal.bridges.Words;
import io.xiaoer.connectors.internal.bridges.Works;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The platforms that the bound shop is on, and its connections to them. */
@Service
@Requires(Permission.ADMINISTER)
public class Bridges {

    private final Catalogue catalogue;
    private final BridgeViews views;
    private final Entering entering;
    private final BridgeRows rows;
    private final SyncRows readings;
    private final PushRows pushes;
    private final Syncs syncs;
    private final Works works;
    private final Connections connections;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bridges(
            Catalogue catalogue,
            BridgeViews views,
            Entering entering,
            BridgeRows rows,
            SyncRows readings,
            PushRows pushes,
            Syncs syncs,
            Works works,
            Connections connections,
            Directory directory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.views = views;
        this.entering = entering;
        this.rows = rows;
        this.readings = readings;
        this.pushes = pushes;
        this.syncs = syncs;
        this.works = works;
        this.connections = connections;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** What each platform there is a bridge to is called, by its key. */
    @OpenToAll("what platforms are called is no secret")
    public Map<String, String> names(Locale locale) {
        return catalogue.all().stream()
                .collect(Collectors.toMap(
                        Bridge::key, bridge -> Words.of(bridge, locale).get("name")));
    }

    /** One for each platform there is a bridge to. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public List<BridgeStatus> all(Locale locale) {
        TenantId tenant = TenantScope.required();
        return catalogue.all().stream()
                .map(bridge -> views.status(tenant, bridge, locale))
                .toList();
    }

    /** @throws Problem if there is no such bridge */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public BridgeStatus get(String bridge, Locale locale) {
        return views.status(TenantScope.required(), find(bridge), locale);
    }

    /** @throws Problem if there is no such bridge */
    @Requires(Permission.VIEW)
    public BridgeGuide guide(String bridge, Locale locale) {
        return views.guide(find(bridge), locale);
    }

    /**
     * The platform's page on which the owner agrees; it leads back with a code for {@link #authorise}.
     *
     * @throws Problem if there is none
     */
    public String authorisationPage(String bridge) {
        return entering.page(TenantScope.required(), find(bridge));
    }

    /**
     * Connects the shop with what the platform's page led back with, and begins to read. Holds no transaction while the platform is asked.
     * The code of the connection that is there changes nothing.
     *
     * @param message what came with the code; null if nothing did
     * @param state what came back of {@link #authorisationPage}; null if the owner came straight from the platform
     * @throws Problem if the platform refuses it, or it is about another shop than the one that is connected
     */
    public void authorise(String bridge, String code, @Nullable String message, @Nullable String state) {
        Bridge platform = find(bridge);
        entering.checkState(TenantScope.required(), platform, state);
        entering.enter(TenantScope.required(), platform, new Permit.Code(code, message));
    }

    /**
     * Connects the shop with keys that were typed in, see {@link BridgeGuide#keys}.
     *
     * @throws Problem if one is missing, or the platform refuses them
     */
    public void connect(String bridge, Map<String, String> keys) {
        Bridge platform = find(bridge);
        entering.enter(TenantScope.required(), platform, Entering.keys(platform, keys));
    }

    /**
     * Begins to read everything again.
     *
     * @return false if something is being read already
     */
    @Transactional
    public boolean readAgain(String bridge) {
        TenantId tenant = TenantScope.required();
        Bridge platform = find(bridge);
        requireConnected(tenant, bridge);
        if (!syncs.beginFull(tenant, platform)) {
            return false;
        }
        events.publishEvent(new Audited("bridge.read-again", bridge, null, null));
        works.wakeAfterCommit(tenant, bridge);
        return true;
    }

    /**
     * Leaves a platform: what lets us in and what it told are forgotten at once.
     *
     * @param removeData whether the records that it brought last are removed too; else they stay as they are
     * @throws Problem if there is no connection
     */
    @Transactional
    public void leave(String bridge, boolean removeData) {
        TenantId tenant = TenantScope.required();
        find(bridge);
        Row row = rows.find(tenant, bridge)
                .filter(there -> there.state() != BridgeRows.State.LEAVING)
                .orElseThrow(() -> Problem.notFound("connection"));
        directory.forgetBridgeAccount(bridge, row.account(), tenant);
        readings.removeAll(tenant, bridge);
        pushes.removeAll(tenant, bridge);
        if (removeData) {
            rows.leaving(tenant, bridge);
            works.leaveAfterCommit(tenant, bridge);
        } else {
            rows.remove(tenant, bridge);
        }
        connections.changed(tenant);
        events.publishEvent(new Audited(
                "bridge.left", bridge, Map.of("account", row.account()), Map.of("dataRemoved", removeData)));
    }

    /** What the platform told, newest first. */
    @Transactional(readOnly = true)
    public Page<BridgeEvent> events(String bridge, @Nullable String cursor, int limit) {
        find(bridge);
        return views.events(TenantScope.required(), bridge, cursor, limit);
    }

    /**
     * Reads what an event was about once more.
     *
     * @throws Problem if there is no such event, or nothing to read
     */
    @Transactional
    public void replay(String bridge, String eventId) {
        TenantId tenant = TenantScope.required();
        find(bridge);
        requireConnected(tenant, bridge);
        if (!pushes.replay(tenant, bridge, eventId, OffsetDateTime.now(clock))) {
            throw Problem.notFound("event");
        }
        events.publishEvent(new Audited("bridge.replayed", bridge, null, Map.of("event", eventId)));
        works.wakeAfterCommit(tenant, bridge);
    }

    private void requireConnected(TenantId tenant, String bridge) {
        boolean connected = rows.find(tenant, bridge)
                .filter(row -> row.state() == BridgeRows.State.CONNECTED)
                .isPresent();
        if (!connected) {
            throw new Problem(Code.INVALID_INPUT, "The platform is not connected. Connect it first.");
        }
    }

    private Bridge find(String bridge) {
        return catalogue.find(bridge).orElseThrow(() -> Problem.notFound("bridge"));
    }
}

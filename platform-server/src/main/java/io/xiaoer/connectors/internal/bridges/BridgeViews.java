package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.BridgeEvent;
import io.xiaoer.connectors.BridgeGuide;
import io.xiaoer.connectors.BridgeStatus;
import io.xiaoer.connectors.BridgeStatus.Reading;
import io.xiaoer.connectors.BridgeStatus.State;
import io.xiaoer.connectors.Fault;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is shown of connections. */
@Component
public class BridgeViews {

    private static final char BETWEEN = ' ';

    private final BridgeRows rows;
    private final SyncRows readings;
    private final PushRows pushes;

    private final String hooks;

    BridgeViews(BridgeRows rows, SyncRows readings, PushRows pushes, @Value("${xiaoer.public-url}") String address) {
        this.hooks = address + "/hooks/bridges/";
        this.rows = rows;
        this.readings = readings;
        this.pushes = pushes;
    }

    /** In steps, {@code {hooks}} stands for the address at which the platform tells us things. */
    public BridgeGuide guide(Bridge bridge, Locale locale) {
        Words words = Words.of(bridge, locale);
        // steps to a page that is not there would lead nowhere
        boolean leadSomewhere =
                !bridge.isAgreedOnAPage() || bridge.authorisationPage("").isPresent();
        return new BridgeGuide(
                words.get("name"),
                words.get("lead"),
                words.steps().stream()
                        .filter(step -> leadSomewhere)
                        .map(step -> step.replace("{hooks}", hooks + bridge.key()))
                        .toList(),
                words.get("left"),
                bridge.terms().keys().stream()
                        .map(key -> new BridgeGuide.Key(
                                key.name(),
                                words.get("key." + key.name()),
                                words.get("key." + key.name() + ".help"),
                                key.secret()))
                        .toList());
    }

    /** Call it inside a transaction. */
    public BridgeStatus status(TenantId tenant, Bridge bridge, Locale locale) {
        BridgeRows.@Nullable Row row = rows.find(tenant, bridge.key()).orElse(null);
        String name = Words.of(bridge, locale).get("name");
        boolean hasPage = bridge.authorisationPage("").isPresent();
        if (row == null) {
            return new BridgeStatus(
                    bridge.key(), name, hasPage, State.NONE, null, null, null, null, null, null, null, null, 0);
        }
        Reading reading = readings.running(tenant, bridge.key())
                .or(() -> readings.last(tenant, bridge.key(), 1).stream().findFirst())
                .map(BridgeViews::reading)
                .orElse(null);
        return new BridgeStatus(
                bridge.key(),
                name,
                hasPage,
                State.valueOf(row.state().name()),
                row.account(),
                row.accountName(),
                row.connectedAt(),
                row.lostAt(),
                row.lostBecause(),
                reading,
                row.readUntil(),
                pushes.lastAt(tenant, bridge.key()).orElse(null),
                pushes.waiting(tenant, bridge.key()));
    }

    private static Reading reading(SyncRows.Row row) {
        return new Reading(
                row.aim().kind() == SyncAim.Kind.FULL,
                row.stage(),
                row.done(),
                row.total(),
                row.stored(),
                row.rejected(),
                row.fault() == null ? null : Fault.Code.valueOf(row.fault()),
                row.detail(),
                row.begunAt(),
                row.endedAt());
    }

    public Page<BridgeEvent> events(TenantId tenant, String bridge, @Nullable String cursor, int limit) {
        String after = Page.after(cursor);
        @Nullable OffsetDateTime before = null;
        String beforeId = "";
        if (!after.isEmpty()) {
            int between = after.indexOf(BETWEEN);
            try {
                before = OffsetDateTime.parse(after.substring(0, Math.max(0, between)));
            } catch (DateTimeException e) {
                throw Problem.invalid("cursor", "must be a nextCursor from an earlier page");
            }
            beforeId = after.substring(between + 1);
        }
        List<BridgeEvent> found = pushes.list(tenant, bridge, before, beforeId, limit + 1).stream()
                .map(row -> new BridgeEvent(
                        row.deliveryId(),
                        row.event(),
                        row.receivedAt(),
                        row.subject(),
                        BridgeEvent.State.valueOf(row.state().name()),
                        row.attempts(),
                        row.nextAttemptAt(),
                        row.fault() == null ? null : Fault.Code.valueOf(row.fault()),
                        row.detail()))
                .toList();
        return Page.of(found, limit, event -> event.receivedAt().toString() + BETWEEN + event.id());
    }
}

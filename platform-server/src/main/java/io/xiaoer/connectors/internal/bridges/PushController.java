package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.internal.WayLog;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Texts;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Suspensions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where platforms tell us that something has changed: their signature over the raw bytes is all that opens this door. */
@RestController
class PushController {

    private static final Logger LOG = LoggerFactory.getLogger(PushController.class);
    private static final int MAX_ACCOUNT = 128;
    private static final int MAX_ID = 200;

    private final Catalogue catalogue;
    private final Directory directory;
    private final Suspensions suspensions;
    private final Grants grants;
    private final PushInbox inbox;
    private final Works works;
    private final WayLog log;
    private final Clock clock;

    PushController(
            Catalogue catalogue,
            Directory directory,
            Suspensions suspensions,
            Grants grants,
            PushInbox inbox,
            Works works,
            WayLog log,
            Clock clock) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.suspensions = suspensions;
        this.grants = grants;
        this.inbox = inbox;
        this.works = works;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping("/hooks/bridges/{bridge}")
    ResponseEntity<String> receive(
            @PathVariable String bridge,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return take(bridge, new Inbound(headers(request), body == null ? new byte[0] : body, null));
    }

    @PostMapping("/hooks/bridges/{bridge}/{account}")
    ResponseEntity<String> receiveFor(
            @PathVariable String bridge,
            @PathVariable String account,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return take(bridge, new Inbound(headers(request), body == null ? new byte[0] : body, account));
    }

    private ResponseEntity<String> take(String key, Inbound push) {
        Bridge bridge = catalogue.find(key).orElseThrow(() -> Problem.notFound("bridge"));
        String account = bridge.accountOf(push)
                .filter(name -> name.length() <= MAX_ACCOUNT && Texts.isClean(name))
                .orElseThrow(PushController::refused);
        TenantId tenant = directory.findBridgeAccount(key, account).orElse(null);
        if (tenant == null) {
            // a shop that has left: the platform need not tell it again
            if (!bridge.isGenuine(push, null)) {
                throw refused();
            }
            return acknowledged(bridge);
        }
        suspensions.of(tenant).ifPresent(suspension -> {
            throw suspension.problem();
        });
        return TenantScope.call(tenant, () -> {
            Grant grant = grants.find(tenant, bridge).orElse(null);
            if (!bridge.isGenuine(push, grant)) {
                // not held against the shop, whose number anybody may know
                LOG.warn("A push of {} for tenant {} has a wrong signature", key, tenant);
                throw refused();
            }
            keep(tenant, bridge, push);
            return acknowledged(bridge);
        });
    }

    /** What cannot be read is acknowledged all the same: telling it again would not make it better. */
    private void keep(TenantId tenant, Bridge bridge, Inbound inbound) {
        Push push;
        try {
            push = bridge.read(inbound, clock.instant());
        } catch (BridgeFailed e) {
            log.failed(tenant, Way.BRIDGE, Faults.of(e.why()), e.detail());
            return;
        }
        if (!isShort(push.deliveryId()) || !isShort(push.event())) {
            log.failed(tenant, Way.BRIDGE, Fault.Code.PLATFORM_FORM, "push id");
            return;
        }
        inbox.receive(tenant, bridge, push).ifPresent(wait -> works.pushLater(tenant, bridge.key(), wait));
    }

    private static boolean isShort(String text) {
        return !text.isBlank() && text.length() <= MAX_ID && Texts.isClean(text);
    }

    private static ResponseEntity<String> acknowledged(Bridge bridge) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bridge.acknowledgement());
    }

    private static Problem refused() {
        return new Problem(Code.UNAUTHORIZED, "The signature is wrong.");
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}

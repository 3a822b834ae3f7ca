package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.Beacon;
import io.xiaoer.conversations.Beacons;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.security.WidgetCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a widget tells of itself. */
@RestController
class BeaconController {

    private final Beacons beacons;

    BeaconController(Beacons beacons) {
        this.beacons = beacons;
    }

    record BeaconRequest(
            @Nullable String kind,
            @Nullable String browser,
            @Nullable String version,
            @Nullable String pageKind,
            @Nullable Integer millis,
            @Nullable String message,
            @Nullable String stack) {

        Beacon beacon() {
            return Beacon.of(kind, browser, version, pageKind, millis, message, stack);
        }
    }

    @PostMapping("/widget/v1/{widgetKey}/beacons")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody BeaconRequest request) {
        WidgetCaller caller = WidgetCaller.current();
        beacons.add(caller.bot(), ShopperRef.parse(caller.shopper()), request.beacon());
    }
}

package io.xiaoer.connectors.internal;

import io.xiaoer.shared.RegularFlush;
import org.springframework.stereotype.Component;

/** Writes down how connections work, as a node noted it. */
@Component
class WayLogFlush extends RegularFlush {

    WayLogFlush(WayLog log) {
        super("way-log-flush", log::flush, "How connections work could not be written down");
    }
}

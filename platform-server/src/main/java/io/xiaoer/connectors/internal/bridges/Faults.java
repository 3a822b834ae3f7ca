package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;

/** What a shop is told of a platform that did not do what was asked. */
public final class Faults {

    private Faults() {}

    public static Fault.Code of(Why why) {
        return switch (why) {
            case DOWN -> Fault.Code.PLATFORM_DOWN;
            case BUSY -> Fault.Code.PLATFORM_BUSY;
            case TOKEN, REVOKED -> Fault.Code.AUTHORISATION_LOST;
            case REFUSED -> Fault.Code.PLATFORM_REFUSED;
            case WRONG_FORM -> Fault.Code.PLATFORM_FORM;
        };
    }
}

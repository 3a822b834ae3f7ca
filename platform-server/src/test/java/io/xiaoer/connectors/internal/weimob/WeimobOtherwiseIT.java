package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeContract;
import io.xiaoer.testing.platforms.PlatformSimulator;
import io.xiaoer.testing.platforms.WeimobSimulator;
import org.junit.jupiter.api.Tag;

/** Weimob keeps the contract as well where it does otherwise what its documentation leaves open. */
@Tag("long")
class WeimobOtherwiseIT extends BridgeContract {

    @Override
    protected PlatformSimulator platform() {
        return WeimobSimulator.otherwise();
    }
}

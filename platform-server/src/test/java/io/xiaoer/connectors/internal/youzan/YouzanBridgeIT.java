package io.xiaoer.connectors.internal.youzan;

import io.xiaoer.connectors.internal.bridges.BridgeContract;
import io.xiaoer.testing.platforms.PlatformSimulator;
import io.xiaoer.testing.platforms.YouzanSimulator;

/** Youzan keeps the contract of all bridges. */
class YouzanBridgeIT extends BridgeContract {

    @Override
    protected PlatformSimulator platform() {
        return YouzanSimulator.running();
    }
}

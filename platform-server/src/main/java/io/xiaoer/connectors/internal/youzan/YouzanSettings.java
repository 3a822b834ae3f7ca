package io.xiaoer.connectors.internal.youzan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about Youzan.
 *
 * @param api where it is called
 * @param page where an owner agrees
 * @param clientId of the operator's app; without it a shop types in the keys of its own
 * @param readAfter what a push is about is not read earlier: until then a copy may answer that does not know of it
 * @param callsPerSecond of one shop
 * @param callsPerSecondInAll of all shops, by all nodes together
 * @param history how far back the first reading goes
 */
@ConfigurationProperties("xiaoer.bridges.youzan")
record YouzanSettings(
        @DefaultValue("https://open.youzanyun.com") String api,

        @DefaultValue("https://diy.youzanyun.com/oauth/authorize")
        String page,

        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("31s") Duration readAfter,
        @DefaultValue("10") int callsPerSecond,
        @DefaultValue("60") int callsPerSecondInAll,
        @DefaultValue("180d") Duration history) {

    @Override
    public String toString() {
        return "YouzanSettings[" + api + "]";
    }
}

package io.xiaoer.connectors.internal.weimob;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about Weimob.
 *
 * @param api where it is called, and where an owner agrees
 * @param clientId of the operator's app; without it a shop types in the keys of its own
 * @param readAfter what a push is about is not read earlier: until then a copy may answer that does not know of it
 * @param callsPerSecond of one shop
 * @param callsPerSecondInAll of all shops, by all nodes together
 * @param history how far back the first reading goes
 * @param pageSize how many a list is asked for
 * @param longestRange how much time a list is asked for
 * @param createdType how a list is asked for what was made in some time
 * @param changedType how a list is asked for what has changed in some time
 */
@ConfigurationProperties("xiaoer.bridges.weimob")
record WeimobSettings(
        @DefaultValue("https://dopen.weimob.com") String api,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("31s") Duration readAfter,
        @DefaultValue("10") int callsPerSecond,
        @DefaultValue("60") int callsPerSecondInAll,
        @DefaultValue("180d") Duration history,
        @DefaultValue("50") int pageSize,
        @DefaultValue("30d") Duration longestRange,
        @DefaultValue("1") int createdType,
        @DefaultValue("2") int changedType) {

    @Override
    public String toString() {
        return "WeimobSettings[" + api + "]";
    }
}

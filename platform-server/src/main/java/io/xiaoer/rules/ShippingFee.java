package io.xiaoer.rules;

import io.xiaoer.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What shipping costs, and from which amount it is free. */
public record ShippingFee(
        Money fee,
        @Nullable Money freeOver,
        List<String> remoteRegions,
        @Nullable Money remoteFee) implements RuleParams {
    public ShippingFee {
        remoteRegions = List.copyOf(remoteRegions);
    }
}

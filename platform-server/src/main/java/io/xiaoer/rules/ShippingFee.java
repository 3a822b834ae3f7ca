package io.xiaoer.rules;

import io.xiaoer.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shipping costs, and from which amount it is free.
 *
 * @param remoteFee what orders to remote regions pay whatever their amount; null if they pay like all others
 */
public record ShippingFee(
        Money fee,
        @Nullable Money freeOver,
        List<String> remoteRegions,
        @Nullable Money remoteFee) implements RuleParams {
    /** @param gap what is missing for free shipping; null if it is free already or no amount makes it free */
    public record Quote(
            Money fee,
            boolean free,
            boolean remote,
            @Nullable Money gap) {}

    public ShippingFee {
        remoteRegions = List.copyOf(remoteRegions);
    }

    /** @param region null if it is not known, which counts as not remote */
    public Quote quote(Money total, @Nullable String region) {
        boolean remote = region != null
                && !region.isBlank()
                && (Regions.hold(remoteRegions, region) || Regions.within(remoteRegions, region));
        if (remote && remoteFee != null) {
            return new Quote(remoteFee, remoteFee.isZero(), true, null);
        }
        if (fee.isZero() || (freeOver != null && total.isAtLeast(freeOver))) {
            return new Quote(Money.ZERO, true, remote, null);
        }
        return new Quote(fee, false, remote, freeOver == null ? null : freeOver.less(total));
    }
}

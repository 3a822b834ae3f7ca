package io.xiaoer.rules;

import java.util.List;

/** How soon after dispatch an order arrives in some regions; no region means everywhere the shop delivers. */
public record DeliveryPromise(List<String> regions, int hours, boolean coldChain) implements RuleParams {

    public DeliveryPromise {
        regions = List.copyOf(regions);
    }
}

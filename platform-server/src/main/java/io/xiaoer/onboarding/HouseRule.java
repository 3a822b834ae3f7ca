package io.xiaoer.onboarding;

import io.xiaoer.knowledge.Entry;
import java.util.List;
import java.util.Map;

/**
 * A rule that matters in the trade, as the shop has it now, and what the bot says about it today.
 *
 * @param type names the shape of {@code params}
 * @param params what holds now; empty if the shop has no such rule now
 * @param entries enabled entries of the draft that speak of it
 */
public record HouseRule(String type, String key, Map<String, Object> params, List<Entry> entries) {

    public HouseRule {
        params = Map.copyOf(params);
        entries = List.copyOf(entries);
    }

    public boolean isInForce() {
        return !params.isEmpty();
    }

    /** Names the rule within the shop. */
    public String name() {
        return type + "/" + key;
    }
}

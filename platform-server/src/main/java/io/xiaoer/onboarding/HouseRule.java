package io.xiaoer.onboarding;

import io.xiaoer.knowledge.Entry;
import java.util.List;
import java.util.Map;

/**
 * A rule as shops of the trade often have it, and what the bot says about it today.
 *
 * @param type names the shape of {@code params}
 * @param params sample values, as the pack has them
 * @param entries enabled entries of the draft that speak of it
 */
public record HouseRule(String type, String key, Map<String, Object> params, List<Entry> entries) {

    public HouseRule {
        params = Map.copyOf(params);
        entries = List.copyOf(entries);
    }

    /** Names the rule within the shop. */
    public String name() {
        return type + "/" + key;
    }
}

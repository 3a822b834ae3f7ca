package io.xiaoer.onboarding;

import java.util.List;

/**
 * A part of a bot's knowledge that can be switched as one.
 *
 * @param entries how many of the pack's entries the draft still has
 * @param enabled how many of these answer
 * @param examples a few questions of the topic
 */
public record Topic(String key, Area area, String name, int entries, int enabled, List<String> examples) {

    /** What an owner wants solved. */
    public enum Area {
        /** What every shop is asked. */
        GENERAL,
        /** What becomes of orders. */
        ORDERS,
        /** What only this trade is asked. */
        TRADE
    }

    public Topic {
        examples = List.copyOf(examples);
    }

    public boolean isOn() {
        return enabled > 0;
    }
}

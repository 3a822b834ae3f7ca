package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Component;
import io.xiaoer.rollout.Gate;
import java.util.Set;

/** How a gate is read: whether it counts or is a share, and to which side it must be. */
enum Gauge {
    COUNT,
    AT_LEAST,
    AT_MOST;

    private static final Set<String> COUNTS = Set.of("enrolled", "conversations");
    private static final Set<String> HIGH = Set.of("tests", "connector", "resolved");

    static Gauge of(Gate gate) {
        if (COUNTS.contains(gate.name())) {
            return COUNT;
        }
        return HIGH.contains(gate.name()) ? AT_LEAST : AT_MOST;
    }

    static String name(Component place, Gate gate) {
        return place.getTranslation("pilot.gate." + gate.name());
    }

    String text(double value) {
        return this == COUNT ? String.valueOf(Math.round(value)) : Percent.of(value);
    }
}

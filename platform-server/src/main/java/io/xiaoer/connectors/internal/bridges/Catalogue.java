package io.xiaoer.connectors.internal.bridges;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All bridges there are. */
@Component
public class Catalogue {

    private final Map<String, Bridge> bridges = new TreeMap<>();

    Catalogue(List<Bridge> bridges) {
        for (Bridge bridge : bridges) {
            if (!bridge.key().matches("[a-z][a-z0-9-]{1,30}") || this.bridges.put(bridge.key(), bridge) != null) {
                throw new IllegalStateException("No bridge can be called " + bridge.key());
            }
        }
    }

    public Optional<Bridge> find(String key) {
        return Optional.ofNullable(bridges.get(key));
    }

    /** In the order of their keys. */
    public Collection<Bridge> all() {
        return bridges.values();
    }
}

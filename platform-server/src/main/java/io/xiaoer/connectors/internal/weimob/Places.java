package io.xiaoer.connectors.internal.weimob;

import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where in an answer something stands: the first of these places that says anything counts. */
final class Places {

    private final List<List<String>> paths;

    private Places(List<List<String>> paths) {
        this.paths = paths;
    }

    /** @param paths names with slashes between them */
    static Places at(String... paths) {
        return new Places(Arrays.stream(paths).map(path -> names(path).toList()).toList());
    }

    /** The same places in an answer, in each of its parts that may hold them. */
    Places within(String... parts) {
        return new Places(Arrays.stream(parts)
                .flatMap(part -> paths.stream()
                        .map(path -> Stream.concat(names(part), path.stream()).toList()))
                .toList());
    }

    private static Stream<String> names(String path) {
        return Arrays.stream(path.split("/")).filter(name -> !name.isEmpty());
    }

    /** Missing if none of the places says anything. */
    JsonNode in(JsonNode answer) {
        for (List<String> path : paths) {
            JsonNode found = follow(path, answer);
            if (says(found)) {
                return found;
            }
        }
        return BridgeHttp.JSON.missingNode();
    }

    /** A list, which may be empty if none of the places has more; missing if there is none. */
    JsonNode listIn(JsonNode answer) {
        JsonNode empty = BridgeHttp.JSON.missingNode();
        for (List<String> path : paths) {
            JsonNode found = follow(path, answer);
            if (found.isArray()) {
                if (!found.isEmpty()) {
                    return found;
                }
                empty = found;
            }
        }
        return empty;
    }

    private static JsonNode follow(List<String> path, JsonNode answer) {
        JsonNode found = answer;
        for (String name : path) {
            found = found.path(name);
        }
        return found;
    }

    private static boolean says(JsonNode found) {
        return !found.isMissingNode()
                && !found.isNull()
                && !(found.isString() && found.asString().isBlank());
    }
}

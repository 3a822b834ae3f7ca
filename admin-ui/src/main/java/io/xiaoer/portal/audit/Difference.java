package io.xiaoer.portal.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two JSON documents, field by field. */
final class Difference {

    /** Stands between the items of a list. */
    private static final String SEPARATOR = " | ";

    static final String SEPARATOR_PATTERN = Pattern.quote(SEPARATOR);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Difference() {}

    /**
     * One field that differs.
     *
     * @param field path with dots; empty when the documents are no objects
     * @param before null when it was not there
     * @param after null when it is no longer there
     */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** Changed fields in the order of their names; what is equal in both is left out. */
    static List<Change> between(@Nullable String before, @Nullable String after) {
        Map<String, String> old = leaves(before);
        Map<String, String> fresh = leaves(after);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(fresh.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(old.get(field), fresh.get(field))) {
                changes.add(new Change(field, old.get(field), fresh.get(field)));
            }
        }
        return changes;
    }

    private static Map<String, String> leaves(@Nullable String document) {
        Map<String, String> leaves = new LinkedHashMap<>();
        if (document != null) {
            collect("", JSON.readTree(document), leaves);
        }
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.isValueNode() ? item.asString() : item.toString()));
            if (!items.isEmpty()) {
                leaves.put(path, String.join(SEPARATOR, items));
            }
        } else if (!node.isNull()) {
            leaves.put(path, node.asString());
        }
    }
}

package io.xiaoer.testing.platforms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** As much of GraphQL, and of the lists that Vendure makes with it, as it takes to answer a query with what it selects and nothing else. */
final class VendureGraphql {

    private static final Pattern TOKENS = Pattern.compile("\"[^\"]*\"|[$A-Za-z_][A-Za-z0-9_]*|-?[0-9]+|[{}()\\[\\]:!]");
    private static final int MOST = 1000;

    private final List<String> tokens;
    private final JsonNode variables;
    private int at;

    private VendureGraphql(List<String> tokens, JsonNode variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** What the real one refuses with 400. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /** A field that takes arguments. */
    interface Field extends Function<JsonNode, Object> {}

    private record Selection(String alias, String name, JsonNode arguments, List<Selection> fields) {}

    static ObjectNode answer(String query, JsonNode variables, Map<String, Object> root) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(query);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        VendureGraphql parser = new VendureGraphql(tokens, variables);
        while (!parser.peek().equals("{")) {
            parser.at++;
        }
        return selected(root, parser.selections());
    }

    private String peek() {
        if (at >= tokens.size()) {
            throw new Invalid("Syntax Error: Expected Name, found <EOF>.");
        }
        return tokens.get(at);
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    private boolean skip(String token) {
        boolean there = peek().equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private List<Selection> selections() {
        List<Selection> fields = new ArrayList<>();
        next();
        while (!skip("}")) {
            String name = next();
            String alias = name;
            if (skip(":")) {
                name = next();
            }
            ObjectNode arguments = VendureSimulator.JSON.createObjectNode();
            if (skip("(")) {
                while (!skip(")")) {
                    String argument = next();
                    next();
                    arguments.set(argument, value());
                }
            }
            fields.add(new Selection(alias, name, arguments, peek().equals("{") ? selections() : List.of()));
        }
        return fields;
    }

    private JsonNode value() {
        String token = next();
        if (token.startsWith("$")) {
            return variables.path(token.substring(1));
        }
        if (token.equals("{")) {
            ObjectNode object = VendureSimulator.JSON.createObjectNode();
            while (!skip("}")) {
                String name = next();
                next();
                object.set(name, value());
            }
            return object;
        }
        if (token.equals("[")) {
            ArrayNode list = VendureSimulator.JSON.createArrayNode();
            while (!skip("]")) {
                list.add(value());
            }
            return list;
        }
        String text = token.replace("\"", "");
        return token.matches("-?[0-9]+|true|false|null")
                ? VendureSimulator.JSON.readTree(token)
                : StringNode.valueOf(text);
    }

    private static ObjectNode selected(Map<?, ?> object, List<Selection> fields) {
        if (fields.isEmpty()) {
            throw new Invalid("must have a selection of subfields");
        }
        ObjectNode answer = VendureSimulator.JSON.createObjectNode();
        for (Selection field : fields) {
            if (!object.containsKey(field.name())) {
                throw new Invalid("Cannot query field " + field.name());
            }
            Object value = object.get(field.name());
            answer.set(
                    field.alias(),
                    shown(value instanceof Field function ? function.apply(field.arguments()) : value, field));
        }
        return answer;
    }

    private static JsonNode shown(@Nullable Object value, Selection field) {
        if (value instanceof Map<?, ?> object) {
            return selected(object, field.fields());
        }
        if (value instanceof List<?> list) {
            ArrayNode all = VendureSimulator.JSON.createArrayNode();
            list.forEach(one -> all.add(shown(one, field)));
            return all;
        }
        return VendureSimulator.JSON.valueToTree(value);
    }

    /** A list as {@code options} want it. */
    static Map<String, Object> list(List<Map<String, Object>> all, JsonNode options) {
        if (options.path("take").intValue(0) > MOST) {
            throw new Invalid("take must be at most " + MOST);
        }
        List<Map<String, Object>> found = new ArrayList<>(
                all.stream().filter(one -> matches(one, options.path("filter"))).toList());
        Comparator<Map<String, Object>> order = (one, other) -> 0;
        for (Map.Entry<String, JsonNode> by : options.path("sort").properties()) {
            Comparator<Map<String, Object>> next = Comparator.comparing(one -> key(one, by.getKey()));
            order = order.thenComparing(by.getValue().asString().equals("DESC") ? next.reversed() : next);
        }
        found.sort(order);
        int skip = options.path("skip").intValue(0);
        int take = options.path("take").intValue(MOST);
        return Map.of(
                "totalItems",
                found.size(),
                "items",
                found.stream().skip(skip).limit(take).toList());
    }

    /** Ids are numbers that grow. */
    private static String key(Map<String, Object> object, String field) {
        String text = String.valueOf(object.get(field));
        return field.equals("id") ? "0".repeat(Math.max(0, 12 - text.length())) + text : text;
    }

    private static boolean matches(Map<String, Object> object, JsonNode filter) {
        for (Map.Entry<String, JsonNode> field : filter.properties()) {
            boolean is = field.getKey().equals("_or")
                    ? field.getValue().valueStream().anyMatch(one -> matches(object, one))
                    : is(object, field.getKey(), field.getValue());
            if (!is) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(Map<String, Object> object, String field, JsonNode wanted) {
        Object there = field.equals("externalId") && object.get("customFields") instanceof Map<?, ?> own
                ? own.get(field)
                : object.get(field);
        for (Map.Entry<String, JsonNode> operator : wanted.properties()) {
            JsonNode value = operator.getValue();
            boolean is = switch (operator.getKey()) {
                case "eq" -> value.asString("").equals(String.valueOf(there));
                case "in" ->
                    value.valueStream().anyMatch(one -> one.asString("").equals(String.valueOf(there)));
                case "isNull" -> value.booleanValue() == (there == null);
                case "between" ->
                    there != null
                            && !time(there)
                                    .isBefore(Instant.parse(value.path("start").asString()))
                            && !time(there)
                                    .isAfter(Instant.parse(value.path("end").asString()));
                default -> throw new Invalid("no operator " + operator.getKey());
            };
            if (!is) {
                return false;
            }
        }
        return true;
    }

    private static Instant time(Object value) {
        return Instant.parse(String.valueOf(value));
    }
}

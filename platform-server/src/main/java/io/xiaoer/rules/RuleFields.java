package io.xiaoer.rules;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Money;
import io.xiaoer.shared.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a JSON object strictly: what is wrong is rejected under its path, and something harmless stands in for it meanwhile.
 */
final class RuleFields {

    private static final int MAX_URL = 1000;

    private final String path;
    private final JsonNode object;
    private final FieldErrors errors;
    private final Set<String> known = new LinkedHashSet<>();
    private final boolean given;
    private boolean sound = true;

    RuleFields(String path, @Nullable JsonNode object, FieldErrors errors) {
        this.path = path;
        this.errors = errors;
        if (object != null && object.isObject()) {
            this.object = object;
            given = true;
            return;
        }
        this.object = JsonNodeFactory.instance.objectNode();
        given = false;
        sound = false;
        errors.reject(path, object == null || object.isNull() ? "is required" : "must be an object");
    }

    /** Whether nothing of it was rejected. */
    boolean isSound() {
        return sound;
    }

    void rejectIf(boolean wrong, String name, String message) {
        if (wrong) {
            reject(name, message);
        }
    }

    private void reject(String name, String message) {
        sound = false;
        errors.reject(path + "." + name, message);
    }

    boolean isMissing(String name) {
        return find(name) == null;
    }

    int number(String name, int least, int most) {
        String message = "must be a whole number from " + least + " to " + most;
        JsonNode value = required(name, message);
        if (value == null) {
            return least;
        }
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            reject(name, message);
            return least;
        }
        int number = value.intValue();
        rejectIf(number < least || number > most, name, message);
        return number;
    }

    boolean flag(String name) {
        JsonNode value = required(name, "must be true or false");
        return value != null && flag(name, value);
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = find(name);
        return value == null ? otherwise : flag(name, value);
    }

    private boolean flag(String name, JsonNode value) {
        rejectIf(!value.isBoolean(), name, "must be true or false");
        return value.isBoolean() && value.booleanValue();
    }

    Money money(String name) {
        JsonNode value = required(name, "must be an amount such as \"19.90\"");
        return value == null ? Money.ZERO : money(name, value);
    }

    @Nullable
    Money optionalMoney(String name) {
        JsonNode value = find(name);
        return value == null ? null : money(name, value);
    }

    private Money money(String name, JsonNode value) {
        try {
            if (value.isString()) {
                return Money.of(value.stringValue());
            }
            if (value.isNumber()) {
                BigDecimal amount = value.decimalValue();
                return new Money(amount.signum() == 0 ? BigDecimal.ZERO : amount);
            }
            reject(name, "must be an amount such as \"19.90\"");
        } catch (IllegalArgumentException e) {
            reject(name, e.getMessage() == null ? "must be an amount such as \"19.90\"" : e.getMessage());
        } catch (RuntimeException e) {
            // a number that no decimal is
            reject(name, "must be an amount such as \"19.90\"");
        }
        return Money.ZERO;
    }

    String text(String name, int most) {
        JsonNode value = required(name, "must be text");
        return value == null ? "" : text(name, value, most);
    }

    private String text(String name, JsonNode value, int most) {
        if (!value.isString()) {
            reject(name, "must be text");
            return "";
        }
        String text = value.stringValue().strip();
        rejectIf(text.isEmpty(), name, "must not be empty");
        rejectIf(text.length() > most, name, "must not be longer than " + most + " characters");
        rejectIf(!Texts.isClean(text), name, "must not contain control characters");
        return text;
    }

    /** Without repetitions. */
    List<String> texts(String name, int least, int most, int length) {
        JsonNode value = least > 0 ? required(name, "must be a list with at least one text") : find(name);
        return value == null ? List.of() : texts(name, value, least, most, length);
    }

    private List<String> texts(String name, JsonNode value, int least, int most, int length) {
        List<JsonNode> items = items(name, value, least, most);
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            texts.add(text(name + "[" + i + "]", items.get(i), length));
        }
        return List.copyOf(texts);
    }

    List<RuleFields> rows(String name, int least, int most) {
        JsonNode value = required(name, "must be a list with at least one item");
        if (value == null) {
            return List.of();
        }
        List<JsonNode> items = items(name, value, least, most);
        List<RuleFields> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rows.add(new RuleFields(path + "." + name + "[" + i + "]", items.get(i), errors));
        }
        return rows;
    }

    private List<JsonNode> items(String name, JsonNode value, int least, int most) {
        if (!value.isArray()) {
            reject(name, "must be a list");
            return List.of();
        }
        if (value.size() < least) {
            reject(name, "must not be empty");
        }
        if (value.size() > most) {
            reject(name, "must not have more than " + most + " items");
            return List.of();
        }
        return List.copyOf(value.values());
    }

    @Nullable
    String url(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isString() || !isUrl(value.stringValue())) {
            reject(
                    name,
                    "must be a whole address that begins with https:// or http://, at most " + MAX_URL
                            + " characters; leave it out if there is none");
            return null;
        }
        return value.stringValue().strip();
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text.strip());
            return text.length() <= MAX_URL
                    && Texts.isClean(text)
                    && uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Nullable
    LocalTime time(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        try {
            if (value.isString()) {
                return LocalTime.parse(value.stringValue().strip());
            }
        } catch (DateTimeException e) {
            // said below
        }
        reject(name, "must be a time of day such as \"16:00\"");
        return null;
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices, E otherwise) {
        JsonNode value = find(name);
        if (value == null) {
            return otherwise;
        }
        for (E choice : choices.getEnumConstants()) {
            if (value.isString() && choice.name().equalsIgnoreCase(value.stringValue())) {
                return choice;
            }
        }
        reject(
                name,
                "must be one of "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .toList());
        return otherwise;
    }

    /** Names with what belongs to each: a text, a list of texts, or an object of plain values. */
    Map<String, List<String>> levels(String name, int most, int nameLength, int length) {
        JsonNode value = required(name, "must be an object from each level to what it gets");
        Map<String, List<String>> levels = new LinkedHashMap<>();
        if (value == null) {
            return levels;
        }
        if (!value.isObject() || value.isEmpty()) {
            reject(name, "must be an object from each level to what it gets, with at least one level");
            return levels;
        }
        if (value.size() > most) {
            reject(name, "must not have more than " + most + " levels");
            return levels;
        }
        value.properties().forEach(level -> {
            String path = name + "." + level.getKey();
            String title = level.getKey().strip();
            rejectIf(
                    title.isEmpty() || title.length() > nameLength || !Texts.isClean(title),
                    name,
                    "must name each level with 1 to " + nameLength + " characters");
            levels.put(title, benefits(path, level.getValue(), length));
        });
        return levels;
    }

    private List<String> benefits(String name, JsonNode value, int length) {
        if (value.isString()) {
            return List.of(text(name, value, length));
        }
        if (value.isArray()) {
            return texts(name, value, 1, 50, length);
        }
        if (!value.isObject() || value.isEmpty()) {
            reject(name, "must be a text, a list of texts, or an object of plain values");
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        value.properties().forEach(part -> {
            JsonNode plain = part.getValue();
            if (plain.isString() || plain.isNumber() || plain.isBoolean()) {
                String line = part.getKey() + ": " + plain.asString();
                rejectIf(
                        line.length() > length || !Texts.isClean(line),
                        name,
                        "must have lines of at most " + length + " clean characters");
                lines.add(line);
            } else {
                reject(name + "." + part.getKey(), "must be a plain value");
            }
        });
        return lines;
    }

    /** Call it after all that may be there has been read. */
    void rejectOthers() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                reject(name, "is not a field of it; there are " + known);
            }
        }
    }

    private @Nullable JsonNode required(String name, String message) {
        JsonNode value = find(name);
        if (value == null && given) {
            reject(name, "is required and " + message);
        }
        return value;
    }

    private @Nullable JsonNode find(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}

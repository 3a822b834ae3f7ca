package io.xiaoer.shopdata.internal;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object that came from outside. What is missing or wrong is written into the errors under its path, and
 * something harmless is returned in its place, so that everything that is wrong is found in one go.
 */
final class Fields {

    private static final OffsetDateTime OLDEST = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime LATEST = OffsetDateTime.of(2200, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JsonNode object;
    private final String path;
    private final FieldErrors errors;

    Fields(JsonNode object, String path, FieldErrors errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    String text(String name, int longest) {
        @Nullable String text = optionalText(name, longest);
        if (text == null && isMissing(name)) {
            reject(name, "is required");
        } else if (text != null && text.isBlank()) {
            reject(name, "must not be empty");
        }
        return text == null ? "" : text.strip();
    }

    @Nullable
    String optionalText(String name, int longest) {
        JsonNode value = object.path(name);
        if (isMissing(name)) {
            return null;
        }
        if (!value.isString()) {
            reject(name, "must be a text");
            return null;
        }
        errors.optionalText(path + name, value.asString(), longest);
        return value.asString();
    }

    /** An address that a shopper can open. */
    @Nullable
    String link(String name, int longest) {
        @Nullable String link = optionalText(name, longest);
        if (link != null && !link.isEmpty() && !link.matches("https?://\\S+")) {
            reject(name, "must begin with https:// or http://");
        }
        return link == null || link.isEmpty() ? null : link;
    }

    OffsetDateTime time(String name) {
        @Nullable OffsetDateTime time = optionalTime(name);
        if (time == null && isMissing(name)) {
            reject(name, "is required");
        }
        return time == null ? OLDEST : time;
    }

    @Nullable
    OffsetDateTime optionalTime(String name) {
        if (isMissing(name)) {
            return null;
        }
        JsonNode value = object.path(name);
        return value.isString() ? time(value.asString(), path + name, errors) : wrongTime(path + name, errors);
    }

    /** The time that {@code text} says; null, and an error, if it is none. */
    static @Nullable OffsetDateTime time(String text, String field, FieldErrors errors) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.isBefore(OLDEST) || time.isAfter(LATEST)) {
                errors.reject(field, "must be between the years 1900 and 2199");
                return null;
            }
            return time;
        } catch (DateTimeException e) {
            return wrongTime(field, errors);
        }
    }

    private static @Nullable OffsetDateTime wrongTime(String field, FieldErrors errors) {
        errors.reject(field, "must be a real date and time with offset, such as \"2026-01-31T20:15:00+08:00\"");
        return null;
    }

    @Nullable
    Money money(String name) {
        Optional<BigDecimal> number = number(name, "an amount such as \"19.90\"");
        try {
            return number.map(Money::new).orElse(null);
        } catch (IllegalArgumentException e) {
            reject(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A number from 0 on, with at most two decimals. */
    BigDecimal value(String name, BigDecimal most) {
        @Nullable Money value = money(name);
        if (value == null) {
            if (isMissing(name)) {
                reject(name, "is required");
            }
            return BigDecimal.ZERO;
        }
        if (value.amount().compareTo(most) > 0) {
            reject(name, "must not be more than " + most);
        }
        return value.amount();
    }

    private Optional<BigDecimal> number(String name, String what) {
        JsonNode value = object.path(name);
        if (isMissing(name)) {
            return Optional.empty();
        }
        if (value.isIntegralNumber()) {
            return Optional.of(new BigDecimal(value.bigIntegerValue()));
        }
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return Optional.of(BigDecimal.valueOf(value.doubleValue()));
        }
        if (value.isString() && value.asString().matches("-?[0-9]{1,12}(\\.[0-9]{1,8})?")) {
            return Optional.of(new BigDecimal(value.asString()));
        }
        reject(name, "must be " + what);
        return Optional.empty();
    }

    int integer(String name, int least, int most) {
        @Nullable Integer integer = optionalInteger(name, least, most);
        if (integer == null && isMissing(name)) {
            reject(name, "is required");
        }
        return integer == null ? least : integer;
    }

    @Nullable
    Integer optionalInteger(String name, int least, int most) {
        JsonNode value = object.path(name);
        if (isMissing(name)) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            reject(name, "must be a whole number from " + least + " to " + most);
            return null;
        }
        return value.intValue();
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = object.path(name);
        if (isMissing(name)) {
            return null;
        }
        if (!value.isBoolean()) {
            reject(name, "must be true or false");
            return null;
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        E[] all = type.getEnumConstants();
        if (isMissing(name)) {
            reject(name, "is required");
            return all[0];
        }
        String text = object.path(name).isString() ? object.path(name).asString() : "";
        Optional<E> found =
                Arrays.stream(all).filter(one -> key(one).equals(text)).findFirst();
        if (found.isEmpty()) {
            reject(name, "must be one of " + Arrays.stream(all).map(Fields::key).collect(Collectors.joining(", ")));
        }
        return found.orElse(all[0]);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @param required whether it may be missing; it may be empty all the same */
    <T> List<T> list(String name, boolean required, int most, Function<Fields, T> item) {
        List<T> items = new ArrayList<>();
        for (Element element : elements(name, required, most)) {
            if (element.node().isObject()) {
                items.add(item.apply(new Fields(element.node(), element.path() + ".", errors)));
            } else {
                errors.reject(element.path(), "must be an object");
            }
        }
        return items;
    }

    List<String> texts(String name, int most, int longest) {
        List<String> texts = new ArrayList<>();
        for (Element element : elements(name, false, most)) {
            if (element.node().isString()) {
                errors.text(element.path(), element.node().asString(), longest);
                texts.add(element.node().asString());
            } else {
                errors.reject(element.path(), "must be a text");
            }
        }
        return texts;
    }

    private record Element(JsonNode node, String path) {}

    private List<Element> elements(String name, boolean required, int most) {
        JsonNode value = object.path(name);
        List<Element> elements = new ArrayList<>();
        if (isMissing(name)) {
            errors.rejectIf(required, path + name, "is required");
        } else if (!value.isArray()) {
            reject(name, "must be a list");
        } else if (value.size() > most) {
            reject(name, "must not have more than " + most + " items");
        } else {
            for (int i = 0; i < value.size(); i++) {
                elements.add(new Element(value.path(i), path + name + "[" + i + "]"));
            }
        }
        return elements;
    }

    Optional<Fields> object(String name) {
        JsonNode value = object.path(name);
        if (isMissing(name)) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            reject(name, "must be an object");
            return Optional.empty();
        }
        return Optional.of(new Fields(value, path + name + ".", errors));
    }

    JsonNode raw(String name) {
        return object.path(name);
    }

    void reject(String name, String message) {
        errors.reject(path + name, message);
    }

    private boolean isMissing(String name) {
        return object.path(name).isMissingNode() || object.path(name).isNull();
    }
}

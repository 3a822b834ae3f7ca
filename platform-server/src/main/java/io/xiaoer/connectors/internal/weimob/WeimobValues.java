package io.xiaoer.connectors.internal.weimob;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the platform writes ids, times and money: as numbers here and as texts there. No number goes through a floating one. */
final class WeimobValues {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final int LONGEST_NUMBER = 30;

    private WeimobValues() {}

    /** A text, or a whole number in all its digits; null if it is empty or neither. */
    static @Nullable String text(JsonNode value) {
        if (value.isString()) {
            return value.asString().isBlank() ? null : value.asString().strip();
        }
        return value.isIntegralNumber() ? value.asString() : null;
    }

    /** Whether it is one of the platform's ids: a whole number of 64 bits above zero. */
    static boolean isId(String text) {
        if (!text.matches("[0-9]{1,19}")) {
            return false;
        }
        try {
            return Long.parseLong(text) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** As the number that it is. */
    static void putId(ObjectNode to, String name, String id) {
        if (isId(id)) {
            to.put(name, Long.parseLong(id));
        } else {
            to.put(name, id);
        }
    }

    static void addId(ArrayNode to, String id) {
        if (isId(id)) {
            to.add(Long.parseLong(id));
        } else {
            to.add(id);
        }
    }

    /** Whole and not negative; null if it is not. */
    static @Nullable Long count(JsonNode value) {
        String text = text(value);
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** Milliseconds or seconds since 1970, or {@code 2026-11-26 12:00:00} in China; null if it is none of these, or zero, which is never. */
    static @Nullable Instant time(JsonNode value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,15}")) {
            long number = Long.parseLong(text);
            if (number == 0) {
                return null;
            }
            return number >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        try {
            return LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static void putTime(ObjectNode to, String name, JsonNode value) {
        Instant time = time(value);
        if (time != null) {
            to.put(name, time.atZone(ZONE).toOffsetDateTime().toString());
        }
    }

    static void putText(ObjectNode to, String name, @Nullable String text) {
        if (text != null) {
            to.put(name, text);
        }
    }

    /** A number, or a number in a text; null if it is neither. */
    static @Nullable BigDecimal decimal(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = text(value);
        if (text == null || text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        return new BigDecimal(text);
    }

    /** In yuan, with two places; what has more is passed on as it is, and the store says so. */
    static void putYuan(ObjectNode to, String name, JsonNode value) {
        BigDecimal yuan = decimal(value);
        if (yuan == null) {
            putText(to, name, text(value));
            return;
        }
        BigDecimal shortest = yuan.stripTrailingZeros();
        to.put(name, (shortest.scale() <= 2 ? yuan.setScale(2, RoundingMode.UNNECESSARY) : yuan).toPlainString());
    }
}

package io.xiaoer.connectors.internal.youzan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the platform writes times, ids and money. */
final class YouzanFields {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long MILLIS_FROM = 100_000_000_000L;

    private YouzanFields() {}

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    /** {@code 2026-11-26 12:00:00} in China, or seconds or milliseconds since 1970; null if it is none of these. */
    static @Nullable Instant time(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0) {
            long number = value.longValue();
            return number >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        if (!value.isString() || value.asString().isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(value.asString(), TIME).atZone(ZONE).toInstant();
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

    /** A text, or a number in all its digits; null if it is empty or neither. */
    static @Nullable String text(JsonNode value) {
        if (value.isString()) {
            return value.asString().isBlank() ? null : value.asString();
        }
        return value.isIntegralNumber() ? value.asString() : null;
    }

    /** The first of these that says anything. */
    static @Nullable String text(JsonNode object, String... names) {
        for (String name : names) {
            String text = text(object.path(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    static void putText(ObjectNode to, String name, @Nullable String text) {
        if (text != null) {
            to.put(name, text);
        }
    }

    /** {@code "19.90"} */
    static void putYuan(ObjectNode to, String name, JsonNode value) {
        String text = value.isNumber() ? value.decimalValue().toPlainString() : text(value);
        putText(to, name, text);
    }

    /** {@code 1990} */
    static void putFen(ObjectNode to, String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            to.put(name, BigDecimal.valueOf(value.longValue(), 2).toPlainString());
        }
    }
}

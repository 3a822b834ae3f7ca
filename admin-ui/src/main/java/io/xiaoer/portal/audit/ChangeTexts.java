package io.xiaoer.portal.audit;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says what changed in words of the portal. What it has none for stays as it was kept. */
final class ChangeTexts {

    /** What there are names for, each under {@code audit.field.}; the last few are changes of one value. */
    static final Set<String> FIELDS = Set.of(
            "role",
            "category",
            "reason",
            "stage",
            "liveRelease",
            "candidate",
            "pilot.size",
            "pilot.sampleRate",
            "pilot.newWithinDays",
            "targets.resolved",
            "targets.unknown",
            "targets.handover",
            "targets.thumbsDown",
            "targets.slow",
            "targets.widgetErrors",
            "targets.conversations",
            "name",
            "scopes",
            "oldSecretValidUntil",
            "key",
            "question",
            "similar",
            "keywords",
            "answer",
            "needs",
            "validFrom",
            "validTo",
            "enabled",
            "version",
            "other",
            "synonyms",
            "words",
            "selfName",
            "address",
            "particles",
            "emoji",
            "banned",
            "greeting",
            "signOff",
            "number",
            "note",
            "entries",
            "checksum",
            "createdBy",
            "createdAt",
            "id",
            "state",
            "created",
            "updated",
            "unchanged",
            "rejected",
            "count",
            "placement.product",
            "placement.cart",
            "placement.mine",
            "theme.primaryColor",
            "theme.avatarUrl",
            "theme.title",
            "allowedOrigins",
            "fallback.kind",
            "fallback.url",
            "fallback.text",
            "windowDays",
            "requireUnopened",
            "excludeCategories",
            "freightPaidBy",
            "packagingRequired",
            "applyUrl",
            "tiers",
            "stackWithCoupons",
            "allowed",
            "maxPerOrder",
            "days",
            "fee",
            "freeOver",
            "remoteRegions",
            "remoteFee",
            "withinHours",
            "cutOff",
            "regions",
            "hours",
            "coldChain",
            "shipWithinDays",
            "proof",
            "gift",
            "how",
            "levels",
            "kinds",
            "staff.changed",
            "connection.chosen",
            "conversationMonths",
            "orderMonths",
            "customers",
            "orders",
            "aftersales",
            "coupons",
            "conversations",
            "staff",
            "url",
            "events",
            "because");

    /** Where the values of a field have their texts, and which values those are. */
    static final Map<String, Known> VALUES = Map.of(
            "role", new Known("role.%s", Set.of("owner", "editor", "agent", "viewer")),
            "category",
                    new Known(
                            "suspension.category.%s",
                            Set.of(
                                    "payment",
                                    "content",
                                    "abuse",
                                    "security",
                                    "request",
                                    "settled",
                                    "mistake",
                                    "other")),
            "stage", new Known("stage.%s", Set.of("internal", "pilot", "full")),
            "scopes", new Known("clients.scope.%s", Set.of("manage", "sync", "chat")),
            "emoji", new Known("tone.emoji.%s", Set.of("none", "few", "many")),
            "state", new Known("audit.state.%s", Set.of("done", "cancelled", "failed")),
            "freightPaidBy", new Known("rules.field.freightPaidBy.%s", Set.of("buyer", "seller")),
            "fallback.kind", new Known("embed.fallback.%s", Set.of("link", "text", "person")),
            "because", new Known("hooks.because.%s", Set.of("failing", "gone")),
            "connection.chosen", new Known("start.connect.%s.name", Set.of("embed", "api", "bridge")));

    /** A text with {@code %s} for the value. */
    record Known(String key, Set<String> values) {}

    private static final Set<String> SWITCHES = Set.of(
            "enabled",
            "placement.product",
            "placement.cart",
            "placement.mine",
            "requireUnopened",
            "packagingRequired",
            "stackWithCoupons",
            "allowed",
            "coldChain");
    private static final Set<String> TIMES = Set.of("oldSecretValidUntil", "validFrom", "validTo", "createdAt");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final UnaryOperator<String> texts;
    private final ZoneId zone;
    private final String action;

    /**
     * @param texts the text under a key
     * @param zone of the shop
     * @param action gives a change of one value its name
     */
    ChangeTexts(UnaryOperator<String> texts, ZoneId zone, String action) {
        this.texts = texts;
        this.zone = zone;
        this.action = action;
    }

    /** The name of a field, or its path. */
    String field(String path) {
        String name = named(path);
        if (FIELDS.contains(name)) {
            return texts.apply("audit.field." + name);
        }
        return path.isEmpty() ? texts.apply("audit.value") : path;
    }

    /** What a value of a field means. */
    String value(String path, String value) {
        String name = named(path);
        if (SWITCHES.contains(name) && (value.equals("true") || value.equals("false"))) {
            return texts.apply("audit.switch." + value);
        }
        if (TIMES.contains(name)) {
            return time(value);
        }
        Known known = VALUES.get(name);
        return known == null
                ? value
                : Arrays.stream(value.split(Difference.SEPARATOR_PATTERN))
                        .map(item -> one(known, item))
                        .collect(Collectors.joining(texts.apply("audit.comma")));
    }

    private String one(Known known, String value) {
        String item = value.toLowerCase(Locale.ROOT);
        return known.values().contains(item) ? texts.apply(known.key().formatted(item)) : value;
    }

    private String time(String value) {
        try {
            return TIME.format(OffsetDateTime.parse(value).atZoneSameInstant(zone));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private String named(String path) {
        return path.isEmpty() ? action : path;
    }
}

package io.xiaoer.rules.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.xiaoer.rules.RuleDraft;
import io.xiaoer.rules.RuleType;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rule as a caller sends it. What was read can be sent back; a misspelt field is refused, since without its date a rule would hold at once.
 *
 * @param version the newest version there must be; null changes whatever is there
 */
record RuleRequest(
        @Nullable String type,
        @Nullable String key,
        @Nullable JsonNode params,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable Integer version,
        @JsonAnySetter @Nullable Map<String, JsonNode> others) {

    RuleDraft toDraft(RuleType ofType, String ofKey) {
        FieldErrors errors = new FieldErrors();
        if (others != null) {
            others.keySet()
                    .forEach(name -> errors.reject(
                            name, "is not a field of a rule; there are params, validFrom, validTo and version"));
        }
        errors.rejectIf(type != null && !type.equals(ofType.key()), "type", "must be the address's, " + ofType.key());
        errors.rejectIf(key != null && !key.equals(ofKey), "key", "must be the address's, " + ofKey);
        errors.rejectIf(version != null && version < 0, "version", "must not be negative");
        errors.throwIfAny();
        return new RuleDraft(
                params,
                validFrom == null ? null : time("validFrom", validFrom),
                validTo == null ? null : time("validTo", validTo),
                version);
    }

    /** @throws Problem if it is no time, or one that no rule can have */
    static OffsetDateTime time(String field, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1970 && time.getYear() <= 9999) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Problem.invalid(
                field, "must be a time that there is, with its offset, such as 2026-11-11T00:00:00+08:00");
    }
}

package io.xiaoer.rules;

import io.xiaoer.shared.FieldErrors;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody wants a rule to be.
 *
 * @param params in the form that the rule's type has, see {@link RuleForm}
 * @param validFrom inclusive; null means always until {@code validTo}
 * @param validTo exclusive; null means for good
 * @param version the newest version there must be, 0 for none; null changes whatever is there
 */
public record RuleDraft(
        @Nullable JsonNode params,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        @Nullable Integer version) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static RuleDraft of(
            Map<String, ?> params,
            @Nullable OffsetDateTime validFrom,
            @Nullable OffsetDateTime validTo,
            @Nullable Integer version) {
        return new RuleDraft(JSON.valueToTree(params), validFrom, validTo, version);
    }

    /**
     * What the draft says, once it is known to be right.
     *
     * @throws io.xiaoer.shared.Problem naming each field that is wrong
     */
    public RuleParams check(RuleType type, String key) {
        FieldErrors errors = new FieldErrors();
        errors.rejectIf(
                !key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
                "key",
                "must be letters, digits, dots, hyphens and underscores, at most 64, and begin with a letter or digit");
        errors.rejectIf(
                validFrom != null && validTo != null && !validFrom.isBefore(validTo),
                "validTo",
                "must be later than validFrom");
        return RuleForm.read(type, params, errors);
    }
}

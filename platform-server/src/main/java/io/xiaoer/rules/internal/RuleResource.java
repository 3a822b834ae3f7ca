package io.xiaoer.rules.internal;

import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleParams;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a rule as the API shows it; without {@code params} if the rule was withdrawn by it. */
record RuleResource(
        String type,
        String key,
        @Nullable Map<String, Object> params,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        int version) {

    static RuleResource of(Rule rule) {
        RuleParams params = rule.params();
        return new RuleResource(
                rule.type().key(),
                rule.key(),
                params == null ? null : RuleForm.write(params),
                rule.validFrom(),
                rule.validTo(),
                rule.version());
    }
}

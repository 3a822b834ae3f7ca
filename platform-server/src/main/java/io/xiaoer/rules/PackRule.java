package io.xiaoer.rules;

import java.util.Map;

/** A rule that a pack brings to a new shop, in the form of the API. */
public record PackRule(String type, String key, Map<String, Object> params) {

    /** @throws IllegalArgumentException if there is no such type: the build has checked packs */
    RuleType ruleType() {
        return RuleType.of(type).orElseThrow(() -> new IllegalArgumentException("There is no rule type " + type));
    }
}

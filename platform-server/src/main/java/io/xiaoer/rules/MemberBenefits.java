package io.xiaoer.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each member level gets; levels in the shop's order. */
public record MemberBenefits(Map<String, List<String>> levels) implements RuleParams {

    public MemberBenefits {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }
}

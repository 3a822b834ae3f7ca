package io.xiaoer.rules;

import java.util.List;

/** Until when something may be returned after an allergic reaction, and what proves it. */
public record AllergyReturn(int windowDays, List<String> proof) implements RuleParams {

    public AllergyReturn {
        proof = List.copyOf(proof);
    }
}

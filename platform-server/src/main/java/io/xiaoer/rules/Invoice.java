package io.xiaoer.rules;

import java.util.List;

/** Which invoices the shop gives, and how to ask for one. */
public record Invoice(List<String> kinds, String how) implements RuleParams {
    public Invoice {
        kinds = List.copyOf(kinds);
    }
}

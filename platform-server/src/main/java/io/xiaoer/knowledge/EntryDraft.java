package io.xiaoer.knowledge;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes about one question.
 *
 * @param key stable name within the bot; null lets the platform choose one
 * @param needs facts the answer cannot do without, of {@link #KNOWN_NEEDS}
 * @param validTo exclusive
 * @param version the version the change was made on; null changes whatever is there
 */
public record EntryDraft(
        @Nullable String key,
        @Nullable String question,
        @Nullable List<String> similar,
        @Nullable List<String> keywords,
        @Nullable String answer,
        @Nullable List<String> needs,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        @Nullable Boolean enabled,
        @Nullable Integer version) {

    public static final int MAX_QUESTION = 200;
    public static final int MAX_ANSWER = 4000;
    public static final int MAX_SIMILAR = 500;
    public static final int MAX_KEYWORDS = 100;
    public static final int MAX_KEYWORD = 30;

    /** Names that stand for something else where an entry's key would be. */
    private static final Set<String> RESERVED = Set.of("new", "import", "export");

    /** Names of facts an answer may need. */
    public static final Set<String> KNOWN_NEEDS = Set.of(
            "order",
            "logistics",
            "exchange",
            "return",
            "refund",
            "cancel",
            "address-change",
            "coupon",
            "promotion",
            "member",
            "presale",
            "shipping-fee",
            "delivery-promise",
            "product",
            "price-protection",
            "fresh-claim",
            "allergy-return",
            "invoice",
            "new-customer-gift");

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        FieldErrors errors = new FieldErrors();
        errors.rejectIf(
                key != null && !key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key != null && key.length() > 64,
                "key",
                "must be lower-case words joined by hyphens, at most 64 characters");
        errors.rejectIf(key != null && RESERVED.contains(key), "key", "must not be one of " + RESERVED);
        errors.text("question", question, MAX_QUESTION);
        errors.texts("similar", similar, MAX_SIMILAR, MAX_QUESTION);
        errors.texts("keywords", keywords, MAX_KEYWORDS, MAX_KEYWORD);
        errors.text("answer", answer, MAX_ANSWER);
        if (needs != null) {
            for (int i = 0; i < needs.size(); i++) {
                errors.rejectIf(
                        needs.get(i) == null || !KNOWN_NEEDS.contains(needs.get(i)),
                        "needs[" + i + "]",
                        "must be one of " + KNOWN_NEEDS.stream().sorted().toList());
            }
        }
        errors.rejectIf(
                validFrom != null && validTo != null && !validFrom.isBefore(validTo),
                "validTo",
                "must be later than validFrom");
        errors.throwIfAny();
    }

    /** The same words, answering or not. */
    EntryDraft withEnabled(boolean enabled) {
        return new EntryDraft(key, question, similar, keywords, answer, needs, validFrom, validTo, enabled, version);
    }

    /** The entry this draft makes; call {@link #validate()} first. */
    public Entry toEntry(String key, int version) {
        return new Entry(
                key,
                question == null ? "" : question.strip(),
                strip(similar),
                strip(keywords),
                answer == null ? "" : answer.strip(),
                needs == null ? List.of() : List.copyOf(needs),
                validFrom,
                validTo,
                enabled == null || enabled,
                version);
    }

    private static List<String> strip(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(String::strip).distinct().toList();
    }
}

package io.xiaoer.shopdata;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How long a shop keeps what is about shoppers.
 *
 * @param conversationMonths months after the last word; null for forever
 * @param orderMonths months after the last change of an order that is delivered, completed or cancelled; null for forever
 */
public record Retention(
        @Nullable Integer conversationMonths, @Nullable Integer orderMonths, int version) {

    public static final int MOST_MONTHS = 240;

    public static final Retention DEFAULT = new Retention(24, 36, 0);

    /** @throws Problem naming each field that is wrong */
    void validate() {
        FieldErrors errors = new FieldErrors();
        check("conversationMonths", conversationMonths, errors);
        check("orderMonths", orderMonths, errors);
        errors.throwIfAny();
    }

    private static void check(String field, @Nullable Integer months, FieldErrors errors) {
        errors.rejectIf(
                months != null && (months < 1 || months > MOST_MONTHS),
                field,
                "must be between 1 and " + MOST_MONTHS + ", or nothing for forever");
    }
}

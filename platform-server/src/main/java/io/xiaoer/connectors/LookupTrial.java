package io.xiaoer.connectors;

import io.xiaoer.shared.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a look-up on trial brought.
 *
 * @param millis it took
 * @param items what arrived; of other customers than asked about, only that it did
 * @param fault what went wrong; null if nothing did
 * @param detail what exactly went wrong
 */
public record LookupTrial(
        long millis,
        List<Item> items,
        Fault.@Nullable Code fault,
        @Nullable String detail) {

    public LookupTrial {
        items = List.copyOf(items);
    }

    public boolean ok() {
        return fault == null;
    }

    /**
     * One record.
     *
     * @param outcome {@code stored}, {@code stale} or {@code rejected}
     * @param reason why it was rejected, in one line
     * @param errors why it was rejected, field by field; empty if it was not
     * @param data with what is personal masked; null for a rejected one
     */
    public record Item(
            @Nullable String kind,
            @Nullable String id,
            String outcome,
            @Nullable String reason,
            List<FieldError> errors,
            @Nullable JsonNode data) {

        public Item {
            errors = List.copyOf(errors);
        }
    }
}

package io.xiaoer.shopdata;

import io.xiaoer.shared.Problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link Pushed}.
 *
 * @param errors why it was rejected; empty otherwise
 */
public record PushResult(@Nullable String kind, @Nullable String id, Outcome outcome, List<FieldError> errors) {

    /** It is about a shopper who was erased, and older than that. */
    public static final FieldError ERASED = new FieldError("", "erased");

    /** @see PushResult */
    public enum Outcome {
        /** It is what we know now. */
        STORED,
        /** We know something newer. */
        STALE,
        /** It is not valid, or not wanted any more; nothing changed. */
        REJECTED
    }

    public PushResult {
        errors = List.copyOf(errors);
    }

    /** Why it was rejected, in one line; null if it was not. */
    public @Nullable String reason() {
        return errors.isEmpty()
                ? null
                : errors.stream()
                        .map(error -> error.field().isEmpty() ? error.message() : error.field() + " " + error.message())
                        .collect(Collectors.joining("; "));
    }
}

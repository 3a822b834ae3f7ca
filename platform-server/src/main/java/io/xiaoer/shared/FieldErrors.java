package io.xiaoer.shared;

import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that its sender learns everything at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    public FieldErrors reject(String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    public FieldErrors rejectIf(boolean wrong, String field, String message) {
        return wrong ? reject(field, message) : this;
    }

    /** Required text of at most {@code maxLength} characters that a database and a screen can show. */
    public FieldErrors text(String field, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            return reject(field, "is required");
        }
        return optionalText(field, value, maxLength);
    }

    /** Like {@link #text} but may be missing or empty. */
    public FieldErrors optionalText(String field, @Nullable String value, int maxLength) {
        if (value == null) {
            return this;
        }
        if (value.length() > maxLength) {
            return reject(field, "must not be longer than " + maxLength + " characters");
        }
        return rejectIf(!Texts.isClean(value), field, "must not contain control characters");
    }

    public FieldErrors texts(String field, @Nullable List<String> values, int maxCount, int maxLength) {
        if (values == null) {
            return this;
        }
        if (values.size() > maxCount) {
            return reject(field, "must not have more than " + maxCount + " items");
        }
        for (int i = 0; i < values.size(); i++) {
            text(field + "[" + i + "]", values.get(i), maxLength);
        }
        return this;
    }

    /** @throws Problem with {@link Code#INVALID_INPUT} if anything was rejected */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new Problem(Code.INVALID_INPUT, first.field() + " " + first.message() + ".", errors);
        }
    }
}

package io.xiaoer.tenants;

import io.xiaoer.shared.FieldErrors;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What someone may log in with. */
public final class Credentials {

    public static final int MIN_PASSWORD = 10;

    /** bcrypt reads no more than this many bytes. */
    private static final int MAX_PASSWORD_BYTES = 72;

    private Credentials() {}

    public static void checkEmail(FieldErrors errors, String field, @Nullable String email) {
        errors.text(field, email, 254);
        errors.rejectIf(
                email != null && !email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"),
                field,
                "must be an e-mail address");
    }

    public static void checkPassword(FieldErrors errors, String field, @Nullable String password) {
        errors.text(field, password, 200);
        if (password != null) {
            errors.rejectIf(
                    password.length() < MIN_PASSWORD, field, "must have at least " + MIN_PASSWORD + " characters");
            errors.rejectIf(
                    password.getBytes(StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES,
                    field,
                    "must not be longer than " + MAX_PASSWORD_BYTES + " bytes");
        }
    }
}

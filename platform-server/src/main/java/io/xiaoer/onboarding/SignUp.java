package io.xiaoer.onboarding;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner enters to open a shop.
 *
 * @param password at least {@value #MIN_PASSWORD} characters
 * @param template key of a vertical pack
 * @param locale {@code zh-CN} or {@code en}; null for {@code zh-CN}
 */
public record SignUp(
        @Nullable String shopName,
        @Nullable String email,
        @Nullable String password,
        @Nullable String template,
        @Nullable String locale) {

    public static final int MIN_PASSWORD = 10;

    /** bcrypt reads no more than this many bytes. */
    private static final int MAX_PASSWORD_BYTES = 72;

    private static final List<String> LOCALES = List.of("zh-CN", "en");

    /** @throws Problem naming each field that is wrong */
    void validate() {
        FieldErrors errors = new FieldErrors();
        errors.text("shopName", shopName, 60);
        errors.text("email", email, 254);
        errors.rejectIf(
                email != null && !email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"),
                "email",
                "must be an e-mail address");
        errors.text("password", password, 200);
        if (password != null) {
            errors.rejectIf(
                    password.length() < MIN_PASSWORD, "password", "must have at least " + MIN_PASSWORD + " characters");
            errors.rejectIf(
                    password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES,
                    "password",
                    "must not be longer than " + MAX_PASSWORD_BYTES + " bytes");
        }
        errors.text("template", template, 60);
        errors.rejectIf(locale != null && !LOCALES.contains(locale), "locale", "must be one of " + LOCALES);
        errors.throwIfAny();
    }

    @Override
    public String toString() {
        return "SignUp[" + template + "]";
    }
}

package io.xiaoer.onboarding;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenants.Credentials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner enters to open a shop.
 *
 * @param password at least {@value Credentials#MIN_PASSWORD} characters
 * @param template key of a vertical pack
 * @param locale {@code zh-CN} or {@code en}; null for {@code zh-CN}
 */
public record SignUp(
        @Nullable String shopName,
        @Nullable String email,
        @Nullable String password,
        @Nullable String template,
        @Nullable String locale) {

    private static final List<String> LOCALES = List.of("zh-CN", "en");

    /** @throws Problem naming each field that is wrong */
    void validate() {
        FieldErrors errors = new FieldErrors();
        errors.text("shopName", shopName, 60);
        Credentials.checkEmail(errors, "email", email);
        Credentials.checkPassword(errors, "password", password);
        errors.text("template", template, 60);
        errors.rejectIf(locale != null && !LOCALES.contains(locale), "locale", "must be one of " + LOCALES);
        errors.throwIfAny();
    }

    @Override
    public String toString() {
        return "SignUp[" + template + "]";
    }
}

package io.xiaoer.bots;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of some of a bot's settings: what is null stays.
 *
 * @param version the version the change was made on; null changes whatever is there
 */
public record BotChange(
        @Nullable String name,
        @Nullable Placement placement,
        @Nullable Theme theme,
        @Nullable List<String> allowedOrigins,
        @Nullable Fallback fallback,
        @Nullable Integer version) {

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        FieldErrors errors = new FieldErrors();
        if (name != null) {
            errors.text("name", name, 60);
        }
        if (theme != null) {
            errors.rejectIf(
                    theme.primaryColor() != null && !theme.primaryColor().matches("#[0-9a-fA-F]{6}"),
                    "theme.primaryColor",
                    "must be a colour such as #d6336c");
            errors.rejectIf(
                    theme.avatarUrl() != null && !isWebAddress(theme.avatarUrl(), "https"),
                    "theme.avatarUrl",
                    "must be an https address");
            errors.optionalText("theme.title", theme.title(), 40);
        }
        if (allowedOrigins != null) {
            errors.texts("allowedOrigins", allowedOrigins, 50, 200);
            for (int i = 0; i < allowedOrigins.size(); i++) {
                errors.rejectIf(
                        !isOrigin(allowedOrigins.get(i)),
                        "allowedOrigins[" + i + "]",
                        "must be an origin such as https://shop.example");
            }
        }
        if (fallback != null) {
            errors.optionalText("fallback.text", fallback.text(), 500);
            switch (fallback.kind()) {
                case LINK ->
                    errors.rejectIf(
                            !isWebAddress(fallback.url(), "https", "http"),
                            "fallback.url",
                            "must be an http or https address");
                case TEXT -> errors.text("fallback.text", fallback.text(), 500);
                case PERSON -> {}
            }
        }
        errors.throwIfAny();
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isWebAddress(@Nullable String text, String... schemes) {
        if (text == null || text.length() > 2000) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && List.of(schemes).contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

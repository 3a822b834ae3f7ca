package io.xiaoer.conversations;

import io.xiaoer.conversations.internal.BeaconScrub;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a widget told of itself, without anything that may be somebody's.
 *
 * @param browser for example {@code Chrome 128}
 * @param version of the widget
 * @param pageKind kind of the shop's page; null where nobody said
 * @param millis milliseconds from sending a message to its reply being seen; null for an error
 * @param stack where it went wrong; null for a slow reply, or where the browser does not say
 */
public record Beacon(
        BeaconKind kind,
        String browser,
        String version,
        @Nullable String pageKind,
        @Nullable Integer millis,
        @Nullable String message,
        @Nullable String stack) {

    private static final Set<String> PAGE_KINDS = Set.of("product", "cart", "mine");
    private static final int LONGEST_MILLIS = 600_000;
    private static final int MOST_BROWSER = 120;
    private static final int MOST_VERSION = 40;
    private static final int MOST_MESSAGE = 300;
    private static final int MOST_STACK = 4_000;

    /**
     * Makes one of what a widget sent: takes out what may be personal, and cuts what is long.
     *
     * @throws Problem naming each field that is wrong
     */
    public static Beacon of(
            @Nullable String kind,
            @Nullable String browser,
            @Nullable String version,
            @Nullable String pageKind,
            @Nullable Integer millis,
            @Nullable String message,
            @Nullable String stack) {
        BeaconKind known = kind == null
                ? null
                : BeaconKind.of(kind.toLowerCase(Locale.ROOT)).orElse(null);
        FieldErrors errors = new FieldErrors()
                .rejectIf(known == null, "kind", "must be error or slow-reply")
                .text("browser", browser, 500)
                .text("version", version, MOST_VERSION)
                .optionalText("pageKind", pageKind, MOST_VERSION)
                .rejectIf(known == BeaconKind.SLOW_REPLY && millis == null, "millis", "is required")
                .rejectIf(
                        millis != null && (millis < 0 || millis > LONGEST_MILLIS),
                        "millis",
                        "must be between 0 and " + LONGEST_MILLIS)
                .optionalText("message", message, 2_000)
                .optionalText("stack", stack, 20_000);
        errors.throwIfAny();
        if (known == null || browser == null || version == null) {
            throw new IllegalStateException("was refused");
        }
        boolean error = known == BeaconKind.ERROR;
        return new Beacon(
                known,
                BeaconScrub.text(browser, MOST_BROWSER),
                BeaconScrub.text(version, MOST_VERSION),
                pageKind == null ? null : PAGE_KINDS.contains(pageKind) ? pageKind : "other",
                error ? null : millis,
                error && message != null ? BeaconScrub.text(message, MOST_MESSAGE) : null,
                error && stack != null ? BeaconScrub.text(stack, MOST_STACK) : null);
    }
}

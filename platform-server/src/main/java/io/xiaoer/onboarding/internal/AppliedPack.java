package io.xiaoer.onboarding.internal;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of a pack that came to a bot.
 *
 * @param number 1 for what it began with
 * @param changes what coming in changed; null for what it began with
 * @param undoneAt null if it was not taken back
 */
public record AppliedPack(
        int number,
        String template,
        String locale,
        int version,
        PackWords content,
        @Nullable Changes changes,
        String actor,
        OffsetDateTime at,
        @Nullable OffsetDateTime undoneAt) {

    /** What a new bot begins with. */
    public static AppliedPack first(Pack pack, String actor, OffsetDateTime at) {
        return new AppliedPack(1, pack.key(), pack.locale(), pack.version(), PackWords.of(pack), null, actor, at, null);
    }

    /** Without its words. */
    public record Head(int number, String template, String locale, int version, OffsetDateTime at) {}
}

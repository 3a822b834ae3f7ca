package io.xiaoer.tone;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says about a bot's voice. What is left out is empty, and emoji are left out with it.
 *
 * @param version the version the change was made on; null changes whatever is there
 */
public record ToneDraft(
        @Nullable String selfName,
        @Nullable List<String> address,
        @Nullable List<String> particles,
        @Nullable Emoji emoji,
        @Nullable List<String> banned,
        @Nullable String greeting,
        @Nullable String signOff,
        @Nullable Integer version) {

    public static final int MAX_SELF_NAME = 20;
    public static final int MAX_ADDRESS = 10;
    public static final int MAX_PARTICLE = 4;
    public static final int MAX_LINE = 200;
    public static final int MAX_BANNED = 30;
    public static final int MOST_FORMS = 10;
    public static final int MOST_BANNED = 500;

    public static ToneDraft of(ToneProfile profile, @Nullable Integer version) {
        return new ToneDraft(
                profile.selfName(),
                profile.address(),
                profile.particles(),
                profile.emoji(),
                profile.banned(),
                profile.greeting(),
                profile.signOff(),
                version);
    }

    /** @throws Problem naming each field that is wrong */
    public void validate() {
        FieldErrors errors = new FieldErrors()
                .text("selfName", selfName, MAX_SELF_NAME)
                .texts("address", address, MOST_FORMS, MAX_ADDRESS)
                .texts("particles", particles, MOST_FORMS, MAX_PARTICLE)
                .texts("banned", banned, MOST_BANNED, MAX_BANNED)
                .text("greeting", greeting, MAX_LINE)
                .optionalText("signOff", signOff, MAX_LINE);
        errors.throwIfAny();
        for (String word : strip(banned)) {
            refuse(errors, "selfName", selfName, word);
            refuse(errors, "greeting", greeting, word);
            refuse(errors, "signOff", signOff, word);
            refuseAll(errors, "address", strip(address), word);
            refuseAll(errors, "particles", strip(particles), word);
        }
        errors.throwIfAny();
    }

    private static void refuseAll(FieldErrors errors, String field, List<String> texts, String word) {
        for (int i = 0; i < texts.size(); i++) {
            refuse(errors, field + "[" + i + "]", texts.get(i), word);
        }
    }

    private static void refuse(FieldErrors errors, String field, @Nullable String text, String word) {
        errors.rejectIf(text != null && text.contains(word), field, "must not contain the banned word " + word);
    }

    /** The voice this draft makes; call {@link #validate()} first. */
    ToneProfile toProfile() {
        return new ToneProfile(
                Objects.requireNonNull(selfName).strip(),
                strip(address),
                strip(particles),
                emoji == null ? Emoji.NONE : emoji,
                strip(banned),
                Objects.requireNonNull(greeting).strip(),
                signOff == null ? "" : signOff.strip());
    }

    private static List<String> strip(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(String::strip).distinct().toList();
    }
}

package io.xiaoer.insights;

import java.util.Arrays;
import java.util.Locale;

/** What a question came to: what the bot itself said to it, whoever took over afterwards. */
public enum OutcomeKind {
    ANSWERED,
    /** The bot offered what may have been meant. */
    CHOICES,
    UNKNOWN,
    /** The bot understood, but could not answer honestly. */
    DECLINED,
    /** A person was asked for before the bot had said anything. */
    HANDED_OVER,
    /** The bot does not serve the shopper. */
    FALLBACK,
    /** A person has to answer. */
    PERSON,
    /** The turn failed for a reason that nobody foresaw. */
    ERROR;

    /** As the table and the API name it, for example {@code handed-over}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static OutcomeKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of outcome: " + key));
    }

    /** What a reply's kind stands for. */
    public static OutcomeKind ofReply(String kind) {
        return switch (kind) {
            case "answer" -> ANSWERED;
            case "choices" -> CHOICES;
            case "unknown" -> UNKNOWN;
            case "declined" -> DECLINED;
            case "handover" -> HANDED_OVER;
            case "fallback" -> FALLBACK;
            case "person" -> PERSON;
            default -> throw new IllegalArgumentException("no kind of reply: " + kind);
        };
    }

    /** Whether the bot was asked something and had to say something to it; the others are no questions to the bot. */
    public boolean isQuestion() {
        return switch (this) {
            case ANSWERED, CHOICES, UNKNOWN, DECLINED, ERROR -> true;
            case HANDED_OVER, FALLBACK, PERSON -> false;
        };
    }
}

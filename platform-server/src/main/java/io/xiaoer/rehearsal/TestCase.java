package io.xiaoer.rehearsal;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.Question;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a shopper may say, and what must be said to it.
 *
 * @param group under what it is listed; empty for none
 * @param history what was said before, oldest first
 * @param apart whether that was a while before, and not in pieces of one message
 * @param shopperId the customer who asks; null for a stranger
 * @param page where the shopper is, as plain JSON; null if that does not matter
 * @param at when it is asked; null for whenever it is run
 * @param required whether publishing waits for it
 */
public record TestCase(
        UUID id,
        String group,
        String question,
        List<String> history,
        boolean apart,
        @Nullable String shopperId,
        @Nullable Map<String, Object> page,
        @Nullable OffsetDateTime at,
        Expectation expect,
        boolean required,
        Origin origin,
        int version) {

    public static final int MAX_GROUP = 40;
    public static final int MOST_HISTORY = 5;

    private static final int MAX_SHOPPER = 128;
    private static final int MAX_PAGE = 20_000;
    /** A pause after which nobody thinks of one message in pieces. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    /** Where a case comes from. */
    public enum Origin {
        PERSON,
        PACK,
        FILE,
        CONVERSATION
    }

    public TestCase {
        history = List.copyOf(history);
    }

    /** The same words as the next version. */
    TestCase next() {
        return new TestCase(
                id, group, question, history, apart, shopperId, page, at, expect, required, origin, version + 1);
    }

    /** As it is asked. */
    public Question toQuestion(ReleaseRef release) {
        return new Question(question, release, shopperId, null, page, at, history, apart ? A_WHILE : Duration.ZERO);
    }

    /**
     * What a form edits.
     *
     * @param version the version the change was made on; null changes whatever is there
     */
    @Schema(name = "TestCaseDraft")
    public record Draft(
            @Nullable String question,
            @Nullable String group,
            @Nullable List<String> history,
            @Nullable Boolean apart,
            @Nullable String shopperId,
            @Nullable Map<String, Object> page,
            @Nullable OffsetDateTime at,
            @Nullable Expectation expect,
            @Nullable Boolean required,
            @Nullable Integer version) {

        /** A stranger's question, out of the blue. */
        public static Draft of(String question, String group, Expectation expect, boolean required) {
            return new Draft(question, group, null, null, null, null, null, expect, required, null);
        }

        /** @throws Problem naming each field that is wrong */
        public void validate() {
            FieldErrors errors = new FieldErrors()
                    .text("question", question, IncomingMessage.MAX_TEXT)
                    .optionalText("group", group, MAX_GROUP)
                    .texts("history", history, MOST_HISTORY, IncomingMessage.MAX_TEXT)
                    .optionalText("shopperId", shopperId, MAX_SHOPPER)
                    .rejectIf(
                            page != null && page.toString().length() > MAX_PAGE,
                            "page",
                            "must not be longer than " + MAX_PAGE + " characters");
            if (expect == null) {
                errors.reject("expect", "is required");
            } else {
                expect.validate(errors);
            }
            errors.throwIfAny();
        }
    }
}

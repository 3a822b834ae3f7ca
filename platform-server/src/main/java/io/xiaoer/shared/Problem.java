package io.xiaoer.shared;

import java.util.List;

/**
 * A request that cannot be fulfilled for a reason its sender should know. Reaches HTTP clients as RFC 9457
 * {@code application/problem+json} with the stable {@link Code}, and the portal as a message.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient List<FieldError> errors;

    /** One input field and what is wrong with it. */
    public record FieldError(String field, String message) {}

    /** The stable codes of the public API and the HTTP status of each. */
    public enum Code {
        INVALID_INPUT(400, "The input is not valid"),
        UNAUTHORIZED(401, "A valid token is required"),
        FORBIDDEN(403, "Not allowed"),
        SUSPENDED(403, "The shop is suspended"),
        NOT_FOUND(404, "There is no such thing"),
        VERSION_CONFLICT(409, "Someone else changed this"),
        PUBLISH_BLOCKED(409, "The draft cannot be published"),
        EMAIL_TAKEN(409, "The e-mail address is taken"),
        TOO_LARGE(413, "The request is too large"),
        IDEMPOTENCY_MISMATCH(422, "The Idempotency-Key was used for another request"),
        RATE_LIMITED(429, "Too many requests"),
        QUOTA_EXCEEDED(429, "The quota is used up"),
        UNAVAILABLE(503, "Temporarily unavailable");

        private final int status;
        private final String title;

        Code(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        /** As clients see it, for example {@code version-conflict}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Problem(Code code, String detail) {
        this(code, detail, List.of());
    }

    public Problem(Code code, String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** Something that does not exist, or belongs to another tenant: the two look the same. */
    public static Problem notFound(String what) {
        return new Problem(Code.NOT_FOUND, "There is no such " + what + ".");
    }

    public static Problem invalid(String field, String message) {
        return new Problem(Code.INVALID_INPUT, field + " " + message, List.of(new FieldError(field, message)));
    }

    /**
     * The most of something there may be is there.
     *
     * @param what a short key, as the name of the one error, for whoever wants to say more than the code does
     */
    public static Problem quota(String what, String detail) {
        return new Problem(Code.QUOTA_EXCEEDED, detail, List.of(new FieldError(what, "is used up")));
    }

    public static Problem versionConflict() {
        return new Problem(Code.VERSION_CONFLICT, "Someone else changed this. Load it again and repeat your change.");
    }

    public Code code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Tells the sender what to do. */
    public String detail() {
        String message = getMessage();
        return message == null ? code.title() : message;
    }
}

package io.xiaoer.connectors;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a connection.
 *
 * @param detail what exactly, the last time, without anybody's personal data; null if the code says it all
 * @param times since it first went wrong
 */
public record Fault(Code code, @Nullable String detail, int times, OffsetDateTime firstAt, OffsetDateTime lastAt) {

    /** What can go wrong, and what its owner can do. */
    public enum Code {
        NO_ADDRESS("No look-up address is set.", "Enter the address of your look-up endpoint."),
        NO_SECRET("There is no secret to sign with yet.", "Make a secret and put it into your system."),
        ADDRESS_REFUSED(
                "The address is not one that may be called.",
                "Use an https address that is reachable from the internet, on port 443, 80 or 8443."),
        UNKNOWN_NAME("The host name cannot be found.", "Check the address for typing errors and its DNS record."),
        NOT_REACHED(
                "No connection could be made, or it broke.",
                "Check that the server runs and lets connections from the internet in."),
        CERTIFICATE(
                "The secure connection failed.", "Check that the certificate is valid and belongs to the host name."),
        TIMEOUT(
                "There was no complete answer within 0.8 seconds.",
                "Make the endpoint faster: an index on the customer's id, no calls to others, a cache."),
        TOO_LARGE("The answer was larger than 1 MB.", "Return the shopper's newest orders only."),
        TOO_MANY_ITEMS(
                "There were too many items.", "Send at most 200 items in a look-up's answer, 1,000 in an event."),
        COMPRESSED("The answer was compressed.", "Turn compression off for this endpoint."),
        REDIRECT("The endpoint redirected to another address.", "Enter the final address; redirects are not followed."),
        UNAUTHORIZED(
                "The endpoint refused the call.",
                "Check that it verifies the signature with the newest secret and is open to us."),
        NOT_FOUND("The endpoint does not exist.", "Check the path of the address; it must accept POST."),
        SERVER_ERROR("The endpoint failed.", "Look into its log at that time."),
        UNEXPECTED_STATUS("The endpoint answered with another status than 200.", "Answer with status 200 and JSON."),
        NOT_JSON("What came is no JSON.", "Send JSON in UTF-8."),
        WRONG_FORMAT(
                "What came has another form than agreed.",
                "Answer {\"items\": [{\"kind\", \"id\", \"data\", \"updatedAt\"}]}; with nothing to say, {\"items\": []}."),
        OTHER_CUSTOMER(
                "The answer holds data of another customer than asked about; it was not stored.",
                "Filter by the customerId of the request; never return other customers' data."),
        REJECTED("Some records are not valid and were not stored.", "Correct the field that the detail names."),
        BUSY("Too many look-ups at once.", "Make the endpoint faster; at most 8 look-ups run at once."),
        RESTING(
                "Look-ups failed so often that they rest for 30 seconds.",
                "Repair what the other errors name; look-ups go on by themselves."),
        BAD_SIGNATURE(
                "A webhook's signature is wrong.",
                "Sign \"id.timestamp.body\" with the newest secret, over the very bytes that are sent."),
        LATE(
                "A webhook's timestamp is more than 5 minutes off.",
                "Set the sender's clock, and put the time of sending into webhook-timestamp."),
        NOT_APPLIED(
                "An event could not be stored, in spite of several attempts.", "Send it again under a new webhook-id."),
        AUTHORISATION_LOST(
                "The platform no longer accepts the authorisation.",
                "Authorise again on the platform's page of the portal."),
        PLATFORM_DOWN("The platform does not answer.", "Nothing: it is asked again until it does."),
        PLATFORM_BUSY("The platform wants to be asked less often.", "Nothing: it is asked again, more slowly."),
        PLATFORM_REFUSED(
                "The platform refused a call.",
                "Look the code up in the platform's documentation; often the app lacks a permission."),
        PLATFORM_FORM(
                "The platform answered in a form that is not known.",
                "Tell the operator; it is asked again meanwhile.");

        private final String message;
        private final String action;

        Code(String message, String action) {
            this.message = message;
            this.action = action;
        }

        /** As the API names it, for example {@code other-customer}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What is wrong. */
        public String message() {
            return message;
        }

        /** What to do. */
        public String action() {
            return action;
        }
    }
}

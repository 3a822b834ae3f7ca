package io.xiaoer.connectors;

import java.util.Locale;

/** Why an event did not arrive, and what can be done. */
public enum WebhookFault {
    ADDRESS_REFUSED(
            "The address is not one that may be called.",
            "Use an https address that is reachable from the internet, on port 443, 80 or 8443."),
    UNKNOWN_NAME("The host name cannot be found.", "Check the address for typing errors and its DNS record."),
    NOT_REACHED(
            "No connection could be made, or it broke.",
            "Check that the server runs and lets connections from the internet in."),
    CERTIFICATE("The secure connection failed.", "Check that the certificate is valid and belongs to the host name."),
    TIMEOUT(
            "There was no answer within 5 seconds.",
            "Store the event and answer at once; do what it leads to afterwards."),
    REDIRECT("The endpoint redirected to another address.", "Enter the final address; redirects are not followed."),
    UNAUTHORIZED(
            "The endpoint refused the event.",
            "Check that it verifies the signature with the newest secret and is open to us."),
    NOT_FOUND("The endpoint does not exist.", "Check the path of the address; it must accept POST."),
    GONE("The endpoint says that it is gone for good.", "It was turned off. Enter another address."),
    SERVER_ERROR("The endpoint failed.", "Look into its log at that time."),
    UNEXPECTED_STATUS("The endpoint answered with a status that means no.", "Answer with any status from 200 to 299."),
    INTERRUPTED("The attempt was cut off on our side.", "Nothing needs to be done; replay it if it is given up."),
    TURNED_OFF("The endpoint was turned off meanwhile.", "Turn it on and replay the event."),
    ERASED("The conversation was erased, so there is nothing to tell.", "Nothing needs to be done.");

    private final String message;
    private final String action;

    WebhookFault(String message, String action) {
        this.message = message;
        this.action = action;
    }

    /** As the API names it, for example {@code not-reached}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
        return message;
    }

    /** What the shop can do about it. */
    public String action() {
        return action;
    }
}

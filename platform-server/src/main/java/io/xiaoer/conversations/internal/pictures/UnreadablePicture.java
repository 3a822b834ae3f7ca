package io.xiaoer.conversations.internal.pictures;

/** A file is not the picture it says it is; the message tells its sender what to do. */
public final class UnreadablePicture extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePicture(String message) {
        super(message);
    }

    /** As it goes on after the name of the field. */
    public String reason() {
        String message = getMessage();
        return message == null ? "cannot be read" : message;
    }
}

package io.xiaoer.connectors.internal.outward;

/** An address that is not called; the message, which may be shown, completes "the address …". */
public final class AddressRefused extends Exception {

    private static final long serialVersionUID = 1L;

    AddressRefused(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

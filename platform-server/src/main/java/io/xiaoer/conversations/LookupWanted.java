package io.xiaoer.conversations;

/** The shop's own system should be asked about a shopper first, outside any transaction. Thrown before anything is written. */
public final class LookupWanted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String customerId;

    LookupWanted(String customerId) {
        super("the shop's system is to be asked first", null, false, false);
        this.customerId = customerId;
    }

    public String customerId() {
        return customerId;
    }
}

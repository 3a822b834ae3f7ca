package io.xiaoer.shopdata;

/** Removes a shopper's personal data from where a module keeps it; each module that keeps any implements it. */
public interface ShopperErasure {

    /**
     * Removes all of it, in the transaction of whoever erases.
     *
     * @return how many records were removed or blanked, for the tombstone
     */
    int erase(String customerId);

    /** What is counted, for example {@code messages}. */
    String what();
}

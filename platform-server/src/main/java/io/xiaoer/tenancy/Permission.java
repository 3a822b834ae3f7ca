package io.xiaoer.tenancy;

/** What someone may be allowed to do in a shop. */
public enum Permission {
    /** Look at the shop's words, numbers and settings. */
    VIEW,
    /** Read and lead conversations with shoppers. */
    CONVERSE,
    /** Change words and settings of bots, publish, decide who meets a bot. */
    EDIT,
    /** Manage members, API clients and the shop itself. */
    ADMINISTER,
    /** Bring what the shop's own systems know of shoppers, products and orders, and erase a shopper. */
    SYNC,
    /** Watch over all shops as the vendor's staff, and suspend one. No role in a shop has it. */
    OPERATE
}

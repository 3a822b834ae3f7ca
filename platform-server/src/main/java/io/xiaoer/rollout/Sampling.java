package io.xiaoer.rollout;

import io.xiaoer.shared.Digests;

/** Draws shoppers by chance, but for one of them always the same: by a salted digest of who they are. */
final class Sampling {

    private static final int HEX_DIGITS = 13;
    private static final double ALL = 0x1p52;

    private Sampling() {}

    /** @param rate share of all that are drawn, 0 to 1 */
    static boolean isDrawn(String salt, ShopperRef shopper, double rate) {
        String digest = Digests.sha256Hex(salt + "\n" + shopper);
        // 52 bits are exact in a double
        return Long.parseLong(digest, 0, HEX_DIGITS, 16) / ALL < rate;
    }
}

package io.xiaoer.answering;

import io.xiaoer.rules.RulesInForce;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.ShopperRecords;
import java.time.ZoneId;

/**
 * All that facts are told from, loaded once by the caller; immutable.
 *
 * @param signedIn whether the shop vouches for who the shopper is; nobody else is told anything personal
 * @param records of the shopper; of nobody if they are not signed in
 * @param lookup how asking the shop's own system went
 * @param zone the shop's time zone
 */
public record Situation(
        boolean signedIn, ShopperRecords records, RulesInForce rules, Looked lookup, ShopPage page, ZoneId zone) {

    /** Somebody unknown, anywhere, in a shop without rules. */
    public static Situation unknown(ZoneId zone) {
        return new Situation(
                false,
                ShopperRecords.nobody(java.util.Map.of()),
                RulesInForce.none(),
                Looked.NONE,
                ShopPage.none(),
                zone);
    }
}

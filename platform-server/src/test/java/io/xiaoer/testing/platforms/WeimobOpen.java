package io.xiaoer.testing.platforms;

import java.time.Duration;

/**
 * What Weimob's documentation leaves open.
 *
 * @param ids how ids are written
 * @param otherNames whether lists are called {@code list} and {@code total}
 * @param numbersAsTexts whether times, statuses and totals are texts, and amounts numbers
 * @param mostOnAPage how many a list brings at most
 * @param cutsPages whether a page that is asked to hold more is cut instead of refused
 * @param sortedByChange whether lists are sorted by when something changed instead of when it was made
 * @param rateCode what it says to too many requests
 * @param upperCaseSigns whether signs are in capitals
 * @param rotates whether a refresh brings another refresh token, instead of none
 * @param refusesAsOauth whether the token endpoint refuses with status 400 as RFC 6749 has it
 * @param listsShowParcels whether a list of orders holds their deliveries
 * @param pushIdsAreTheirs whether a push's id is that of what it is about, the same each time
 * @param tokenLife of an access token
 */
public record WeimobOpen(
        Ids ids,
        boolean otherNames,
        boolean numbersAsTexts,
        int mostOnAPage,
        boolean cutsPages,
        boolean sortedByChange,
        String rateCode,
        boolean upperCaseSigns,
        boolean rotates,
        boolean refusesAsOauth,
        boolean listsShowParcels,
        boolean pushIdsAreTheirs,
        Duration tokenLife) {

    /** How an id of 64 bits is written. */
    public enum Ids {
        NUMBERS,
        TEXTS,
        /** Some as numbers, some as texts. */
        BOTH
    }

    /** As the platform's client libraries have it. */
    public static final WeimobOpen AS_KNOWN = new WeimobOpen(
            Ids.NUMBERS,
            false,
            false,
            50,
            false,
            false,
            "80001001000129",
            false,
            true,
            false,
            true,
            false,
            Duration.ofDays(7));

    /** As it might be as well. */
    public static final WeimobOpen OTHERWISE = new WeimobOpen(
            Ids.BOTH, true, true, 20, true, true, "1041", true, false, true, false, true, Duration.ofDays(7));
}

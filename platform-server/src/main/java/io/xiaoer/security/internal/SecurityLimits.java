package io.xiaoer.security.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one caller may ask for. All but sign-ups are counted by each node for itself.
 *
 * @param body largest request body
 * @param batch largest batch of a shop's data
 * @param upload largest file
 * @param image largest picture of a shopper
 * @param hook largest event of a shop's system
 * @param event of one shop's system sending events, from one address
 * @param platform of a platform that tells of all its shops, from one address; it has few
 * @param client of one API client
 * @param address of one address, as long as it shows no token
 * @param visitor of one shopper's widget
 * @param session of one address opening widget sessions
 * @param token of one address asking for tokens; each costs a slow look at a secret
 * @param pictures of shoppers sending pictures
 * @param beacons of widgets telling of themselves
 * @param signupsPerHour of one address, counted by all nodes together
 */
@ConfigurationProperties("xiaoer.limits")
record SecurityLimits(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("5MB") DataSize batch,
        @DefaultValue("10MB") DataSize upload,
        @DefaultValue("5MB") DataSize image,
        @DefaultValue("1MB") DataSize hook,
        @DefaultValue Client client,
        @DefaultValue Address address,
        @DefaultValue Visitor visitor,
        @DefaultValue Session session,
        @DefaultValue Token token,
        @DefaultValue Event event,
        @DefaultValue Platform platform,
        @DefaultValue Pictures pictures,
        @DefaultValue Beacons beacons,
        @DefaultValue("60") int signupsPerHour) {

    /** A steady rate, and how far a caller may run ahead of it. */
    interface Rate {
        int perSecond();

        int burst();
    }

    record Client(
            @DefaultValue("200") int perSecond,
            @DefaultValue("2000") int burst) implements Rate {}

    record Address(
            @DefaultValue("200") int perSecond,
            @DefaultValue("2000") int burst) implements Rate {}

    record Visitor(
            @DefaultValue("5") int perSecond,
            @DefaultValue("300") int burst) implements Rate {}

    record Token(
            @DefaultValue("5") int perSecond,
            @DefaultValue("300") int burst) implements Rate {}

    record Event(
            @DefaultValue("50") int perSecond,
            @DefaultValue("1000") int burst) implements Rate {}

    record Platform(
            @DefaultValue("500") int perSecond,
            @DefaultValue("10000") int burst) implements Rate {}

    /**
     * Pictures in an hour.
     *
     * @param conversation of one shopper to one conversation
     * @param address of browsers at one address, to one shop
     */
    record Pictures(
            @DefaultValue("20") int conversation,
            @DefaultValue("300") int address) {}

    /**
     * Beacons in an hour.
     *
     * @param visitor of one shopper's widget
     * @param widget of all who use one widget key
     */
    record Beacons(
            @DefaultValue("30") int visitor,
            @DefaultValue("3000") int widget) {}

    record Session(
            @DefaultValue("5") int perSecond,
            @DefaultValue("300") int burst) implements Rate {}
}

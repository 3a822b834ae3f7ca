package io.xiaoer.shared;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a shop in some time, counted.
 *
 * @param conversations that began
 * @param messages of shoppers
 * @param answered the bot answered
 * @param unknown the bot said that it does not know
 * @param handedOver the shopper was handed over to a person
 * @param fallback the bot did not serve the shopper
 * @param p95Millis 95 of 100 replies took no longer; null where nothing was measured
 * @param errors calls on the shop's behalf that failed
 */
public record Figures(
        int conversations,
        int messages,
        int answered,
        int unknown,
        int handedOver,
        int fallback,
        @Nullable Double p95Millis,
        int errors) {

    public static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, null, 0);

    public static Figures ofErrors(int errors) {
        return new Figures(0, 0, 0, 0, 0, 0, null, errors);
    }

    /** Of both together; how long replies took is the mean of both, by their messages. */
    public Figures plus(Figures other) {
        return new Figures(
                conversations + other.conversations,
                messages + other.messages,
                answered + other.answered,
                unknown + other.unknown,
                handedOver + other.handedOver,
                fallback + other.fallback,
                together(other),
                errors + other.errors);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** How many of the messages to the bot it did not know about, 0 to 1; empty if there were none. */
    public OptionalDouble unknownShare() {
        int toBot = messages - fallback;
        return toBot == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unknown / toBot);
    }

    private @Nullable Double together(Figures other) {
        double weight = 0;
        double sum = 0;
        for (Figures one : Stream.of(this, other).toList()) {
            if (one.p95Millis != null) {
                weight += one.messages;
                sum += one.p95Millis * one.messages;
            }
        }
        return weight == 0 ? null : (Double) (sum / weight);
    }
}

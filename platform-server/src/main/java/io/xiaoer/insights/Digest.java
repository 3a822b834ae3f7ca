package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A day of a shop in short.
 *
 * @param mailed whether its owners were written to about it
 * @param bots those that were asked anything
 */
public record Digest(LocalDate day, boolean mailed, OffsetDateTime madeAt, List<BotDay> bots) {

    public Digest {
        bots = List.copyOf(bots);
    }

    /**
     * One bot's day.
     *
     * @param weekBefore the same day of the week before
     * @param toFix what failed, those first that most shoppers asked; what is forgotten is not among it
     * @param halts when it went back by itself
     */
    public record BotDay(
            BotId bot,
            String name,
            Figures day,
            Figures before,
            Figures weekBefore,
            List<ToFix> toFix,
            List<OffsetDateTime> halts,
            List<Advice> next) {

        public BotDay {
            toFix = List.copyOf(toFix);
            halts = List.copyOf(halts);
            next = List.copyOf(next);
        }
    }

    /**
     * A day's counts, as {@link Shares} has them.
     *
     * @param instant questions whose text named its entry at once
     */
    public record Figures(
            int conversations,
            int resolved,
            int questions,
            int unknown,
            int declined,
            int handedOver,
            int helpful,
            int unhelpful,
            int instant) {

        public static Figures of(Shares shares, int instant) {
            return new Figures(
                    shares.conversations(),
                    shares.resolved(),
                    shares.questions(),
                    shares.unknown(),
                    shares.declined(),
                    shares.handedOver(),
                    shares.helpful(),
                    shares.unhelpful(),
                    instant);
        }

        public OptionalDouble resolvedShare() {
            return share(resolved, conversations);
        }

        public OptionalDouble unknownShare() {
            return share(unknown, questions);
        }

        public OptionalDouble handedOverShare() {
            return share(handedOver, conversations);
        }

        public OptionalDouble instantShare() {
            return share(instant, questions);
        }

        private static OptionalDouble share(int part, int whole) {
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
        }
    }

    /** A question that failed. */
    public record ToFix(String text, Cause cause, int count, int shoppers) {}

    /**
     * Something to do about it.
     *
     * @param count of what it is about
     */
    public record Advice(Kind kind, int count) {

        /** What is to be done, the most urgent first. */
        public enum Kind {
            /** It went back by itself: see what it could not answer. */
            LOOK_AT_HALT,
            /** Questions were not understood. */
            ANSWER,
            /** Questions were understood, but what they need could not be had. */
            CONNECT,
            /** Answers were marked unhelpful. */
            RECONSIDER,
            /** Questions were marked for the instant reply, and not published yet. */
            PUBLISH;

            /** As texts and the API name it. */
            public String key() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}

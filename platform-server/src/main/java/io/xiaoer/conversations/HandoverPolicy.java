package io.xiaoer.conversations;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Reply;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a person should take over. Pure: the same words and replies always decide the same. */
public final class HandoverPolicy {

    /** The packs' entry for shoppers who want a person, however they say it. */
    static final String ASKING_ENTRY = "human-agent";

    /** Shorter messages that follow at once are pieces of one question, and so one that the bot did not know. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final int PIECES = 8;

    private HandoverPolicy() {}

    /** A shopper's message and what the bot says to it. */
    public record Said(String text, OffsetDateTime at, Reply reply, Receipt receipt) {}

    /**
     * What was before.
     *
     * @param unknown the message to which the bot's last reply did not know an answer; null if it knew, or said nothing yet
     * @param refused what the bot's last reply refused, see {@link Refusal}; null for nothing
     */
    public record Before(
            @Nullable Message unknown, @Nullable String refused) {

        public static final Before NOTHING = new Before(null, null);

        /** @param earlier the conversation's newest events, oldest first */
        static Before of(List<Message> earlier, @Nullable String refused) {
            for (Message message : earlier.reversed()) {
                if (message.isModeChange() || message.author() == Message.Author.PERSON) {
                    break;
                }
                if (message.author() == Message.Author.BOT) {
                    return new Before(message.kind().equals("unknown") ? question(earlier, message) : null, refused);
                }
            }
            return new Before(null, refused);
        }

        private static @Nullable Message question(List<Message> earlier, Message reply) {
            return earlier.stream()
                    .filter(message -> message.author() == Message.Author.SHOPPER
                            && !reply.inReplyTo().isEmpty()
                            && message.id().equals(reply.inReplyTo().getLast()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Whether the shopper says in so many words that they want a person; then the bot need not answer first. */
    public static boolean asksForPerson(String text) {
        return WantsPerson.says(text);
    }

    /**
     * Why a person should take over after the bot's reply; empty if the bot goes on.
     *
     * @param keywords the shop's own words
     * @param automatic whether the bot may decide by its own judgement too
     */
    public static Optional<HandoverReason> after(Said said, Before before, List<String> keywords, boolean automatic) {
        if (said.reply() instanceof Reply.Answer answer
                && answer.entryKey().equals(ASKING_ENTRY)
                && !WantsPerson.isAboutThem(said.text())) {
            return Optional.of(HandoverReason.ASKED_FOR);
        }
        if (saysOne(said.text(), keywords)) {
            return Optional.of(HandoverReason.KEYWORD);
        }
        if (!automatic) {
            return Optional.empty();
        }
        if (Anger.isIn(said.text())) {
            return Optional.of(HandoverReason.ANGRY);
        }
        if (insists(said, before)) {
            return Optional.of(HandoverReason.RULE_REFUSES);
        }
        if (lacksData(said)) {
            return Optional.of(HandoverReason.DATA_MISSING);
        }
        return isUnknownAgain(said, before) ? Optional.of(HandoverReason.UNKNOWN_TWICE) : Optional.empty();
    }

    private static boolean saysOne(String text, List<String> keywords) {
        String said = text.toLowerCase(Locale.ROOT);
        return keywords.stream().anyMatch(keyword -> said.contains(keyword.toLowerCase(Locale.ROOT)));
    }

    /** The same refusal again, or words that do not accept it. */
    private static boolean insists(Said said, Before before) {
        String refused = before.refused();
        if (refused == null) {
            return false;
        }
        Optional<String> again = Refusal.of(said.receipt());
        boolean elsewhere = said.reply() instanceof Reply.Answer && again.isEmpty();
        return again.isPresent() ? again.get().equals(refused) : !elsewhere && Insisting.isIn(said.text());
    }

    /** The bot understood, but what it needs is too old, not to be had or not known; what only the shopper can give is not that. */
    private static boolean lacksData(Said said) {
        return said.reply() instanceof Reply.Declined
                && said.receipt().facts().stream()
                        .noneMatch(fact -> fact.state() == Fact.State.SIGN_IN || fact.state() == Fact.State.NOTHING);
    }

    private static boolean isUnknownAgain(Said said, Before before) {
        Message first = before.unknown();
        if (said.receipt().outcome() != Outcome.UNKNOWN || first == null) {
            return false;
        }
        int letters = letters(first.text()) + letters(said.text());
        boolean pieces =
                letters <= PIECES && Duration.between(first.at(), said.at()).compareTo(AT_ONCE) <= 0;
        return letters(first.text()) > 0 && letters(said.text()) > 0 && !pieces;
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}

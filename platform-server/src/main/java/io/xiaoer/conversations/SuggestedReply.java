package io.xiaoer.conversations;

import io.xiaoer.answering.Reply.Link;
import java.util.List;

/**
 * What the bot would answer, for a person to send or to change.
 *
 * @param question of the entry
 * @param text with the shopper's facts in it, in the shop's voice
 * @param probability that the entry is what was meant, 0 to 1
 */
public record SuggestedReply(String entryKey, String question, String text, List<Link> links, double probability) {

    public SuggestedReply {
        links = List.copyOf(links);
    }
}

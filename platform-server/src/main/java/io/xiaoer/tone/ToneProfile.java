package io.xiaoer.tone;

import java.util.List;

/**
 * How a shop's clerk speaks. Voice never changes a number, a date or a condition.
 *
 * @param selfName what the clerk calls itself, for example 小二
 * @param address words that address the shopper, for example 亲; empty for none
 * @param particles sentence-final particles, for example 哦; empty for none
 * @param emoji how freely emoji are used
 * @param banned words no answer may contain
 * @param greeting first line of a new conversation
 * @param signOff last line of a conversation, may be empty
 */
public record ToneProfile(
        String selfName,
        List<String> address,
        List<String> particles,
        Emoji emoji,
        List<String> banned,
        String greeting,
        String signOff) {

    /** How freely emoji are used. */
    public enum Emoji {
        NONE,
        FEW,
        MANY
    }

    public ToneProfile {
        address = List.copyOf(address);
        particles = List.copyOf(particles);
        banned = List.copyOf(banned);
    }

    /** A neutral voice: no address, no particles, no emoji. */
    public static ToneProfile plain() {
        return new ToneProfile("小二", List.of(), List.of(), Emoji.NONE, List.of(), "您好，请问有什么可以帮您？", "");
    }
}

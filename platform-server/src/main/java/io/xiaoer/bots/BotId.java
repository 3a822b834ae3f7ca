package io.xiaoer.bots;

import java.util.UUID;

/** One bot of a shop. */
public record BotId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
